// npm run conformance [-- NAME...]: builds what is missing, runs the checks (all, or those whose name begins so), ends with "N passed, N failed".
import { join } from 'node:path';
import { DIST, findApps } from './harness/apps';
import type { Check } from './harness/check';
import { install } from './harness/install';
import { lanesOf } from './harness/lanes';
import { writeMatrix } from './harness/matrix';
import { CheckRun, loadChecks, Session } from './harness/session';

/** Runs once more, alone and on clusters of their own, what failed with a cluster: that a busy machine was too slow is no difference. */
async function runAgain(failed: readonly CheckRun[], session: Session): Promise<CheckRun[]> {
  const runs: CheckRun[] = [];
  for (const { check, failures } of failed) {
    console.log(`\n${check.name} failed beside others, and is run again alone:\n${failures.join('\n')}\n`);
    const run = new CheckRun(session, check);
    await run.run();
    console.log(`${run.summary}, the second time`);
    runs.push(run);
  }
  return runs;
}

/** Runs lanes of checks at the same time; each result is printed as soon as those of all checks before it are. */
async function runAll(checks: readonly Check[], session: Session): Promise<CheckRun[]> {
  const runs = checks.map((check) => new CheckRun(session, check));
  const ended = new Set<CheckRun>();
  let printed = 0;
  const lanes = lanesOf(checks).map(async (lane) => {
    for (const run of runs.filter(({ check }) => lane.includes(check))) {
      await run.run();
      ended.add(run);
      for (let next = runs[printed]; next && ended.has(next); next = runs[printed]) {
        console.log(next.summary);
        printed++;
      }
    }
  });
  await Promise.all(lanes);
  return runs;
}

async function main(names: readonly string[]): Promise<number> {
  const checks = await loadChecks(join(__dirname, 'checks'), names);
  await install([...new Set(checks.flatMap((check) => check.needs))], (line) => console.error(line));
  const apps = findApps();
  const first = await runAll(checks, new Session(apps));
  const failed = first.filter(({ check, failures }) => failures.length > 0 && check.needs.includes('cluster'));
  const runs = [...first.filter((run) => !failed.includes(run)), ...(await runAgain(failed, new Session(apps)))];
  if (!process.env.CONFORMANCE_DIST) {
    const ran = checks.map((check) => check.name);
    writeMatrix(
      runs.flatMap(({ rows }) => rows),
      ran,
      names.length === 0,
    );
  }
  const failures = runs.flatMap((run) => run.failures);
  if (!names.length && apps.length === 0) failures.push(`${DIST} holds the output of no app: run "npm start" to write it`);
  for (const failure of failures) console.log(`\nFAILED ${failure}`);
  console.log(`\n${runs.reduce((sum, { passed }) => sum + passed, 0)} passed, ${failures.length} failed`);
  return failures.length ? 1 : 0;
}

main(process.argv.slice(2)).then(
  (code) => process.exit(code),
  (error: Error) => {
    console.error(error.message);
    process.exit(1);
  },
);
