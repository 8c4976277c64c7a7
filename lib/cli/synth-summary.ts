import * as path from 'node:path';
import pc from 'picocolors';
import { describeId } from '../manifest/manifest';
import type { SynthAnswer } from '../synth/answer';
import type { EnvironmentFinding } from '../synth/check-all';
import type { Io } from './io';

/** What came of one app. */
export interface AppResult {
  readonly app: string;
  readonly folder: string;
  readonly seconds: number;
  /** Why there is no answer. */
  readonly failure?: string;
  readonly answer?: SynthAnswer;
}

/** Whether an app failed, or wrote nothing because of what is wrong in it. */
export function hasProblems(result: AppResult): boolean {
  const { answer } = result;
  return answer === undefined || answer.problems.length > 0 || answer.findings.some((finding) => finding.severity === 'error');
}

/** What a person reads about one app. */
export function summary({ app, folder, seconds, failure, answer }: AppResult, io: Io, quiet: boolean): string {
  const colors = pc.createColors(io.color);
  const shown = path.relative(io.cwd, folder) || '.';
  if (!answer) return `${colors.red('✗')} ${colors.bold(app)}: ${failure}\n`;
  if (answer.problems.length > 0) {
    return `${colors.red('✗')} ${colors.bold(app)}: nothing was written to ${shown}\n${answer.problems.map((each) => `    ${each}\n`).join('')}`;
  }
  const findings = findingLines(answer.findings, colors);
  if (!answer.written)
    return `${colors.red('✗')} ${colors.bold(app)}: nothing was written to ${shown} (--no-check writes all the same)\n${findings}`;
  if (quiet) return findings;
  const { created = [], updated = [], deleted = [] } = answer.written ?? {};
  const changes = [
    created.length > 0 ? colors.green(`${created.length} new`) : '',
    updated.length > 0 ? colors.yellow(`${updated.length} changed`) : '',
    deleted.length > 0 ? colors.red(`${deleted.length} deleted`) : '',
  ].filter(Boolean);
  const environments =
    answer.environments.length === 1 ? `environment ${answer.environments[0]}` : `${answer.environments.length} environments`;
  return `${colors.green('✓')} ${colors.bold(app)}: ${answer.objects} objects, ${environments} → ${shown} (${changes.join(', ') || 'unchanged'}) ${colors.dim(`${seconds.toFixed(2)} s`)}\n${findings}`;
}

/** Errors and warnings, a paragraph each; notes are for `progressive check`. */
function findingLines(findings: readonly EnvironmentFinding[], colors: ReturnType<typeof pc.createColors>): string {
  return findings
    .filter(({ severity }) => severity !== 'note')
    .map(({ code, severity, message, fix, object, construct, environments }) => {
      const label = severity === 'error' ? colors.red(`${severity} ${code}`) : colors.yellow(`${severity} ${code}`);
      const where = [object && describeId(object), construct, environments && `in ${environments.join(', ')}`].filter(Boolean).join(', ');
      return `    ${label} ${where}: ${message}\n      ${colors.dim(fix)}\n`;
    })
    .join('');
}

/** Which of several apps are to be mended, where there were some. */
export function failures(results: readonly AppResult[], io: Io): string {
  const failed = results.filter(hasProblems).map(({ app }) => app);
  if (failed.length === 0 || results.length === 1) return '';
  return `${pc.createColors(io.color).red('✗')} ${failed.length} of ${results.length} apps failed: ${failed.join(', ')}\n`;
}
