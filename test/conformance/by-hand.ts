// What the conformance run does, for one folder: see README.md.
//   npx tsx test/conformance/by-hand.ts dry-run FOLDER...      strict server-side dry run, with the CRDs of every project
//   npx tsx test/conformance/by-hand.ts route FOLDER...        the answers of a real Envoy to FOLDER/requests.json
//   npx tsx test/conformance/by-hand.ts analyze FOLDER...      Istio's analyzers, with synthetic pods
//   npx tsx test/conformance/by-hand.ts release FIRST SECOND   applies one folder, then the other; how weights and phases go
//   npx tsx test/conformance/by-hand.ts cluster [COMMAND...]   a cluster with Argo Rollouts and Flagger; KUBECONFIG is set for COMMAND
import { spawn } from 'node:child_process';
import { dirname } from 'node:path';
import { startCluster } from './harness/cluster';
import { Course } from './harness/course';
import { dryRun } from './harness/dry-run';
import { startFlagger } from './harness/flagger';
import { install } from './harness/install';
import { analyze, answer, complaints } from './harness/mesh';
import { binary } from './harness/programs';
import { startPrometheus, withPrometheus } from './harness/prometheus';
import { kubectlApply, settle } from './harness/release';
import { startArgoRollouts } from './harness/rollouts';
import { readObjects } from './harness/yaml';

const say = (line: string) => console.error(line);

async function startAll() {
  const cluster = await startCluster();
  const value = Number(process.env.MEASUREMENT ?? 100);
  const prometheus = await startPrometheus(() => value);
  await startArgoRollouts(cluster);
  await startFlagger(cluster, prometheus.url);
  say(`KUBECONFIG=${cluster.kubeconfig}   Prometheus ${prometheus.url} answers ${value} to every query`);
  return { cluster, prometheus };
}

async function release(first: string, second: string): Promise<number> {
  const { cluster, prometheus } = await startAll();
  const read = (folder: string) => withPrometheus(readObjects(folder), prometheus.url);
  const [before, after] = [read(first), read(second)];
  const course = new Course(cluster.kube, before.find((one) => one.metadata.namespace)?.metadata.namespace ?? 'default');
  await kubectlApply(cluster, before);
  console.log((await settle(cluster, before, { first: true })).join('\n'));
  await kubectlApply(cluster, after);
  console.log((await settle(cluster, after)).join('\n'));
  console.log(course.text());
  return 0;
}

async function serve(command: readonly string[]): Promise<number> {
  const { cluster, prometheus } = await startAll();
  const [program = process.env.SHELL ?? 'bash', ...args] = command;
  const path = `${dirname(await binary('cluster', 'kubectl'))}:${process.env.PATH}`;
  const env = { ...process.env, KUBECONFIG: cluster.kubeconfig, PROMETHEUS: prometheus.url, PATH: path };
  const child = spawn(program, args, { stdio: 'inherit', env });
  return new Promise((resolve) => child.on('exit', (code) => resolve(code ?? 1)));
}

async function main([command, ...rest]: readonly string[]): Promise<number> {
  if (command === 'dry-run' && rest.length) {
    await install(['cluster'], say);
    const problems = await dryRun(await startCluster(), rest.flatMap(readObjects));
    for (const problem of problems) console.log(problem);
    return problems.length ? 1 : 0;
  }
  if (command === 'route' && rest.length) {
    await install(['istiosim', 'envoy'], say);
    for (const result of await answer(rest)) console.log(JSON.stringify(result, null, 2));
    return 0;
  }
  if (command === 'analyze' && rest.length) {
    await install(['istiosim'], say);
    const found = (await analyze(rest)).flatMap(complaints);
    for (const complaint of found) console.log(complaint);
    return found.length ? 1 : 0;
  }
  if (command === 'release' && rest.length === 2) {
    await install(['cluster'], say);
    return release(...(rest as [string, string]));
  }
  if (command === 'cluster') {
    await install(['cluster'], say);
    return serve(rest);
  }
  say('usage: by-hand.ts dry-run|route|analyze FOLDER..., by-hand.ts release FIRST SECOND, or by-hand.ts cluster [COMMAND...]');
  return 2;
}

main(process.argv.slice(2)).then(
  (code) => process.exit(code),
  (error: Error) => {
    say(error.message);
    process.exit(1);
  },
);
