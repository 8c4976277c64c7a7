/** How far a strategy fulfils what is asked of it. */
export type Fulfilment = 'fully' | 'partly' | 'not';

/** What is asked of a release strategy. */
export interface Fulfils {
  /** Enough pods answer at every moment of a release. */
  readonly highAvailability: Fulfilment;
  /** Pods come and go with the load, so that answers stay fast. */
  readonly responsiveness: Fulfilment;
  /** A new version reaches some requests before it reaches all. */
  readonly progressiveRollout: Fulfilment;
  /** A bad version goes away without a person. */
  readonly automaticRollback: Fulfilment;
  /** Few pods stand idle, during a release and otherwise. */
  readonly costEffectiveness: Fulfilment;
}

/** What must be in the cluster. */
export interface Needs {
  /** The mesh or gateway, or undefined where none is needed. */
  readonly mesh?: string;
  /** The controller, or undefined where Kubernetes itself does it. */
  readonly controller?: string;
  /** Whether decisions are made by metrics. */
  readonly metrics: 'yes' | 'if stated' | 'no';
}

/** One line of the table of strategies. */
export interface StrategyFacts {
  /** As it is written in code. */
  readonly name: string;
  readonly summary: string;
  readonly fulfils: Fulfils;
  readonly needs: Needs;
  /** Who meets a version that turns out to be bad. */
  readonly exposed: string;
  /** The one value that is edited to release and to go back. */
  readonly edit: string;
}

const table = (...values: readonly [Fulfilment, Fulfilment, Fulfilment, Fulfilment, Fulfilment]): Fulfils => {
  const [highAvailability, responsiveness, progressiveRollout, automaticRollback, costEffectiveness] = values;
  return { highAvailability, responsiveness, progressiveRollout, automaticRollback, costEffectiveness };
};

const CURRENT = '<service>.current';
const FLAGGER = 'Flagger';
const ARGO = 'Argo Rollouts';
const ISTIO = 'Istio';

/** Every strategy: a new one is a file beside this one and an entry here. */
export const STRATEGIES: readonly StrategyFacts[] = [
  {
    name: 'Recreate',
    summary: 'all pods of the old version end before the new ones begin',
    fulfils: table('not', 'not', 'not', 'not', 'not'),
    needs: { metrics: 'no' },
    exposed: 'everyone, after a gap in which nobody is answered',
    edit: CURRENT,
  },
  {
    name: 'RollingUpdate',
    summary: 'a few pods at a time; pods that never become ready stop it',
    fulfils: table('fully', 'fully', 'partly', 'not', 'fully'),
    needs: { metrics: 'no' },
    exposed: 'a growing share of everyone, at random, until all',
    edit: CURRENT,
  },
  {
    name: 'BlueGreen',
    summary: 'two versions at full size; a Service selects one',
    fulfils: table('fully', 'fully', 'not', 'not', 'not'),
    needs: { metrics: 'no' },
    exposed: 'who asks the preview Service; after the switch everyone, until it is switched back',
    edit: '<service>.active',
  },
  {
    name: 'BlueGreen.byRoutes',
    summary: 'two versions at full size; a route names one',
    fulfils: table('fully', 'fully', 'partly', 'not', 'not'),
    needs: { mesh: ISTIO, metrics: 'no' },
    exposed: 'testers by header; after the switch everyone, until it is switched back',
    edit: '<service>.active',
  },
  {
    name: 'WeightedRelease.onIstio',
    summary: 'all versions side by side; header, path and weight decide',
    fulfils: table('fully', 'fully', 'fully', 'not', 'not'),
    needs: { mesh: ISTIO, metrics: 'no' },
    exposed: 'testers by header, and the stated share of everyone',
    edit: 'the weight',
  },
  {
    name: 'WeightedRelease.onGatewayApi',
    summary: 'all versions side by side; an HTTPRoute or GRPCRoute decides, the more specific match first',
    fulfils: table('fully', 'fully', 'fully', 'not', 'not'),
    needs: { mesh: 'Gateway API', metrics: 'no' },
    exposed: 'testers by header, and the stated share of everyone',
    edit: 'the weight',
  },
  {
    name: 'KnativeRelease',
    summary: 'every version is a revision; requests are split between them; no requests, no pods',
    fulfils: table('fully', 'partly', 'partly', 'not', 'fully'),
    needs: { controller: 'Knative Serving', metrics: 'no' },
    exposed: 'the stated share of everyone; who asks the address of a tag',
    edit: CURRENT,
  },
  {
    name: 'FlaggerRelease.canary',
    summary: 'weights rise as long as the metrics hold',
    fulfils: table('fully', 'fully', 'fully', 'fully', 'partly'),
    needs: { mesh: 'Istio, Gateway API, NGINX or Knative', controller: FLAGGER, metrics: 'yes' },
    exposed: 'the weight of the step at which it fails, without a check before the first weight (with mirror: nobody before a check)',
    edit: CURRENT,
  },
  {
    name: 'FlaggerRelease.abTest',
    summary: 'requests with a header or cookie go to the new version; promoted after good checks',
    fulfils: table('fully', 'fully', 'partly', 'fully', 'partly'),
    needs: { mesh: 'Istio, Gateway API or NGINX', controller: FLAGGER, metrics: 'yes' },
    exposed: 'those whose headers or cookies match',
    edit: CURRENT,
  },
  {
    name: 'FlaggerRelease.blueGreen',
    summary: 'checked beside the old version, by load tests or mirrored requests, then all at once',
    fulfils: table('fully', 'fully', 'not', 'fully', 'partly'),
    needs: { controller: FLAGGER, metrics: 'yes' },
    exposed: 'nobody before the checks have passed; then everyone',
    edit: CURRENT,
  },
  {
    name: 'ArgoRollout.canary',
    summary: 'steps of weights by the number of pods, pauses and analyses',
    fulfils: table('fully', 'fully', 'fully', 'fully', 'fully'),
    needs: { controller: ARGO, metrics: 'if stated' },
    exposed: 'the share of pods at the step at which it fails, at random',
    edit: CURRENT,
  },
  {
    name: 'ArgoRollout.canary with traffic',
    summary: 'steps of weights by routes, header and mirror routes, pauses and analyses; one version or both at full size',
    fulfils: table('fully', 'fully', 'fully', 'fully', 'partly'),
    needs: { mesh: 'Istio, or Gateway API by a plugin', controller: ARGO, metrics: 'if stated' },
    exposed: 'the weight of the step at which it fails; testers by header',
    edit: CURRENT,
  },
  {
    name: 'ArgoRollout.blueGreen',
    summary: 'the new version at full size behind a preview Service, then all at once, with analyses before and after',
    fulfils: table('fully', 'fully', 'not', 'fully', 'not'),
    needs: { controller: ARGO, metrics: 'if stated' },
    exposed: 'who asks the preview Service; after the promotion everyone, until an analysis fails',
    edit: CURRENT,
  },
  {
    name: 'SwitchedRelease',
    summary: 'one of two strategies, by a boolean parameter',
    fulfils: table('partly', 'partly', 'partly', 'partly', 'partly'),
    needs: { metrics: 'no' },
    exposed: 'as the chosen strategy says',
    edit: 'the switch',
  },
];
