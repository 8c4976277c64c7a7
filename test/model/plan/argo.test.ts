import type { ArgoPlan } from '../../../lib/model/plan';
import { istio, metric, rollout, service, template, virtualService } from '../../simulate/rollouts/argo/rollout';
import { planFrom } from '../../simulate/rollouts/support';

const plan = (...objects: object[]) => planFrom(...objects) as ArgoPlan;
const problems = (...objects: object[]) => plan(...objects).problems.map(({ path, message }) => `${path}: ${message}`);
const SERVICES = [service('app-stable'), service('app-canary'), virtualService];

describe('plans of Argo Rollouts', () => {
  test('a canary with all that it states', () => {
    const read = plan(
      rollout(
        istio({
          steps: [
            { setWeight: 5 },
            { pause: { duration: '1m30s' } },
            { setCanaryScale: { weight: 50 } },
            { analysis: { templates: [{ templateName: 'check' }], args: [{ name: 'least', value: '0.9' }] } },
          ],
          maxSurge: '20%',
          maxUnavailable: 0,
          abortScaleDownDelaySeconds: 0,
        }),
      ),
      ...SERVICES,
      {
        ...template('check', metric({ successCondition: 'result[0] >= {{args.least}}' })),
        spec: { args: [{ name: 'least' }], metrics: [metric({ successCondition: 'result[0] >= {{args.least}}' })] },
      },
    );
    expect(read.problems).toEqual([]);
    expect(read.strategy).toMatchObject({
      kind: 'canary',
      steps: [
        { kind: 'setWeight', weight: 5 },
        { kind: 'pause', seconds: 90 },
        { kind: 'setCanaryScale', weight: 50 },
        {
          kind: 'analysis',
          analysis: { templates: ['check'], metrics: [{ name: 'success', successCondition: 'result[0] >= 0.9', count: 3, interval: 1 }] },
        },
      ],
      maxSurge: { percent: 20 },
      maxUnavailable: { pods: 0 },
      traffic: { routers: ['istio'], level: 'host', maxWeight: 100 },
      scaleDownDelaySeconds: 30,
      abortScaleDownDelay: { stated: true },
    });
  });

  test('an argument without a value makes the run an Error', () => {
    const read = plan(rollout({ canary: { steps: [{ analysis: { templates: [{ templateName: 'check' }] } }] } }), {
      ...template('check'),
      spec: { args: [{ name: 'least' }], metrics: [metric({ successCondition: 'result[0] > {{args.least}}' })] },
    });
    expect(read.strategy).toMatchObject({
      steps: [{ analysis: { error: 'Unable to resolve metric arguments: failed to resolve {{args.least}}' } }],
    });
  });

  test.each([
    [{ canary: {}, blueGreen: {} }, 'spec.strategy: Multiple Strategies can not be listed'],
    [{}, "spec.strategy: Rollout has missing field '.spec.strategy.canary or .spec.strategy.blueGreen'"],
    [{ canary: { maxSurge: 0, maxUnavailable: '0%' } }, 'spec.strategy.maxSurge: MaxSurge and MaxUnavailable both can not be zero'],
    [{ canary: { steps: [{ setWeight: 101 }] } }, 'spec.strategy.steps[0].setWeight: SetWeight needs to be between 0 and 100'],
    [{ canary: { steps: [{ setWeight: 5, pause: {} }] } }, 'spec.strategy.steps[0]: Step must have one of'],
    [{ canary: { steps: [{}] } }, 'spec.strategy.steps[0]: Step must have one of'],
    [
      { canary: { steps: [{ pause: { duration: 'soon' } }] } },
      'spec.strategy.steps[0].pause.duration: Duration needs to be greater than 0',
    ],
    [
      { canary: { steps: [{ setCanaryScale: { weight: 5 } }] } },
      'spec.strategy.trafficRouting: SetCanaryScale requires TrafficRouting to be set',
    ],
    [
      { canary: { steps: [{ setHeaderRoute: { name: 'x' } }] } },
      'spec.strategy.steps[0].setHeaderRoute: SetHeaderRoute requires TrafficRouting',
    ],
    [
      { canary: { scaleDownDelaySeconds: 5 } },
      'spec.strategy.scaleDownDelaySeconds: Canary scaleDownDelaySeconds can only be used with traffic routing',
    ],
    [
      { canary: { dynamicStableScale: true } },
      'spec.strategy.dynamicStableScale: Canary dynamicStableScale can only be used with traffic routing',
    ],
    [
      { blueGreen: { activeService: 'a', previewService: 'a' } },
      'spec.strategy.activeService: This rollout uses the same service for the active and preview services',
    ],
    [
      {
        canary: {
          stableService: 'a',
          canaryService: 'b',
          trafficRouting: { nginx: {} },
          steps: [{ experiment: { templates: [{ name: 'x', specRef: 'canary', weight: 5 }] } }],
        },
      },
      'spec.strategy.steps[0].experiment.templates[0].weight: Experiment template weight is only available for TrafficRouting with SMI, ALB, Istio and Plugins',
    ],
    [{ blueGreen: { activeService: 'nope' } }, 'spec.strategy.blueGreen.activeService: Invalid value: "nope": service "nope" not found'],
    [
      { canary: { trafficRouting: { istio: { virtualService: { name: 'app' } } } } },
      'spec.strategy.stableService: Canary service and Stable service must to be set to use Traffic Routing',
    ],
    [
      { canary: { analysis: { templates: [{ templateName: 'nope' }] } } },
      'spec.strategy.canary.analysis.templates: Invalid value: "nope": AnalysisTemplate \'nope\' not found',
    ],
  ])('InvalidSpec: %j', (strategy, message) => {
    expect(problems(rollout(strategy)).join('\n')).toContain(message);
  });

  test('InvalidSpec: Services and VirtualServices that do not fit', () => {
    const other = { ...service('app-canary'), spec: { selector: { app: 'other' } } };
    expect(problems(rollout(istio({})), service('app-stable'), other, virtualService).join()).toContain(
      'Service "app-canary" has unmatch label "app" in rollout',
    );
    expect(problems(rollout(istio({})), service('app-stable'), service('app-canary')).join()).toContain(
      'virtualservices.networking.istio.io "app" not found',
    );
    const routes = (http: object[]) =>
      problems(rollout(istio({})), service('app-stable'), service('app-canary'), { ...virtualService, spec: { http } }).join();
    const to = (...hosts: string[]) => hosts.map((host) => ({ destination: { host } }));
    expect(routes([{ name: 'else', route: to('app-stable', 'app-canary') }])).toContain(
      "HTTP Route 'primary' is not found in the defined Virtual Service.",
    );
    expect(routes([{ name: 'primary', route: to('app-stable', 'elsewhere') }])).toContain("Canary Service 'app-canary' not found in route");
    const unnamed = rollout(istio({}, { istio: { virtualService: { name: 'app' } } }));
    const two = {
      ...virtualService,
      spec: {
        http: [
          { name: 'a', route: to('app-stable', 'app-canary') },
          { name: 'b', route: to('app-stable') },
        ],
      },
    };
    expect(problems(unnamed, service('app-stable'), service('app-canary'), two).join()).toContain(
      'it must have exactly one route when omitting',
    );
  });
});
