import type { IRelease, ServiceVersion } from 'cdk8s-progressive';
import { release as argoBackground } from './argo-background';
import { release as argoBlueGreen } from './argo-blue-green';
import { release as argoBlueGreenChecked } from './argo-blue-green-checked';
import { release as argoCanary } from './argo-canary';
import { release as argoCanaryIstio } from './argo-canary-istio';
import { release as argoCanarySubsets } from './argo-canary-subsets';
import { release as argoCanaryTesters } from './argo-canary-testers';
import { release as argoExperiment } from './argo-experiment';
import { release as argoGatewayApi } from './argo-gateway-api';
import { release as argoPingPong } from './argo-ping-pong';
import { release as argoWorkload } from './argo-workload';
import { release as blueGreen } from './blue-green';
import { release as blueGreenByRoutes } from './blue-green-by-routes';
import { release as flaggerAbTest } from './flagger-ab-test';
import { release as flaggerBlueGreen } from './flagger-blue-green';
import { release as flaggerCanary } from './flagger-canary';
import { release as flaggerCanaryAffinity } from './flagger-canary-affinity';
import { release as flaggerCanarySteps } from './flagger-canary-steps';
import { release as flaggerGatewayApi } from './flagger-gateway-api';
import { release as flaggerKnative } from './flagger-knative';
import { release as flaggerKubernetes } from './flagger-kubernetes';
import { release as flaggerMirror } from './flagger-mirror';
import { release as flaggerNginx } from './flagger-nginx';
import { release as knative } from './knative';
import { release as recreate } from './recreate';
import { release as rollingUpdate } from './rolling-update';
import { release as switched } from './switched';
import { release as weighted } from './weighted';
import { release as weightedGatewayApi } from './weighted-gateway-api';

/** Every strategy by name: one file each. */
export const strategies: { readonly [name: string]: (v1: ServiceVersion, v2: ServiceVersion) => IRelease } = {
  'argo-background': argoBackground,
  'argo-blue-green': argoBlueGreen,
  'argo-blue-green-checked': argoBlueGreenChecked,
  'argo-canary': argoCanary,
  'argo-canary-istio': argoCanaryIstio,
  'argo-canary-subsets': argoCanarySubsets,
  'argo-canary-testers': argoCanaryTesters,
  'argo-experiment': argoExperiment,
  'argo-gateway-api': argoGatewayApi,
  'argo-ping-pong': argoPingPong,
  'argo-workload': argoWorkload,
  'blue-green': blueGreen,
  'blue-green-by-routes': blueGreenByRoutes,
  'flagger-ab-test': flaggerAbTest,
  'flagger-blue-green': flaggerBlueGreen,
  'flagger-canary': flaggerCanary,
  'flagger-canary-affinity': flaggerCanaryAffinity,
  'flagger-canary-steps': flaggerCanarySteps,
  'flagger-gateway-api': flaggerGatewayApi,
  'flagger-knative': flaggerKnative,
  'flagger-kubernetes': flaggerKubernetes,
  'flagger-mirror': flaggerMirror,
  'flagger-nginx': flaggerNginx,
  knative: knative,
  recreate: recreate,
  'rolling-update': rollingUpdate,
  switched: switched,
  weighted: weighted,
  'weighted-gateway-api': weightedGatewayApi,
};
