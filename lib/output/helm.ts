import { SynthesisError } from '../manifest/manifests-of';
import type { ParametricManifest } from '../manifest/tree';
import { collectParameters } from '../parameters/collect';
import type { Condition } from '../parameters/condition';
import { chartProblems, chartYaml, HELMIGNORE, helpersText } from './helm/chart';
import { conditionPipeline } from './helm/condition';
import { escapeBraces, LiveWriter } from './helm/live';
import { notesText } from './helm/notes';
import { globalProblems, patternProblems } from './helm/patterns';
import { readmeText } from './helm/readme';
import { templatesOf } from './helm/templates';
import { environmentValuesYaml, valuesSchemaJson, valuesYaml } from './helm/values';
import { ManifestTexts } from './manifest-text';
import type { Output, OutputFile, OutputInput } from './output';

/** A Helm chart in which every parameter is a live value, and every condition a switch. */
export const helmOutput: Output = {
  name: 'helm',
  files({ app, manifests, environments, options: { chart = {} } = {}, watchOf = () => undefined }: OutputInput): OutputFile[] {
    const { parameters } = collectParameters(manifests);
    const problems = [...chartProblems(app, chart), ...patternProblems(parameters), ...globalProblems(parameters)];
    if (problems.length > 0) throw new SynthesisError(problems);
    const live = new LiveWriter(app);
    const texts = new ManifestTexts({ expression: (expression, indent) => live.expression(expression, indent), literal: escapeBraces });
    const templates = templatesOf(manifests).map(({ name, variants }) => {
      const parts = variants.map((index) => {
        const { object, when, origin } = manifests[index] as ParametricManifest;
        return { text: texts.of(object, origin.construct), when };
      });
      return { path: `templates/${name}`, text: switched(parts) };
    });
    texts.assertFine();
    return [
      chartYaml(app, chart),
      HELMIGNORE,
      { path: 'values.yaml', text: valuesYaml(app, parameters) },
      { path: 'values.schema.json', text: valuesSchemaJson(app, parameters) },
      ...environments.map((environment) => ({
        path: `values-${environment.name}.yaml`,
        text: environmentValuesYaml(environment, parameters),
      })),
      ...(live.usesRest ? [helpersText(app)] : []),
      notesText({ app, manifests, parameters, watchOf, live: (expression) => live.bare(expression) }),
      readmeText(app, chart, environments, parameters),
      ...templates,
    ];
  },
  environmentOf: (path) => /^values-(.+)\.yaml$/.exec(path)?.[1],
};

/** The variants of an object, each while its condition holds. At most one does, where all have one: two would be one object twice. */
function switched(parts: readonly { readonly text: string; readonly when?: Condition }[]): string {
  const pipelines = parts.map(({ when }) => when && conditionPipeline(when._term));
  if (pipelines.includes(undefined)) {
    return parts.map(({ text }, index) => (pipelines[index] ? `{{- if ${pipelines[index]} }}\n${text}{{- end }}\n` : text)).join('---\n');
  }
  return `${parts.map(({ text }, index) => `{{- ${index === 0 ? 'if' : 'else if'} ${pipelines[index]} }}\n${text}`).join('')}{{- end }}\n`;
}
