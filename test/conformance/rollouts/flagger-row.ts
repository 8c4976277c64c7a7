import type { FlaggerPlan } from '../../../lib/model/plan';
import type { Deployment, HttpRoute, VirtualService } from '../harness/course';
import { type Canary, canaryPath } from '../harness/flagger';
import type { Kube } from '../harness/kube';

/** What a look left behind. */
export interface FlaggerRow {
  readonly phase: string;
  readonly weights: string;
  readonly status: string;
  readonly replicas: string;
}

export const deploymentPath = (namespace: string, name = 'web') => `/apis/apps/v1/namespaces/${namespace}/deployments/${name}`;

/** How a canary stands. */
export async function rowOf(kube: Kube, name: string, plan: FlaggerPlan): Promise<FlaggerRow> {
  const { status } = (await kube.find<Canary>(canaryPath(name, 'web'))) ?? {};
  const size = async (deployment: string) => (await kube.find<Deployment>(deploymentPath(name, deployment)))?.spec.replicas ?? 0;
  return {
    phase: status?.phase ?? 'Terminated',
    weights: await weightsOf(kube, name, plan),
    status: `weight ${status?.canaryWeight ?? 0}, failed ${status?.failedChecks ?? 0}, iterations ${status?.iterations ?? 0}`,
    replicas: `${await size('web-primary')}/${await size('web')}`,
  };
}

/** The weights of the rule that Flagger moves: the first, or with a session cookie the one after that of the cookie. */
async function weightsOf(kube: Kube, name: string, plan: FlaggerPlan): Promise<string> {
  if (plan.provider === 'kubernetes') return '100/0';
  if (plan.provider.startsWith('gatewayapi')) {
    const route = await kube.find<HttpRoute>(`/apis/gateway.networking.k8s.io/v1/namespaces/${name}/httproutes/web`);
    const refs = route?.spec.rules?.[0]?.backendRefs ?? [];
    return ['primary', 'canary'].map((end) => refs.find((ref) => ref.name === `web-${end}`)?.weight ?? 0).join('/');
  }
  const service = await kube.find<VirtualService>(`/apis/networking.istio.io/v1/namespaces/${name}/virtualservices/web`);
  const rules = service?.spec.http ?? [];
  const rule = plan.analysis.affinityCookie && rules.length > 1 ? rules[1] : rules[0];
  const weight = (end: string) => rule?.route?.find((one) => one.destination.host === `web-${end}`)?.weight ?? 0;
  return `${weight('primary')}/${weight('canary')}${rule?.mirror ? ' mirrored' : ''}`;
}
