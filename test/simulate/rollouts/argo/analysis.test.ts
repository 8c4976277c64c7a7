import { phases, weights } from '../support';
import { metric, routed, steps, template } from './rollout';

const STEPS = [{ setWeight: 20 }, { analysis: { templates: [{ templateName: 'check' }] } }, { setWeight: 50 }];
const inline = (more: object, value: unknown, list: object[] = STEPS) =>
  routed({ steps: list }, { metrics: { success: value } }, {}, {}, template('check', metric(more)));
const measurements = (course: ReturnType<typeof routed>) =>
  course.course.flatMap((row) => (row.checks ?? []).map((check) => ({ ok: check.ok, value: check.value, why: check.why })));

describe('Argo Rollouts: analysis', () => {
  test('A30: failed when failed > failureLimit over the whole run; successes do not reset it', () => {
    const course = inline({ failureLimit: 2, count: 10 }, { each: [0.5, 1, 0.5, 1, 0.5, 1] });
    expect(measurements(course).length).toBe(5);
    expect(course.end).toMatchObject({
      what: 'rolledBack',
      reason:
        'RolloutAborted: Rollout aborted update to revision 2: Step-based analysis phase error/failed: Metric "success" assessed Failed due to failed (3) > failureLimit (2)',
    });
    const good = inline({ failureLimit: 2, count: 4 }, { each: [0.5, 1, 0.5, 1] });
    expect(measurements(good).length).toBe(4);
    expect(good.end.what).toBe('promoted');
  });

  test('A31: inconclusive pauses, and promote goes to the next step without measuring again', () => {
    const both = { successCondition: 'result[0] >= 0.95', failureCondition: 'result[0] < 0.5' };
    const course = inline(both, 0.7);
    expect(course.course.at(-1)).toMatchObject({ phase: 'Paused', message: 'InconclusiveAnalysisRun', weights: { canary: 20 } });
    expect(course.end.what).toBe('waiting');
    expect(inline({ ...both, inconclusiveLimit: 2 }, { each: [0.7, 0.7, 1] }).end.what).toBe('promoted');
    const promoted = routed(
      { steps: STEPS },
      { metrics: { success: 0.7 }, events: [{ at: { t: 10 }, do: 'promote' }] },
      {},
      {},
      template('check', metric(both)),
    );
    expect(promoted.end.what).toBe('promoted');
    expect(measurements(promoted).length).toBe(1);
  });

  test('A32: one condition, or none', () => {
    expect(inline({ successCondition: undefined, failureCondition: 'result[0] < 0.5' }, 0.7).end.what).toBe('promoted');
    expect(inline({ successCondition: undefined, failureCondition: 'result[0] < 0.5' }, 0.4).end.what).toBe('rolledBack');
    expect(inline({ successCondition: undefined }, 0).end.what).toBe('promoted');
    expect(inline({}, 0.7).end.what).toBe('rolledBack');
  });

  test.each([
    [{}, 'error'],
    [{}, 'none'],
    [{ successCondition: 'result >= 0.95' }, 1],
  ])('A33: %j measuring %p is an error, tried again after 10 s; the fifth ends it', (more, value) => {
    const course = inline(more, value);
    const times = course.course.flatMap((row) => (row.checks ?? []).map(() => row.t));
    expect(times.length).toBe(5);
    const aborted = course.course.find((row) => row.phase === 'Degraded');
    expect((aborted?.t ?? 0) - (course.course.find((row) => row.index === 1)?.t ?? 0)).toBe(40);
    expect(course.end.reason).toContain('assessed Error due to consecutiveErrors (5) > consecutiveErrorLimit (4)');
  });

  test('A33: a measurement that is no error resets the count, and errors do not count', () => {
    const course = inline({ count: 2 }, { each: ['error', 'error', 'error', 'error', 1, 'error', 1] });
    expect(course.end.what).toBe('promoted');
    expect(measurements(course).length).toBe(7);
  });

  test('A34: NaN fails; no data can be allowed', () => {
    expect(inline({}, 'NaN').end.what).toBe('rolledBack');
    expect(inline({ successCondition: 'len(result) == 0 || result[0] >= 0.95' }, 'none').end.what).toBe('promoted');
  });

  test('A35: when it measures', () => {
    const lasts = (more: object) => {
      const course = inline(more, 1);
      return (course.course.find((row) => row.index === 2)?.t ?? 0) - (course.course.find((row) => row.index === 1)?.t ?? 0);
    };
    expect(lasts({ count: 3 })).toBe(2);
    expect(lasts({ count: undefined, interval: undefined })).toBe(0);
    expect(lasts({ count: 3, initialDelay: '5s' })).toBe(7);
  });

  test('A36: dry run, several metrics, a job, a web metric', () => {
    const dry = routed(
      { steps: [{ setWeight: 20 }, { analysis: { templates: [{ templateName: 'check' }], dryRun: [{ metricName: 'success' }] } }] },
      { metrics: { success: 0 } },
      {},
      {},
      template('check', metric()),
    );
    expect(dry.end.what).toBe('promoted');
    expect(measurements(dry).length).toBe(1);
    const two = routed(
      { steps: STEPS },
      { metrics: { success: 1, errors: { each: [1, 9] } } },
      {},
      {},
      template('check', metric({ count: 10 }), metric({ name: 'errors', count: 10, successCondition: 'result[0] < 5' })),
    );
    expect(two.end.reason).toContain('Metric "errors" assessed Failed');
    const job = { name: 'success', provider: { job: { spec: {} } } };
    const ends = (value: unknown, one: object) =>
      routed({ steps: STEPS }, { metrics: { success: value } }, {}, {}, template('check', one)).end.what;
    expect([ends(0, job), ends(1, job)]).toEqual(['promoted', 'rolledBack']);
    const web = {
      name: 'success',
      successCondition: 'result == true',
      failureCondition: 'result == false',
      provider: { web: { url: 'http://x', jsonPath: '{$.ok}' } },
    };
    expect([ends(true, web), ends(false, web)]).toEqual(['promoted', 'rolledBack']);
  });

  test('A37: limits', () => {
    const course = inline({ failureLimit: -1 }, 1);
    expect(course.end.reason).toContain('failureLimit and consecutiveSuccessLimit cannot both be disabled');
    expect(measurements(course)).toEqual([]);
    const three = inline({ failureLimit: -1, consecutiveSuccessLimit: 3, count: undefined, interval: '1s' }, { each: [1, 0, 1, 1, 1] }, [
      { setWeight: 20 },
      { analysis: { templates: [{ templateName: 'check' }] } },
    ]);
    expect(three.end.what).toBe('refused');
    const counted = inline({ failureLimit: -1, consecutiveSuccessLimit: 3, count: 20 }, { each: [1, 0, 1, 1, 1] });
    expect(counted.end.what).toBe('promoted');
    expect(measurements(counted).length).toBe(5);
  });

  test('A38: a missing template or an endless inline one: InvalidSpec, from the first apply', () => {
    const missing = routed({ steps: STEPS });
    expect(missing.end).toMatchObject({ what: 'refused', phase: 'Degraded' });
    expect(missing.end.reason).toContain("AnalysisTemplate 'check' not found");
    expect(missing.course).toHaveLength(1);
    expect(inline({ count: undefined }, 1).end.reason).toContain('runs indefinitely');
  });

  const background = (
    analysis: object,
    value: unknown,
    list: object[] = [{ setWeight: 20 }, { pause: { duration: '10s' } }, { setWeight: 50 }],
  ) =>
    routed(
      { steps: list, analysis: { templates: [{ templateName: 'check' }], ...analysis } },
      { metrics: { success: value } },
      {},
      {},
      template('check', metric({ count: undefined, interval: '2s' })),
    );

  test('A39: in the background it aborts in any step or pause', () => {
    const course = background({}, [
      { t: 0, value: 1 },
      { t: 6, value: 0 },
    ]);
    expect(phases(course)).toBe('Progressing Paused Degraded');
    expect(course.end.reason).toContain(
      'Background analysis phase error/failed: Metric "success" assessed Failed due to failed (1) > failureLimit (0)',
    );
    expect(weights(course)).toBe('100/0 80/20 100/0');
    expect(background({}, 1).end.what).toBe('promoted');
    expect(background({ startingStep: 4 }, 0).end.what).toBe('promoted');
  });

  test('A39: inconclusive in the background: Paused, and a pause that is over moves the index and stays', () => {
    const run = routed(
      {
        steps: [{ setWeight: 20 }, { pause: { duration: '10s' } }, { setWeight: 50 }, { pause: {} }],
        analysis: { templates: [{ templateName: 'check' }] },
      },
      {
        metrics: {
          success: [
            { t: 0, value: 1 },
            { t: 4, value: 0.7 },
          ],
        },
      },
      {},
      {},
      template('check', metric({ count: undefined, interval: '2s', failureCondition: 'result[0] < 0.5' })),
    );
    expect(run.course.at(-1)).toMatchObject({ phase: 'Paused', index: 2 });
    expect(run.end.reason).toContain('inconclusive');
  });

  test('A40: nothing measures before the change', () => {
    const course = routed({ steps: STEPS }, { change: { image: false }, metrics: { success: 0 } }, {}, {}, template('check', metric()));
    expect(course.end).toMatchObject({ what: 'unchanged', phase: 'Healthy' });
    expect(measurements(course)).toEqual([]);
  });

  test('A41: an experiment has pods of its own; the index waits for its duration', () => {
    const experiment = {
      duration: '20s',
      templates: [
        { name: 'baseline', specRef: 'stable' },
        { name: 'canary', specRef: 'canary', replicas: 2 },
      ],
    };
    const course = routed({ steps: [{ experiment }, { setWeight: 50 }, { pause: {} }] });
    const during = course.course.find((row) => row.replicas.experiment);
    expect(during?.replicas).toEqual({ old: 4, new: 0, experiment: 3 });
    expect(steps(course)).toBe('0:Progressing 1:Progressing 2:Progressing 2:Paused');
    expect(course.course.find((row) => row.index === 1)?.t).toBe(21);
    const analysed = { ...experiment, analyses: [{ name: 'a', templateName: 'check', requiredForCompletion: true }] };
    const bad = routed({ steps: [{ experiment: analysed }] }, { metrics: { success: 0 } }, {}, {}, template('check', metric()));
    expect(bad.end).toMatchObject({ what: 'rolledBack', reason: expect.stringContaining('Experiment analysis phase is error/failed') });
  });

  test('a background analysis measures on while no pod is ready; what it measures belongs to the row that is there', () => {
    const background = { templates: [{ templateName: 'check' }] };
    const endless = template('check', metric({ count: undefined, initialDelay: '1s' }));
    const course = routed({ steps: STEPS.slice(0, 1), analysis: background }, { new: { ready: 'never' } }, {}, {}, endless);
    expect(steps(course)).toBe('0:Progressing 0:Degraded');
    expect(measurements({ ...course, course: course.course.filter((row) => row.phase === 'Progressing') })).toHaveLength(599);
    expect(course.assumptions).not.toContain('A pod is ready 1 s after its start, unless the scenario says otherwise.');
  });
});
