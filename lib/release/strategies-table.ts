import { type Fulfilment, STRATEGIES, type StrategyFacts } from './strategies';
import { STRATEGIES_NOTES } from './strategies-notes';

const REQUIREMENTS = [
  ['highAvailability', 'available'],
  ['responsiveness', 'responsive'],
  ['progressiveRollout', 'progressive'],
  ['automaticRollback', 'rolls back'],
  ['costEffectiveness', 'cheap'],
] as const;

/** The table for a terminal. */
export function strategiesText(): string {
  const rows = [
    ['strategy', ...REQUIREMENTS.map(([, title]) => title), 'needs'],
    ...STRATEGIES.map((facts) => [facts.name, ...REQUIREMENTS.map(([key]) => facts.fulfils[key]), needsText(facts)]),
  ];
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map(
      (row) =>
        `${row
          .map((cell, column) => cell.padEnd(widths[column] ?? 0))
          .join('  ')
          .trimEnd()}\n`,
    )
    .join('');
}

/** The page of the documentation. */
export function strategiesPage(): string {
  const signs: { readonly [fulfilment in Fulfilment]: string } = { fully: '●', partly: '◐', not: '○' };
  const cells = (facts: StrategyFacts) => [
    `\`${facts.name}\``,
    ...REQUIREMENTS.map(([key]) => signs[facts.fulfils[key]]),
    needsText(facts),
    facts.exposed,
    facts.edit.startsWith('<') ? `\`${facts.edit}\`` : facts.edit,
  ];
  const titles = ['strategy', ...REQUIREMENTS.map(([, title]) => title), 'needs', 'who meets a bad version', 'released by editing'];
  const line = (row: readonly string[]) => `| ${row.join(' | ')} |\n`;
  return [
    line(titles),
    line(titles.map(() => '---')),
    ...STRATEGIES.map((facts) => line(cells(facts))),
    '\n● fully, ◐ partly, ○ not\n',
    '\n- available: enough pods answer at every moment of a release',
    '\n- responsive: pods come and go with the load',
    '\n- progressive: a new version reaches some requests before it reaches all',
    '\n- rolls back: a bad version goes away without a person',
    '\n- cheap: few pods stand idle\n\n',
    ...STRATEGIES.map(({ name, summary }) => `- \`${name}\`: ${summary}\n`),
    STRATEGIES_NOTES,
  ].join('');
}

function needsText({ needs: { mesh, controller, metrics } }: StrategyFacts): string {
  const parts = [controller, mesh, metrics === 'yes' ? 'metrics' : metrics === 'if stated' ? 'metrics if stated' : undefined];
  return parts.filter((part) => part !== undefined).join('; ') || 'nothing more';
}
