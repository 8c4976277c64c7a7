import { planFrom, play, weights } from '../support';

const deployment = (version: string) => ({
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name: `app-${version}` },
  spec: { replicas: 2, template: { metadata: { labels: { app: 'app', version } } } },
});
const service = { apiVersion: 'v1', kind: 'Service', metadata: { name: 'app' }, spec: { selector: { app: 'app', version: 'v1' } } };
const blueGreen = (scenario: unknown = {}) => play([service, deployment('v1'), deployment('v2')], scenario);

describe('blue/green by a Service', () => {
  test('switched once the other version is available, unless the scenario says when', () => {
    const course = blueGreen({ new: { readyAfter: 8 } });
    expect(weights(course)).toBe('100/0 0/100');
    expect(course.end).toMatchObject({ what: 'promoted', t: 8 });
    expect(course.assumptions.join()).toContain('does not say when the selector is switched');
    expect(course.course.at(-1)?.events).toEqual(['Service app selects version=v2']);
  });

  test('the Service of the preview is not the one that is switched', () => {
    const preview = { ...service, metadata: { name: 'app-preview' }, spec: { selector: { app: 'app', version: 'v2' } } };
    expect(planFrom(preview, service, deployment('v1'), deployment('v2')).object.name).toBe('app');
  });

  test('never ready: it waits; switched all the same: everything fails', () => {
    expect(blueGreen({ new: { ready: 'never' } }).end.what).toBe('waiting');
    const forced = blueGreen({
      new: { ready: 'never' },
      events: [
        { at: { t: 10 }, do: 'switch' },
        { at: { t: 20 }, do: 'restore' },
      ],
    });
    expect(forced.exposure.requests).toMatchObject({ total: 2000, failed: 1000, newVersion: 0 });
    expect(forced.end.what).toBe('rolledBack');
  });
});

describe('Knative', () => {
  const knative = (traffic?: object[]) => ({
    apiVersion: 'serving.knative.dev/v1',
    kind: 'Service',
    metadata: { name: 'hello' },
    spec: { template: { metadata: { name: 'hello-2' } }, traffic },
  });
  test('the new revision gets its share once it is ready', () => {
    expect(weights(play([knative()]))).toBe('100/0 0/100');
    const split = play([
      knative([
        { revisionName: 'hello-1', percent: 90 },
        { latestRevision: true, percent: 10 },
      ]),
    ]);
    expect(weights(split)).toBe('100/0 90/10');
    expect(split.end.what).toBe('waiting');
    expect(play([knative()], { new: { ready: 'never' } }).end).toMatchObject({ what: 'stuck', phase: 'RevisionFailed' });
  });

  test('percents that are not 100 are refused', () => {
    expect(play([knative([{ latestRevision: true, percent: 10 }])]).end.what).toBe('refused');
  });
});
