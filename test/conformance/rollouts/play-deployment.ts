import { isDeepStrictEqual } from 'node:util';
import type { Course } from '../../../lib/simulate/rollouts/course';
import type { Scenario } from '../../../lib/simulate/rollouts/scenario/scenario';
import type { Controllers } from '../harness/check';
import type { KubeObject } from '../harness/kube';
import { wait } from '../harness/process';
import { applyAll } from '../harness/release';
import type { ReplicaSet } from './argo-recorder';
import type { RolloutCase } from './case';
import { Steering } from './steer';

/** How a Deployment came to rest: what it wants of each version, oldest first, and how many of all are available. */
export interface DeploymentRest {
  readonly pods: string;
  readonly available: number;
  readonly exceeded: boolean;
}

interface Deployment extends KubeObject {
  status?: { availableReplicas?: number; replicas?: number; conditions?: { type: string; reason: string }[] };
}

export function deploymentRest({ course }: Course): DeploymentRest {
  const last = course.at(-1);
  // What rests until the deadline of 10 minutes is compared before it.
  const row = last?.phase === 'ProgressDeadlineExceeded' && last.t >= 600 ? course.at(-2) : last;
  const sum = (amounts: object = {}) => Object.values(amounts).reduce((total: number, one: number) => total + one, 0);
  const pods = ['old', 'new', 'newer'].flatMap((version) => row?.replicas[version] ?? []);
  return { pods: pods.join('/'), available: sum(row?.available), exceeded: row?.phase === 'ProgressDeadlineExceeded' };
}

/** Plays a Deployment on the real deployment controller until it is what is wanted and stays so. */
export async function playDeployment(
  { cluster }: Controllers,
  { name, objects }: RolloutCase,
  scenario: Scenario,
  wanted: DeploymentRest,
): Promise<DeploymentRest> {
  const { kube } = cluster;
  const path = `/apis/apps/v1/namespaces/${name}/deployments/web`;
  const steering = new Steering(kube, name, scenario);
  let began = Number.POSITIVE_INFINITY;
  const pulse = setInterval(() => void steering.at(Math.max(0, (Date.now() - began) / 1000)), 250);
  const setImage = (tag: number) =>
    kube.patch(path, [{ op: 'replace', path: '/spec/template/spec/containers/0/image', value: `app:${tag}` }]);
  await applyAll(cluster, objects);
  await kube.until<Deployment>(
    path,
    ({ status }) => (status?.availableReplicas ?? 0) > 0 && status?.availableReplicas === status?.replicas,
    60,
  );
  began = Date.now();
  await setImage(2);
  for (const { at, action, replicas } of scenario.events) {
    if ('t' in at) await wait(Math.max(0, at.t * 1000 - (Date.now() - began)));
    if (action === 'scale') await kube.merge(path, { spec: { replicas } });
    else await setImage(action === 'release' ? 3 : 1);
  }
  await wait(1000);
  const rest = async (): Promise<DeploymentRest> => {
    const { status } = await kube.get<Deployment>(path);
    const sets = await kube.list<ReplicaSet>(`/apis/apps/v1/namespaces/${name}/replicasets`);
    const sizes = sets
      .map(({ spec }) => [spec.template.spec.containers[0]?.image ?? '', spec.replicas ?? 0] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1));
    const exceeded = status?.conditions?.some(({ reason }) => reason === 'ProgressDeadlineExceeded') ?? false;
    return { pods: sizes.map(([, size]) => size).join('/'), available: status?.availableReplicas ?? 0, exceeded };
  };
  const end = Date.now() + 20_000;
  while (!isDeepStrictEqual(await rest(), wanted) && Date.now() < end) await wait(300);
  await wait(1500);
  clearInterval(pulse);
  return rest();
}
