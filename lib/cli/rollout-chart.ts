import pc from 'picocolors';
import type { RolloutPlan } from '../model/plan';
import type { Check, Course, CourseRow } from '../simulate/rollouts/course';

const BAR = 20;

/** A course as a small chart: one line per step with the new version's share as a bar, then the end in a sentence. */
export function courseText(plan: RolloutPlan, course: Course, color: boolean): string {
  const colors = pc.createColors(color);
  const rows = course.course.map((row) => [
    row.tick === undefined ? '' : `${row.tick}`,
    clock(row.t),
    row.phase,
    `${row.newVersion} %`,
    weightsOf(row),
    podsOf(row),
    checksOf(row.checks ?? []),
  ]);
  const ticks = course.course.some((row) => row.tick !== undefined);
  const heads = [ticks ? 'tick' : '', 'time', 'phase', 'new', 'weights', 'pods', ''];
  const widths = heads.map((head, i) => Math.max(head.length, ...rows.map((row) => row[i]?.length ?? 0)));
  const cell = (text: string, i: number) => (i === 0 || i === 1 || i === 3 ? text.padStart(widths[i] ?? 0) : text.padEnd(widths[i] ?? 0));
  const line = (cells: readonly string[], bar: string) =>
    `${[...cells.slice(0, 3).map(cell), bar, ...cells.slice(3).map((text, i) => cell(text, i + 3))].filter((text) => text !== '').join('  ')}`.trimEnd();
  const lines = course.course.flatMap((row, i) => {
    const first = line(rows[i] ?? [], barOf(row, colors));
    const said = [
      row.step && (row.index ?? -1) !== (course.course[i - 1]?.index ?? -1) ? `step ${(row.index ?? 0) + 1}: ${row.step}` : '',
      ...(row.routes ?? []).filter((route) => !course.course[i - 1]?.routes?.includes(route)),
    ].filter(Boolean);
    return [first, ...said.map((text) => colors.dim(`      ${text}`))];
  });
  return `${[colors.bold(title(plan)), colors.dim(line(heads, ' '.repeat(BAR))), ...lines, '', endText(course, colors), ...notes(course, colors)].join('\n')}\n`;
}

function title({ object, controller, service }: RolloutPlan): string {
  return `${object.kind} ${object.namespace ? `${object.namespace}/` : ''}${object.name}${service === object.name ? '' : ` (${service})`}, by ${CONTROLLERS[controller]}`;
}

const CONTROLLERS: Readonly<Record<RolloutPlan['controller'], string>> = {
  deployment: 'the deployment controller',
  flagger: 'Flagger',
  'argo-rollouts': 'Argo Rollouts',
  service: "its Service's selector",
  knative: 'Knative',
};

/** Minutes and seconds: `2:30`. */
export function clock(seconds: number): string {
  const whole = Math.floor(seconds);
  const rest = seconds === whole ? '' : String(Math.round((seconds - whole) * 100) / 100).slice(1);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}${rest}`;
}

function barOf(row: CourseRow, colors: ReturnType<typeof pc.createColors>): string {
  const full = Math.round((row.newVersion * BAR) / 100);
  const shown = row.newVersion > 0 && full === 0 ? '▏' : '█'.repeat(full);
  return colors.green(shown) + colors.dim('░'.repeat(BAR - shown.length));
}

function weightsOf(row: CourseRow): string {
  return Object.entries(row.weights)
    .map(([name, weight]) => `${name} ${weight}`)
    .join(' ');
}

function podsOf(row: CourseRow): string {
  return Object.entries(row.replicas)
    .map(([name, count]) => `${name} ${row.available[name] ?? count}/${count}`)
    .join(' ');
}

function checksOf(checks: readonly Check[]): string {
  return checks.map((check) => `${check.ok ? '✓' : '✗'} ${check.name} ${check.value}`).join(', ');
}

const MARKS: Readonly<Record<string, string>> = { promoted: '✓', rolledBack: '↩', failed: '✗', refused: '✗', stuck: '✗' };

function endText({ end, exposure }: Course, colors: ReturnType<typeof pc.createColors>): string {
  const mark = MARKS[end.what] ?? '•';
  const when = end.tick === undefined ? clock(end.t) : `${clock(end.t)} (tick ${end.tick})`;
  const { requests } = exposure;
  const met = `${requests.newVersion} of ${requests.total} requests met the new version, ${requests.failed} failed, ${requests.failedByNewVersion} of them in the new version.`;
  const tint = mark === '✓' ? colors.green : mark === '✗' ? colors.red : colors.yellow;
  return `${tint(`${mark} ${end.what}`)} after ${when}: ${end.reason}\n${met}\nWho meets it: ${exposure.who.join('; ')}.`;
}

function notes({ assumptions }: Course, colors: ReturnType<typeof pc.createColors>): string[] {
  return assumptions.length > 0 ? ['', colors.dim('Assumed:'), ...assumptions.map((text) => colors.dim(`- ${text}`))] : [];
}
