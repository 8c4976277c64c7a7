import { createColors } from 'picocolors';
import { describeId } from '../../manifest/manifest';
import { countBySeverity } from '../check';
import { type Finding, fieldPathText, type Severity } from '../finding';
import { credentialIn } from '../grammar/credentials';
import type { CheckResult, Format } from './result';

type Colors = ReturnType<typeof createColors>;

/** For people: each finding with the line it is about, then a summary. */
export const textFormat: Format = {
  name: 'text',
  render(result, { color, quiet }) {
    const colors = createColors(color);
    const secret = remembered(credentialIn);
    const blocks = result.findings.map((finding) => block(finding, result, secret, colors));
    return [...blocks, ...(quiet && result.findings.length === 0 ? [] : [summary(result, colors)])].join('\n');
  },
};

/** Many findings can stand in one long line. */
function remembered(test: (line: string) => unknown): (line: string) => boolean {
  const known = new Map<string, boolean>();
  return (line) => {
    const found = known.get(line) ?? Boolean(test(line));
    known.set(line, found);
    return found;
  };
}

type Test = (line: string) => boolean;

function block(finding: Finding, result: CheckResult, secret: Test, colors: Colors): string {
  const { code, severity, message, fix, object, path } = finding;
  const about = [placeOf(finding), object && describeId(object), path && path.length > 0 && fieldPathText(path), finding.construct].filter(
    Boolean,
  );
  const lines = [`${paint(severity, colors)(severity)} ${colors.bold(code)}: ${message}`, colors.dim(`  at ${about.join('  ')}`)];
  return [...lines, ...excerpt(finding, result, secret, colors), `  ${colors.green('fix:')} ${fix}`, ''].join('\n');
}

export function placeOf({ location }: Finding): string {
  if (!location) return '';
  return [location.file, location.line, location.column].filter((part) => part !== undefined).join(':');
}

const LONGEST = 120;

/** The line with a caret under the column; never a line that may hold a secret. */
function excerpt({ code, object, location }: Finding, result: CheckResult, secret: Test, colors: Colors): string[] {
  if (location?.line === undefined || location.column === undefined || code === 'PD0902' || object?.kind === 'Secret') return [];
  const line = result.lineOf(location.file, location.line);
  if (line === undefined || line.trim() === '' || secret(line)) return [];
  const from = location.column > LONGEST - 20 ? location.column - 40 : 0;
  const shown = line
    .slice(from, from + LONGEST)
    .replace(/\t/g, ' ')
    .replace(/\r$/, '');
  const gutter = `  ${location.line} | `;
  return [`${colors.dim(gutter)}${shown}`, `${' '.repeat(gutter.length + location.column - 1 - from)}${colors.yellow('^')}`];
}

function summary({ findings, suppressed, objects }: CheckResult, colors: Colors): string {
  const counts = countBySeverity(findings);
  const said = (['error', 'warning', 'note'] as const)
    .filter((severity) => counts[severity] > 0)
    .map((severity) => paint(severity, colors)(many(counts[severity], severity)));
  const codes = new Map<string, number>();
  for (const { code } of findings) codes.set(code, (codes.get(code) ?? 0) + 1);
  const byCode = [...codes].sort(([a], [b]) => (a < b ? -1 : 1)).map(([code, count]) => (count > 1 ? `${code} x${count}` : code));
  const hidden = suppressed.length > 0 ? `, ${suppressed.length} suppressed` : '';
  const checked =
    objects > 0 ? `${many(objects, 'object')} checked` : colors.yellow('nothing was checked, there is no object in what was read');
  const found = said.length > 0 ? `: ${said.join(', ')}` : objects > 0 ? `: ${colors.green('nothing found')}` : '';
  const first = `${checked}${found}${hidden}.`;
  return byCode.length > 0 ? `${first}\n${byCode.join(', ')}\nprogressive explain CODE tells more about each.\n` : `${first}\n`;
}

const many = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`;

function paint(severity: Severity, colors: Colors): (text: string) => string {
  return severity === 'error' ? colors.red : severity === 'warning' ? colors.yellow : colors.cyan;
}
