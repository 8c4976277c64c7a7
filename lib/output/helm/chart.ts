import { emitYaml } from '../emit';
import type { ChartOptions } from '../options';
import type { OutputFile } from '../output';

const CHART_NAME = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/;
const SEMVER =
  /^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)(-(0|[1-9]\d*|\d*[A-Za-z-][0-9A-Za-z-]*)(\.(0|[1-9]\d*|\d*[A-Za-z-][0-9A-Za-z-]*))*)?(\+[0-9A-Za-z-]+(\.[0-9A-Za-z-]+)*)?$/;

/** Why Helm would refuse the chart. */
export function chartProblems(app: string, { version = FIRST_VERSION }: ChartOptions): string[] {
  const problems: string[] = [];
  if (!CHART_NAME.test(app) || app.length > 53) {
    problems.push(
      `'${app}' cannot name a Helm chart: lower-case letters, digits and '-', at most 53, starting and ending with a letter or digit; rename the app's folder.`,
    );
  }
  if (!SEMVER.test(version)) {
    problems.push(
      `'${version}' cannot be the version of a Helm chart: three numbers as Semantic Versioning has them, such as 1.4.0 or 1.4.0-rc.1.`,
    );
  }
  return problems;
}

const FIRST_VERSION = '0.1.0';

export function chartYaml(app: string, options: ChartOptions): OutputFile {
  const { version = FIRST_VERSION, appVersion, description, kubeVersion, ...others } = options;
  const chart = {
    apiVersion: 'v2',
    name: app,
    description: description ?? `Manifests of ${app}`,
    type: 'application',
    version,
    appVersion,
    kubeVersion,
    home: others.home,
    icon: others.icon,
    keywords: others.keywords,
    sources: others.sources,
    maintainers: others.maintainers,
  };
  return { path: 'Chart.yaml', text: emitYaml(chart) };
}

/** What a package of the chart leaves out. */
export const HELMIGNORE: OutputFile = {
  path: '.helmignore',
  text: ['.DS_Store', '.git/', '.gitignore', '.idea/', '.vscode/', '*.bak', '*.orig', '*.swp', '*.tmp', '*~', ''].join('\n'),
};

/** The helper for splits whose weights the schema alone cannot bound. */
export function helpersText(app: string): OutputFile {
  const text = `{{/* What the weights of a split leave for the version that takes the rest. */}}
{{- define "${app}.rest" -}}
{{- $rest := int .of -}}
{{- range .weights }}{{- $rest = sub $rest . -}}{{- end -}}
{{- if lt $rest 0 }}{{- fail (printf "%s must not exceed %d, but do so by %d" .names (int .of) (sub 0 $rest)) -}}{{- end -}}
{{- $rest -}}
{{- end }}
`;
  return { path: 'templates/_helpers.tpl', text };
}
