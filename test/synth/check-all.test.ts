import { Condition, Microservice, Parameter } from 'cdk8s-progressive';
import { checkAll } from '../../lib/synth/check-all';
import { type Build, objectsOf } from '../support/chart';

const wrong = { apiVersion: 'v1', kind: 'Service', name: 'wrong', fields: { spec: { port: 80 } } };

test('a finding names the environments that have it, where others have not', () => {
  const flag = Parameter.boolean('flag', { defaultValue: false });
  const build =
    (id: string, ...more: object[]): Build =>
    (chart) => {
      const service = new Microservice(chart, 'reviews');
      service.addVersion('v1', { image: 'shop/reviews:1.0.0' });
      for (const each of [{}, ...more]) service.addObject(`${id}${Object.keys(each).length}`, { ...wrong, ...each });
    };
  const everywhere = build('a');
  const somewhere = build('b', { name: 'other', when: Condition.isTrue(flag) });
  const environments = (which: Build) =>
    checkAll([
      { environment: 'dev', manifests: objectsOf(which, { flag: false }) },
      { environment: 'prod', manifests: objectsOf(which, { flag: true }) },
    ])
      .filter(({ code }) => code === 'PD0810')
      .map(({ object, environments }) => [object?.name, environments]);
  expect(environments(everywhere)).toEqual([['wrong', undefined]]);
  expect(environments(somewhere)).toEqual([
    ['wrong', undefined],
    ['other', ['prod']],
  ]);
});
