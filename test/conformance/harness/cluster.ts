import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { applyCrds } from './crds';
import { Kube } from './kube';
import { runPods } from './pods';
import { freePorts, temporaryFolder } from './process';
import { binary } from './programs';
import { Service } from './service';

/** A running Kubernetes: the real API server and controllers; pods are played (see pods.ts). */
export interface Cluster {
  readonly kube: Kube;
  readonly kubeconfig: string;
  /** For logs and other files; goes away with the process. */
  readonly folder: string;
  /** Throws, with the end of its log, when a part has ended. */
  assertRunning(): void;
  stop(): void;
}

const CONTROLLERS = ['deployment', 'replicaset', 'job', 'endpointslice', 'namespace', 'garbage-collector'].map(
  (name) => `${name}-controller`,
);

async function startApiServer(folder: string, etcd: number, port: number, token: string): Promise<Service> {
  const at = (name: string) => join(folder, name);
  const pair = generateKeyPairSync('ec', {
    namedCurve: 'P-256',
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  });
  writeFileSync(at('accounts.key'), pair.privateKey, { mode: 0o600 });
  writeFileSync(at('accounts.pub'), pair.publicKey);
  writeFileSync(at('tokens.csv'), `${token},admin,admin,"system:masters"\n`, { mode: 0o600 });
  mkdirSync(at('certs'));
  // the server makes its own certificate in --cert-dir; the token makes the administrator
  const args = {
    'etcd-servers': `http://127.0.0.1:${etcd}`,
    'bind-address': '127.0.0.1',
    'advertise-address': '127.0.0.1',
    'secure-port': port,
    'cert-dir': at('certs'),
    'token-auth-file': at('tokens.csv'),
    'endpoint-reconciler-type': 'none',
    'service-cluster-ip-range': '10.0.0.0/16',
    'authorization-mode': 'RBAC',
    'disable-admission-plugins': 'ServiceAccount',
    'service-account-issuer': 'https://cluster.invalid',
    'service-account-key-file': at('accounts.pub'),
    'service-account-signing-key-file': at('accounts.key'),
    profiling: false,
  };
  const server = new Service('kube-apiserver', await binary('cluster', 'kube-apiserver'), flags(args), folder);
  await server.until(async () => existsSync(at('certs/apiserver.crt')));
  return server;
}

const flags = (args: Readonly<Record<string, string | number | boolean>>) =>
  Object.entries(args).map(([name, value]) => `--${name}=${value}`);

async function startEtcd(folder: string, client: number, peer: number): Promise<Service> {
  const [clients, peers] = [`http://127.0.0.1:${client}`, `http://127.0.0.1:${peer}`];
  const args = {
    'data-dir': join(folder, 'etcd'),
    'log-level': 'warn',
    'listen-client-urls': clients,
    'advertise-client-urls': clients,
    'listen-peer-urls': peers,
    'initial-advertise-peer-urls': peers,
    'initial-cluster': `default=${peers}`,
  };
  return new Service('etcd', await binary('cluster', 'etcd'), [...flags(args), '--unsafe-no-fsync'], folder);
}

function writeKubeconfig(file: string, port: number, ca: string, token: string): void {
  const name = 'conformance';
  const config = {
    apiVersion: 'v1',
    kind: 'Config',
    'current-context': name,
    clusters: [
      { name, cluster: { server: `https://127.0.0.1:${port}`, 'certificate-authority-data': Buffer.from(ca).toString('base64') } },
    ],
    users: [{ name, user: { token } }],
    contexts: [{ name, context: { cluster: name, user: name } }],
  };
  writeFileSync(file, JSON.stringify(config), { mode: 0o600 });
}

/** Starts etcd, the API server and the controllers on free ports of the loopback address, with the CRDs of every project: about 8 s. */
export async function startCluster(): Promise<Cluster> {
  const folder = temporaryFolder('cluster');
  const [client, peer, port, controllers] = (await freePorts(4)) as [number, number, number, number];
  const token = randomBytes(16).toString('hex');
  const etcd = await startEtcd(folder, client, peer);
  const server = await startApiServer(folder, client, port, token);
  const ca = readFileSync(join(folder, 'certs/apiserver.crt'), 'utf8');
  const kubeconfig = join(folder, 'kubeconfig');
  writeKubeconfig(kubeconfig, port, ca, token);
  const kube = new Kube({ port, ca, token });
  await server.until(() => kube.get('/readyz').then(() => true));
  const args = {
    kubeconfig,
    'leader-elect': false,
    'bind-address': '127.0.0.1',
    'secure-port': controllers,
    'cert-dir': join(folder, 'certs-controllers'),
    controllers: CONTROLLERS.join(),
    'kube-api-qps': 300, // namespaces are emptied of some seventy kinds
    'kube-api-burst': 600,
  };
  const manager = new Service('kube-controller-manager', await binary('cluster', 'kube-controller-manager'), flags(args), folder);
  const stopPods = await runPods(kube);
  await kube.until('/api/v1/namespaces/default', () => true, 30);
  await applyCrds(kube);
  const parts = [etcd, server, manager];
  const stop = () => {
    stopPods();
    for (const part of parts) part.stop();
  };
  const assertRunning = () => {
    for (const part of parts) part.assertRunning();
  };
  return { kube, kubeconfig, folder, assertRunning, stop };
}
