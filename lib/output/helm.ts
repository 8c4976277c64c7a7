import { SynthesisError } from '../manifest/manifests-of';
import { collectParameters } from '../parameters/collect';
import { chartProblems, chartYaml, HELMIGNORE, helpersText, notesText } from './helm/chart';
import { conditionPipeline } from './helm/condition';
import { escapeBraces, LiveWriter } from './helm/live';
import { patternProblems } from './helm/patterns';
import { templateNames } from './helm/template-names';
import { environmentValuesYaml, valuesSchemaJson, valuesYaml } from './helm/values';
import { ManifestTexts } from './manifest-text';
import type { Output, OutputFile, OutputInput } from './output';

/** A Helm chart in which every parameter is a live value, and every condition a switch. */
export const helmOutput: Output = {
  name: 'helm',
  files({ app, manifests, environments, options: { chart = {} } = {} }: OutputInput): OutputFile[] {
    const { parameters } = collectParameters(manifests);
    const problems = [...chartProblems(app, chart), ...patternProblems(parameters)];
    if (problems.length > 0) throw new SynthesisError(problems);
    const live = new LiveWriter(app);
    const texts = new ManifestTexts({ expression: (expression, indent) => live.expression(expression, indent), literal: escapeBraces });
    const names = templateNames(manifests);
    const templates = manifests.map(({ object, when, origin }, index) => {
      const text = texts.of(object, origin.construct);
      return { path: `templates/${names[index]}`, text: when ? `{{- if ${conditionPipeline(when._term)} }}\n${text}{{- end }}\n` : text };
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
      notesText(app, parameters),
      ...templates,
    ];
  },
  environmentOf: (path) => /^values-(.+)\.yaml$/.exec(path)?.[1],
};
