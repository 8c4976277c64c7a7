import { type Kube, KubeError, type KubeObject } from './kube';

// Stands in for scheduler and kubelet: one node that exists only in the API. Every pod is bound to it, gets an address and
// becomes Ready at once; a pod of a Job ends; a pod that is being deleted goes away. Annotations of the pod steer it:
//   fake/ready: "false"      never Ready
//   fake/exit-code: "1"      how a Job's pod ends

const NODE = 'fake-1';

interface Pod extends KubeObject {
  spec: { nodeName?: string; containers: { name: string; image: string }[]; readinessGates?: { conditionType: string }[] };
  status?: { podIP?: string };
}

const now = () => new Date().toISOString().replace(/\.\d+/, '');
const condition = (type: string, yes: boolean) => ({ type, status: yes ? 'True' : 'False', lastTransitionTime: now() });

function statusOf({ metadata, spec }: Pod, address: string) {
  const notes = metadata.annotations ?? {};
  const job = (metadata.ownerReferences ?? []).some((owner) => owner.kind === 'Job');
  const exitCode = Number(notes['fake/exit-code'] ?? 0);
  const ready = !job && notes['fake/ready'] !== 'false';
  const ended = { terminated: { exitCode, reason: exitCode ? 'Error' : 'Completed', startedAt: now(), finishedAt: now() } };
  const gates = (spec.readinessGates ?? []).map((gate) => condition(gate.conditionType, ready));
  return {
    phase: job ? (exitCode ? 'Failed' : 'Succeeded') : 'Running',
    hostIP: '127.0.0.1',
    podIP: address,
    podIPs: [{ ip: address }],
    startTime: now(),
    conditions: [
      condition('PodScheduled', true),
      condition('Initialized', true),
      condition('ContainersReady', ready),
      condition('Ready', ready),
      ...gates,
    ],
    containerStatuses: spec.containers.map(({ name, image }) => ({
      name,
      image,
      imageID: image,
      restartCount: 0,
      ready,
      started: !job,
      state: job ? ended : { running: { startedAt: now() } },
    })),
  };
}

async function addNode(kube: Kube): Promise<void> {
  const room = { cpu: '1k', memory: '1Ti', pods: '10k' };
  const metadata = { name: NODE, labels: { 'kubernetes.io/hostname': NODE } };
  await kube.post('/api/v1/nodes', { apiVersion: 'v1', kind: 'Node', metadata, spec: { podCIDR: '10.244.0.0/16' } });
  const ready = { ...condition('Ready', true), reason: 'Fake', lastHeartbeatTime: now() };
  const status = { capacity: room, allocatable: room, addresses: [{ type: 'InternalIP', address: '127.0.0.1' }], conditions: [ready] };
  await kube.merge(`/api/v1/nodes/${NODE}/status`, { status });
}

/** Plays the pods until the returned function is called. */
export async function runPods(kube: Kube): Promise<() => void> {
  await addNode(kube);
  let next = 10;
  const addresses = new Map<string, string>();
  const addressOf = (uid: string) => {
    const address = addresses.get(uid) ?? `10.244.${next >> 8}.${next++ & 255}`;
    addresses.set(uid, address);
    return address;
  };
  const quiet = (error: Error) => {
    // the pod changed or went in the meantime (404, 409), or the run is over
    if (error instanceof KubeError && error.status !== 404 && error.status !== 409) console.error(`pods: ${error.message}`);
  };
  return kube.watch<Pod>('/api/v1/pods', (type, pod) => {
    const { name, namespace, uid = '' } = pod.metadata;
    const path = `/api/v1/namespaces/${namespace}/pods/${name}`;
    if (type === 'DELETED') addresses.delete(uid);
    else if (pod.metadata.deletionTimestamp) kube.delete(path, { gracePeriodSeconds: 0, preconditions: { uid } }).catch(quiet);
    else if (!pod.spec.nodeName) {
      kube
        .post(`${path}/binding`, {
          apiVersion: 'v1',
          kind: 'Binding',
          metadata: { name },
          target: { apiVersion: 'v1', kind: 'Node', name: NODE },
        })
        .catch(quiet);
    } else if (!pod.status?.podIP) kube.merge(`${path}/status`, { status: statusOf(pod, addressOf(uid)) }).catch(quiet);
  });
}
