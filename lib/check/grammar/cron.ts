const FIELDS = [
  { name: 'minute', min: 0, max: 59, names: [] as string[] },
  { name: 'hour', min: 0, max: 23, names: [] },
  { name: 'day of month', min: 1, max: 31, names: [] },
  { name: 'month', min: 1, max: 12, names: ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'] },
  { name: 'day of week', min: 0, max: 6, names: ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] },
];
const MACROS = /^@(yearly|annually|monthly|weekly|daily|midnight|hourly|every .+)$/;

/** What is wrong with a schedule of Kubernetes' cron; undefined when it is taken. */
export function cronProblem(schedule: string): string | undefined {
  if (/TZ=/.test(schedule)) return 'holds a time zone, which belongs in spec.timeZone';
  if (MACROS.test(schedule.trim())) return undefined;
  const parts = schedule.trim().split(/\s+/);
  if (parts.length !== FIELDS.length) return `has ${parts.length} fields instead of 5`;
  for (const [index, field] of FIELDS.entries()) {
    for (const part of parts[index].split(',')) {
      if (!isRange(part, field)) return `has "${part}" as ${field.name}, where ${field.min} to ${field.max} are allowed`;
    }
  }
  return undefined;
}

function isRange(part: string, { min, max, names }: (typeof FIELDS)[number]): boolean {
  const [range, step, ...more] = part.split('/');
  if (more.length > 0 || (step !== undefined && !/^[1-9][0-9]*$/.test(step))) return false;
  if (range === '*' || range === '?') return true;
  const ends = range
    .split('-')
    .map((text) =>
      names.includes(text.toLowerCase()) ? names.indexOf(text.toLowerCase()) + min : /^[0-9]+$/.test(text) ? Number(text) : Number.NaN,
    );
  return ends.length <= 2 && ends.every((end) => end >= min && end <= max) && (ends.length < 2 || ends[0] <= ends[1]);
}
