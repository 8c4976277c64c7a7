import { describeId } from '../../../manifest/manifest';
import type { Rule } from '../../rule';
import { analysisSpecs, analysisUses, findTemplate, withNested } from '../../views/analysis';

export const argsSupplied: Rule = {
  code: 'PD0602',
  severity: 'error',
  title: 'An argument of an analysis is not supplied, or used and not declared',
  why: 'An argument without a value makes the Rollout InvalidSpec; one that is used and not declared makes every measurement fail.',
  fix: 'Supply the argument where the analysis is used, or give it a value in the template.',
  links: ['https://argo-rollouts.readthedocs.io/en/stable/features/analysis/#analysis-template-arguments'],
  check(subject, report) {
    for (const { resource, field, templates, args } of analysisUses(subject)) {
      const found = templates.flatMap(({ kind, name }) => findTemplate(subject, kind, name, resource.id.namespace) ?? []);
      const all = found.flatMap((template) => withNested(subject, template));
      const valued = new Set(
        all.flatMap((template) =>
          template.spec
            .at('args')
            .items.filter((arg) => arg.at('value').present || arg.at('valueFrom').present)
            .map((arg) => arg.at('name').text),
        ),
      );
      const missing = new Set<string>();
      for (const template of all) {
        for (const arg of template.spec.at('args').items) {
          const name = arg.at('name').text;
          if (!name || valued.has(name) || args.includes(name) || missing.has(name)) continue;
          missing.add(name);
          report(
            resource,
            field.at('args').present ? field.at('args') : field,
            `The argument "${name}" of ${describeId(template.id)} has no value there and is not supplied here: the Rollout becomes InvalidSpec.`,
          );
        }
      }
      if (all.length > 0)
        field.at('args').items.forEach((arg) => {
          const value = arg.at('value');
          if (value.present && typeof value.value !== 'string')
            report(
              resource,
              value,
              `The argument "${arg.at('name').text}" is ${JSON.stringify(value.value)}, not text: the object is refused.`,
              { fix: 'Put the value in quotes.' },
            );
        });
    }
    // Templates that are used together share their arguments.
    const declared = new Set(
      analysisSpecs(subject).flatMap((template) => template.spec.at('args').items.map((arg) => arg.at('name').text)),
    );
    for (const template of analysisSpecs(subject)) {
      const used = new Set(
        [...JSON.stringify(template.spec.at('metrics').value ?? '').matchAll(/\{\{\s*args\.([A-Za-z0-9_.-]+)\s*\}\}/g)].map(
          (found) => found[1],
        ),
      );
      for (const name of used) {
        if (!declared.has(name))
          report(
            template,
            template.spec.at('metrics'),
            `The metrics use the argument "${name}", which spec.args does not declare: the measurements fail.`,
            { fix: `Add "${name}" to spec.args.` },
          );
      }
    }
  },
};
