// npm run conformance [-- NAME...]: builds what is missing, runs the checks (all, or those whose name begins so), ends with "N passed, N failed".
import { join } from 'node:path';
import { DIST, findApps } from './harness/apps';
import { install } from './harness/install';
import { writeMatrix } from './harness/matrix';
import { stopAll } from './harness/process';
import { loadChecks, Session } from './harness/session';

async function main(names: readonly string[]): Promise<number> {
  const checks = await loadChecks(join(__dirname, 'checks'), names);
  await install([...new Set(checks.flatMap((check) => check.needs))], (line) => console.error(line));
  const session = new Session(findApps());
  if (!names.length) session.expect(`${DIST} holds the output of at least one app`, session.apps.length > 0, 'run "npm start" to write it');
  for (const check of checks) await session.run(check);
  const ran = checks.map((check) => check.name);
  if (!process.env.CONFORMANCE_DIST) writeMatrix(session.rows, ran, names.length === 0);
  for (const failure of session.failures) console.log(`\nFAILED ${failure}`);
  console.log(`\n${session.passed} passed, ${session.failures.length} failed`);
  return session.failures.length ? 1 : 0;
}

main(process.argv.slice(2)).then(
  (code) => process.exit(code),
  (error: Error) => {
    console.error(error.message);
    stopAll();
    process.exit(1);
  },
);
