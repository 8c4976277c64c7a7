import { phases, play, runs } from '../support';
import { blueGreen, metric, rollout, service, template } from './rollout';

const services = (course: ReturnType<typeof blueGreen>) => runs(course, (row) => `${row.services?.active}/${row.services?.preview}`);
const analysis = (name: string) => ({ [name]: { templates: [{ templateName: 'check' }] } });
const CHECK = template('check', metric());

describe('Argo Rollouts: blueGreen', () => {
  test('A50: full size at once, then switched, then the old one goes', () => {
    const course = blueGreen({});
    expect(services(course)).toBe('old/new new/new');
    expect(course.course.find((row) => row.t === 0 && row.replicas.new === 4)).toBeDefined();
    expect(course.end).toMatchObject({ what: 'promoted', t: 1 });
    expect(course.course.at(-1)).toMatchObject({ t: 31, replicas: { old: 0, new: 4 } });
    expect(blueGreen({ scaleDownDelaySeconds: 5 }).course.at(-1)?.t).toBe(6);
  });

  test('A50: autoPromotionEnabled false, and autoPromotionSeconds', () => {
    const waiting = blueGreen({ autoPromotionEnabled: false });
    expect(waiting.course.at(-1)).toMatchObject({ phase: 'Paused', message: 'BlueGreenPause' });
    expect(waiting.end).toMatchObject({ what: 'waiting' });
    expect(waiting.exposure.requests.newVersion).toBe(0);
    const timed = blueGreen({ autoPromotionSeconds: 7 });
    expect(timed.course.find((row) => row.services?.active === 'new')?.t).toBe(8);
    const promoted = blueGreen({ autoPromotionEnabled: false }, { events: [{ at: { t: 5 }, do: 'promote' }] });
    expect(promoted.end).toMatchObject({ what: 'promoted', t: 5 });
    expect([phases(waiting), phases(timed), phases(promoted)]).toEqual([
      'Progressing Paused',
      'Progressing Paused Healthy',
      'Progressing Paused Progressing Healthy',
    ]);
  });

  test('A51: a preview of fewer pods is scaled to full, and ready, before active switches', () => {
    const course = blueGreen(
      { autoPromotionEnabled: false, previewReplicaCount: 1 },
      { new: { readyAfter: 3 }, events: [{ at: { t: 10 }, do: 'promote' }] },
    );
    expect(course.course.find((row) => row.phase === 'Paused')?.replicas).toEqual({ old: 4, new: 1 });
    const switched = course.course.find((row) => row.services?.active === 'new');
    expect(switched).toMatchObject({ t: 13, available: { old: 4, new: 4 } });
  });

  test('A52: prePromotionAnalysis', () => {
    const bad = blueGreen(analysis('prePromotionAnalysis'), { metrics: { success: 0 } }, {}, CHECK);
    expect(services(bad)).toBe('old/new');
    expect(bad.end).toMatchObject({ what: 'rolledBack', phase: 'Degraded' });
    expect(bad.end.reason).toContain('Blue/green pre-promotion analysis phase error/failed');
    const good = blueGreen(analysis('prePromotionAnalysis'), { metrics: { success: 1 } }, {}, CHECK);
    expect(good.course.find((row) => row.services?.active === 'new')?.t).toBe(3);
    const manual = blueGreen({ ...analysis('prePromotionAnalysis'), autoPromotionEnabled: false }, { metrics: { success: 1 } }, {}, CHECK);
    expect(manual.course.at(-1)).toMatchObject({ phase: 'Paused', message: 'BlueGreenPause' });
    const timed = blueGreen({ ...analysis('prePromotionAnalysis'), autoPromotionSeconds: 10 }, { metrics: { success: 1 } }, {}, CHECK);
    expect(timed.course.find((row) => row.services?.active === 'new')?.t).toBe(13);
  });

  test('A52: inconclusive: promote starts a second run instead of switching', () => {
    const check = template('check', metric({ failureCondition: 'result[0] < 0.5' }));
    const course = blueGreen(
      analysis('prePromotionAnalysis'),
      { metrics: { success: 0.7 }, events: [{ at: { t: 10 }, do: 'promote' }] },
      {},
      check,
    );
    expect(course.course.at(-1)).toMatchObject({ phase: 'Paused', message: 'InconclusiveAnalysisRun', services: { active: 'old' } });
    expect(course.course.flatMap((row) => row.checks ?? []).length).toBe(2);
  });

  test('A53: postPromotionAnalysis', () => {
    const bad = blueGreen(analysis('postPromotionAnalysis'), { metrics: { success: { each: [1, 0] } } }, {}, CHECK);
    expect(services(bad)).toBe('old/new new/new old/new');
    expect(bad.course.find((row) => row.services?.active === 'new')).toMatchObject({
      phase: 'Progressing',
      message: 'waiting for analysis to complete',
    });
    expect(phases(bad)).toBe('Progressing Degraded');
    const good = blueGreen(analysis('postPromotionAnalysis'), { metrics: { success: 1 } }, {}, CHECK);
    expect(good.end).toMatchObject({ what: 'promoted', t: 3 });
    expect(good.course.at(-1)?.replicas).toEqual({ old: 0, new: 4 });
  });

  test('A54: abort while paused; a third version; the old image back', () => {
    const aborted = blueGreen({ autoPromotionEnabled: false }, { events: [{ at: { t: 5 }, do: 'abort' }] });
    expect(services(aborted)).toBe('old/new');
    expect(aborted.course.at(-1)).toMatchObject({ t: 35, replicas: { old: 4, new: 0 }, phase: 'Degraded' });
    const third = blueGreen({ autoPromotionEnabled: false }, { events: [{ at: { t: 5 }, do: 'release' }] });
    expect(services(third)).toBe('old/new old/newer');
    expect(third.course.find((row) => row.t > 6 && row.replicas.new === 0)?.t).toBe(35);
    const back = blueGreen({ autoPromotionEnabled: false }, { events: [{ at: { t: 5 }, do: 'restore' }] });
    expect(back.course.at(-1)).toMatchObject({
      phase: 'Healthy',
      services: { active: 'old', preview: 'old' },
      replicas: { old: 4, new: 0 },
    });
    expect(back.end).toMatchObject({ what: 'rolledBack', t: 5 });
  });

  test('A17: abortScaleDownDelaySeconds 0 keeps the preview for ever', () => {
    const course = blueGreen({ autoPromotionEnabled: false, abortScaleDownDelaySeconds: 0 }, { events: [{ at: { t: 5 }, do: 'abort' }] });
    expect(course.course.at(-1)).toMatchObject({ phase: 'Degraded', replicas: { old: 4, new: 4 } });
  });

  test('A55: scaleDownDelayRevisionLimit 1 keeps one old version; without a preview Service all the same', () => {
    const course = blueGreen({ scaleDownDelayRevisionLimit: 1 }, { events: [{ at: { t: 5 }, do: 'release' }] });
    const both = course.course.filter((row) => row.t >= 6 && row.services?.active === 'newer').at(0);
    expect(course.course.filter((row) => row.t === 6).at(-1)?.replicas).toEqual({ old: 0, new: 4, newer: 4 });
    expect(both).toBeDefined();
    const single = play([rollout({ blueGreen: { activeService: 'active', autoPromotionEnabled: false } }), service('active')]);
    expect(single.course.at(-1)).toMatchObject({ phase: 'Paused', services: { active: 'old' } });
  });

  test('A56: workloadRef: the template of the Deployment counts, and the Deployment goes to 0', () => {
    const deployment = {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: { name: 'app', namespace: 'test' },
      spec: { replicas: 3, template: { metadata: { labels: { app: 'app' } } } },
    };
    const spec = (scaleDown?: string) => ({
      template: undefined,
      workloadRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'app', scaleDown },
    });
    const course = blueGreen({}, {}, spec('onsuccess'), deployment);
    expect(course.end.what).toBe('promoted');
    expect(course.course.at(-1)?.replicas).toEqual({ old: 0, new: 4, workload: 0 });
    expect(blueGreen({}, {}, spec(), deployment).course[0]?.replicas.workload).toBe(3);
    expect(blueGreen({}, {}, spec()).end.what).toBe('refused');
  });
});
