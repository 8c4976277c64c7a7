import { phases, play, weights } from '../support';
import { canary, deployment, hook, run, ticks } from './canary';

const NEVER = { new: { ready: 'never' } };

describe('Flagger: pods, deadlines, replicas', () => {
  test('F36: skipAnalysis', () => {
    const course = run({ stepWeight: 20 }, {}, { skipAnalysis: true });
    expect(ticks(course)).toEqual(['1 Progressing 100/0 failed=0', '2 Succeeded 100/0 failed=0']);
    expect(course.course[1]?.replicas).toEqual({ primary: 2, canary: 0 });
    const late = run({ stepWeight: 20 }, { new: { readyAfter: 25, asPrimary: { ready: 'never' } } }, { skipAnalysis: true });
    expect(late.end).toMatchObject({ what: 'promoted', tick: 4 });
  });

  test('F37: pods that are not ready: Progressing without a failed check', () => {
    const course = run({ stepWeight: 50, maxWeight: 50 }, { new: { readyAfter: 25 } });
    expect(ticks(course).slice(0, 4)).toEqual([
      '1 Progressing 100/0 failed=0',
      '2 Progressing 100/0 failed=0',
      '3 Progressing 100/0 failed=0',
      '4 Progressing 50/50 failed=0',
    ]);
    expect(course.course[1]?.events[0]).toContain(
      'not ready: waiting for rollout to finish: 0 of 2 (readyThreshold 100%) updated replicas are available',
    );
    const gap = run({ stepWeight: 20, maxWeight: 60 }, { new: { down: [{ from: 35, to: 55 }] } });
    expect(weights(gap)).toBe('100/0 80/20 60/40 40/60 100/0');
    expect(gap.course.slice(2, 6).map((row) => row.weights.canary)).toEqual([40, 40, 40, 60]);
  });

  test('F38: the deadline counts from when the Deployment became unavailable', () => {
    const course = run({ stepWeight: 50 }, NEVER, { progressDeadlineSeconds: 30 });
    expect(phases(course)).toBe('Progressing Failed');
    expect(course.end).toMatchObject({ what: 'rolledBack', tick: 5 });
    expect(course.course.at(-1)?.events).toEqual([expect.stringContaining('not ready'), 'Canary failed! Scaling down podinfo.test']);
    expect(run({ stepWeight: 50 }, NEVER).end).toMatchObject({ what: 'rolledBack', t: 620 });
    expect(run({ stepWeight: 50 }, NEVER, { progressDeadlineSeconds: 30, skipAnalysis: true }).end.what).toBe('rolledBack');
  });

  test('F38: it does nothing while the Deployment counts as available', () => {
    const course = run({ stepWeight: 50 }, { new: { ready: 0.75 } }, { progressDeadlineSeconds: 30 }, { replicas: 4 });
    expect(course.end).toMatchObject({ what: 'stuck', phase: 'Progressing' });
  });

  test('F39: a primary that does not become ready: Promoting at the last weight', () => {
    const course = run({ stepWeight: 50, maxWeight: 50 }, { new: { asPrimary: { ready: 'never' } } }, { progressDeadlineSeconds: 30 });
    expect(phases(course)).toBe('Progressing Promoting');
    expect(course.end).toMatchObject({ what: 'stuck', phase: 'Promoting' });
    expect(weights(course)).toBe('100/0 50/50');
    const failed = run({ stepWeight: 50, maxWeight: 50 }, { new: { asPrimary: { ready: 'never' } } }, {}, { progressDeadlineSeconds: 30 });
    expect(failed.course.at(-1)).toMatchObject({
      phase: 'Failed',
      weights: { primary: 0, canary: 100 },
      canaryWeight: 100,
      replicas: { canary: 2 },
    });
    expect(failed.end.what).toBe('failed');
  });

  test('F39: a primary that is down: no tick gets past it', () => {
    const course = run({ stepWeight: 20, maxWeight: 40 }, { old: { down: [{ from: 25, to: 45 }] } });
    expect(course.course.map((row) => row.weights.canary)).toEqual([0, 20, 20, 20, 40, 40, 0, 0]);
    expect(course.course.slice(2, 4).every((row) => row.checks?.length === 0 && row.failedChecks === 0)).toBe(true);
  });

  test('F40: canaryReadyThreshold is for the canary only', () => {
    const course = run({ stepWeight: 50, maxWeight: 50, canaryReadyThreshold: 50 }, { new: { ready: 0.5 } });
    expect(phases(course)).toBe('Progressing Promoting');
    expect(course.end.reason).toContain('1 old replicas are pending termination');
  });

  test('F41: replicas', () => {
    const at = (spec: object, more: object[] = [], canarySpec: object = {}, scenario: unknown = {}) =>
      play([canary({ stepWeight: 100 }, canarySpec), deployment(spec), ...more], scenario);
    expect(at({ replicas: 3 }).course[0]?.replicas).toEqual({ primary: 3, canary: 3 });
    expect(at({ replicas: undefined }).course[0]?.replicas).toEqual({ primary: 1, canary: 1 });
    const hpa = {
      apiVersion: 'autoscaling/v2',
      kind: 'HorizontalPodAutoscaler',
      metadata: { name: 'podinfo', namespace: 'test' },
      spec: { minReplicas: 4 },
    };
    const ref = { autoscalerRef: { apiVersion: 'autoscaling/v2', kind: 'HorizontalPodAutoscaler', name: 'podinfo' } };
    expect(at({ replicas: 2 }, [hpa], ref).course[0]?.replicas).toEqual({ primary: 2, canary: 4 });
    const grown = at({ replicas: 2 }, [], {}, { change: { image: true, replicas: 5 } });
    expect(grown.course.map((row) => row.replicas)).toEqual([
      { primary: 2, canary: 5 },
      { primary: 2, canary: 5 },
      { primary: 5, canary: 5 },
      { primary: 5, canary: 5 },
      { primary: 5, canary: 0 },
    ]);
    expect(at({}, [], {}, { change: { replicas: 5 } }).end.what).toBe('unchanged');
  });
});

describe('Flagger: changes in the middle', () => {
  test('F42: a new revision restarts the analysis', () => {
    const course = run(
      { stepWeight: 20, maxWeight: 60, threshold: 5 },
      { events: [{ at: { tick: 4 }, do: 'release' }], new: { successRate: 90 }, newer: {} },
    );
    expect(ticks(course).slice(1, 6)).toEqual([
      '2 Progressing 80/20 failed=0',
      '3 Progressing 80/20 failed=1',
      '4 Progressing 100/0 failed=0',
      '5 Progressing 80/20 failed=0',
      '6 Progressing 60/40 failed=0',
    ]);
    expect(course.course[3]?.events).toEqual(['New revision detected! Restarting analysis for podinfo.test']);
    expect(course.end.what).toBe('promoted');
  });

  test('F42: in Promoting nothing restarts; the newest gets a canary of its own afterwards', () => {
    const course = run({ stepWeight: 50, maxWeight: 50 }, { events: [{ at: { tick: 4 }, do: 'release' }] });
    expect(phases(course)).toBe('Progressing Promoting Finalising Succeeded Progressing Promoting Finalising Succeeded');
  });

  test('F43: the old image put back goes through the analysis, and then through a second one', () => {
    const course = run({ stepWeight: 50, maxWeight: 50 }, { events: [{ at: { tick: 3 }, do: 'restore' }] });
    expect(course.course.some((row) => row.events.some((event) => event.includes('Restarting')))).toBe(false);
    expect(phases(course)).toBe('Progressing Promoting Finalising Succeeded Progressing Promoting Finalising Succeeded');
    expect(course.end.what).toBe('rolledBack');
  });

  test('F43: after Failed the old image starts nothing, another one does', () => {
    const failed = { stepWeight: 50, threshold: 1 };
    const back = run(failed, { new: { successRate: 0 }, events: [{ at: { tick: 6 }, do: 'restore' }] });
    expect(phases(back)).toBe('Progressing Failed');
    const other = run(failed, { new: { successRate: 0 }, newer: {}, events: [{ at: { tick: 6 }, do: 'release' }] });
    expect(phases(other)).toBe('Progressing Failed Progressing Promoting Finalising Succeeded');
    expect(other.course[5]?.failedChecks).toBe(0);
  });

  test('F44: a tracked ConfigMap alone starts a canary', () => {
    const withConfig = deployment({ template: { spec: { containers: [{ envFrom: [{ configMapRef: { name: 'app' } }] }] } } });
    const map = (annotations: object) => ({
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name: 'app', namespace: 'test', annotations },
    });
    const go = (annotations: object) => play([canary({ stepWeight: 100 }), withConfig, map(annotations)], { change: { config: true } });
    expect(go({}).end).toMatchObject({ what: 'promoted', tick: 5 });
    expect(go({ 'flagger.app/config-tracking': 'disabled' }).end.what).toBe('unchanged');
  });

  test('F45: deleted in mid-course: the target keeps its pods', () => {
    const course = run({ stepWeight: 20 }, { events: [{ at: { tick: 4 }, do: 'delete' }] });
    expect(course.course.at(-1)).toMatchObject({ tick: 4, phase: 'Terminated', replicas: { primary: 0, canary: 2 }, newVersion: 100 });
    expect(course.end.what).toBe('deleted');
    expect(
      run({ stepWeight: 20 }, { events: [{ at: { tick: 4 }, do: 'delete' }] }, { revertOnDeletion: true }).course.at(-1)?.events,
    ).toEqual(['Terminating canary podinfo.test', 'Terminated canary podinfo.test']);
  });

  test('F46: suspended: nothing changes, and then it goes on', () => {
    const course = run(
      { stepWeight: 50, maxWeight: 50 },
      {
        events: [
          { at: { tick: 3 }, do: 'suspend' },
          { at: { tick: 6 }, do: 'resume' },
        ],
      },
    );
    expect(course.course.map((row) => row.phase)).toEqual([
      'Progressing',
      'Progressing',
      'Progressing',
      'Progressing',
      'Progressing',
      'Promoting',
      'Finalising',
      'Succeeded',
    ]);
    expect(course.course[3]?.events).toEqual(['skipping canary run as object is suspended']);
    expect(run({ stepWeight: 50 }, { events: [{ at: { tick: 3 }, do: 'suspend' }] }).end.what).toBe('suspended');
  });

  test('F47: session affinity: a first route by cookie while the canary has weight', () => {
    const course = run({ stepWeight: 50, maxWeight: 50, sessionAffinity: { cookieName: 'flagger' } });
    expect(course.course.map((row) => row.routes)).toEqual([
      [],
      ['cookie flagger of this revision: primary 0, canary 100'],
      ['cookie flagger of this revision: primary 0, canary 100'],
      ['cookie flagger of this revision: primary 100, canary 0, cookie deleted'],
      ['cookie flagger of this revision: primary 100, canary 0, cookie deleted'],
    ]);
    expect(course.exposure.who[0]).toContain('cookie flagger');
  });

  test('a gate that stays closed while another opens', () => {
    const course = run(
      { stepWeight: 50, webhooks: [hook('confirm-rollout'), hook('confirm-promotion')] },
      { gates: { 'confirm-rollout': 'open', 'confirm-promotion': 'closed' } },
    );
    expect(course.end.what).toBe('waiting');
  });
});
