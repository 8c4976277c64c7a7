import { Duration } from 'cdk8s';
import { HttpHealth, Parameter } from 'cdk8s-progressive';
import { shapeProblems } from '../../lib/shapes/shapes';

const version = (props: unknown) => shapeProblems('VersionProps', props, '');

test('what fits', () => {
  expect(
    version({
      image: 'shop/reviews:1.0.0',
      replicas: Parameter.integer('replicas', { defaultValue: 1 }),
      env: { A: 'a' },
      health: HttpHealth.at('/'),
      terminationGracePeriod: Duration.seconds(5),
      security: { runAsUser: 1, addCapabilities: ['NET_BIND_SERVICE'] },
      labels: undefined,
      config: { flags: { data: { a: 'b' }, live: true, mountPath: '/flags' } },
    }),
  ).toEqual([]);
});

test.each([
  [{}, ['image is missing; it takes a text.']],
  [{ image: undefined }, ['image is missing; it takes a text.']],
  [{ image: 7 }, ['image is 7; it takes a text.']],
  [{ image: 'a:1', replicas: '3' }, ["replicas is the text '3'; it takes a number or a NumberParameter."]],
  [{ image: 'a:1', replicas: null }, ['replicas is null; it takes a number or a NumberParameter.']],
  [
    { image: 'a:1', env: { A: 1, B: undefined } },
    ['env.A is 1; it takes a text or an EnvValue.', 'env.B is undefined; it takes a text or an EnvValue.'],
  ],
  [{ image: 'a:1', env: ['A=1'] }, ['env is a list; it takes an object, each value a text or an EnvValue.']],
  [{ image: 'a:1', args: 'serve' }, ["args is the text 'serve'; it takes a list, each item a text."]],
  [{ image: 'a:1', args: ['serve', 80] }, ['args[1] is 80; it takes a text.']],
  [{ image: 'a:1', health: '/health' }, ["health is the text '/health'; it takes a HttpHealth."]],
  [{ image: 'a:1', health: {} }, ['health is an object without a class; it takes a HttpHealth.']],
  [{ image: 'a:1', health: Duration.seconds(1) }, ['health is a Duration; it takes a HttpHealth.']],
  [{ image: 'a:1', security: { runAsUser: '1' } }, ["security.runAsUser is the text '1'; it takes a number."]],
  [{ image: 'a:1', config: { flags: {} } }, ['config.flags.data is missing; it takes an object, each value a text.']],
])('what does not: %j', (props, problems) => {
  expect(version(props)).toEqual(problems);
});

test('a list of alternatives, and an alternative that is a map', () => {
  const problems = (type: string, value: unknown) => shapeProblems(type, value, 'x');
  expect(problems('[](Duration|string)', [Duration.seconds(1), 'a', 1])).toEqual(['x[2] is 1; it takes a Duration or a text.']);
  expect(problems('Duration|{}string', { a: 'b' })).toEqual([]);
  expect(problems('Duration|{}string', { a: 1 })).toEqual(['x.a is 1; it takes a text.']);
  expect(problems('Duration|{}string', 1)).toEqual(['x is 1; it takes a Duration or an object, each value a text.']);
});

test('an unknown option is named with the nearest that there is, and with all', () => {
  expect(version({ image: 'a:1', replica: 2, security: { nonRoot: true } })).toEqual([
    expect.stringMatching(/^replica is no option; did you mean replicas\? There are annotations, args, autoscaling, /),
    expect.stringMatching(/^security\.nonRoot is no option; did you mean runAsNonRoot\? There are /),
  ]);
});

test('what is no option at all', () => {
  expect([version(undefined), version('v1')].flat()).toEqual([
    'undefined was stated; it takes a VersionProps.',
    "the text 'v1' was stated; it takes a VersionProps.",
  ]);
});
