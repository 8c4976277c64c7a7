import type { Environment } from '../../parameters/environment';
import type { Parameter } from '../../parameters/parameter';
import { requirementOf } from '../../parameters/requirement';
import type { ChartOptions } from '../options';
import type { OutputFile } from '../output';

/** How the chart is installed, and every value of it, for a person who has only the chart. */
export function readmeText(
  app: string,
  { description }: ChartOptions,
  environments: readonly Environment[],
  parameters: readonly Parameter[],
): OutputFile {
  const text = [
    `# ${app}`,
    '',
    description ?? `Manifests of ${app}`,
    '',
    '## Installing',
    '',
    ...environments.map(({ name }) => `    helm upgrade --install ${app} . -f values-${name}.yaml`),
    '',
    `One value at a time: \`helm upgrade ${app} . --reuse-values --set NAME=VALUE\`. Back: \`helm rollback ${app}\`.`,
    '',
    '## Values',
    '',
    ...(parameters.length === 0 ? ['Nothing in it varies.'] : valueTable(parameters)),
    '',
  ];
  return { path: 'README.md', text: text.join('\n') };
}

function valueTable(parameters: readonly Parameter[]): string[] {
  return [
    '| Value | Default | What it is for | What it may be |',
    '|---|---|---|---|',
    ...parameters.map((parameter) => {
      const cells = [
        code(parameter.name),
        code(JSON.stringify(parameter.defaultValue)),
        parameter.description ?? '',
        requirementOf(parameter),
      ];
      return `| ${cells.map(cell).join(' | ')} |`;
    }),
  ];
}

function code(text: string): string {
  const fence = '`'.repeat(1 + Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length)));
  return fence.length > 1 ? `${fence} ${text} ${fence}` : `${fence}${text}${fence}`;
}

function cell(text: string): string {
  return text
    .trim()
    .replaceAll('|', '\\|')
    .replace(/\s*[\r\n\u0085\u2028\u2029]\s*/g, ' ');
}
