/** What is asked for, and what was measured beside it. */
export interface Target {
  /** The number of the issue that asks for it. */
  readonly issue: number;
  readonly what: string;
  /** Our own figure: a time in seconds where the unit says nothing else. */
  readonly ours: number;
  /** With what it is compared, and that one's figure. */
  readonly beside?: string;
  readonly theirs?: number;
  /** What must be at most `atMost`: the ratio to what is beside it, or the figure itself. */
  readonly measured: number;
  readonly atMost: number;
  readonly unit: 'times' | 's' | 'MiB' | 'files';
}

export interface Settings {
  readonly services: number;
  readonly rounds: number;
}

/** One thing that is measured: a file beside the others in `targets/`, and a line in their list. */
export interface Measurement {
  readonly name: string;
  measure(settings: Settings): Target[];
}

export const isMet = ({ measured, atMost }: Target): boolean => measured <= atMost;

const figure = (value: number, unit: Target['unit']): string => {
  if (unit === 'MiB' || unit === 'files') return `${Math.round(value)} ${unit}`;
  const digits = value < 0.1 ? 3 : 2;
  return unit === 's' ? `${value < 0.01 ? `${(value * 1000).toFixed(1)} ms` : `${value.toFixed(digits)} s`}` : `${value.toFixed(digits)}×`;
};

/** The targets as a Markdown table. */
export function table(targets: readonly Target[]): string {
  const rows = targets.map((target) => {
    const { what, ours, beside, theirs, measured, atMost, unit } = target;
    const own = figure(ours, unit === 'times' ? 's' : unit);
    const other = beside === undefined ? '' : `${beside}${theirs === undefined ? '' : `: ${figure(theirs, 's')}`}`;
    const limit = unit === 'times' && atMost < 1 ? `1/${Math.round(1 / atMost)}` : figure(atMost, unit).replace(/\.?0+(?=×| s| ms)/, '');
    return `| ${what} | ${own} | ${other} | ${figure(measured, unit)} | ${limit} | ${isMet(target) ? 'yes' : '**no**'} |\n`;
  });
  return `| what | ours | beside | measured | at most | met |\n|---|---:|---|---:|---:|---|\n${rows.join('')}`;
}
