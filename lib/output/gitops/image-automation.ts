import type { Environment } from '../../parameters/environment';
import { type Parameter, ParameterType } from '../../parameters/parameter';
import { emitYaml } from '../emit';
import { objectName } from './deployment';

/**
 * How Flux keeps the tags of an environment up to date, as comments: it writes into whatever YAML it finds a marker in, so the marker stands
 * in the environment's file, which the outputs are made from. See https://fluxcd.io/flux/guides/image-update/
 */
export function imageAutomationComment(app: string, environment: Environment, parameters: readonly Parameter[]): string {
  const tags = parameters.filter(({ type }) => type === ParameterType.IMAGE_TAG);
  if (tags.length === 0) return '';
  const lines = tags.flatMap((parameter) => {
    const nested = parameter.name.split('.').reduceRight<unknown>((inner, key) => ({ [key]: inner }), parameter._evaluate(environment));
    const policy = `flux-system:${objectName(app, ...parameter.name.split('.'))}:tag`;
    return `${emitYaml(nested).trimEnd()} # {"$imagepolicy": "${policy}"}`.split('\n').map((line) => `#   ${line}`);
  });
  return [
    `# Image automation: a marker behind a tag in environments/${environment.name}.yaml lets Flux write the newest tag of that ImagePolicy there;`,
    "# 'progressive set' keeps the marker, and 'progressive synth' makes the manifests anew.",
    ...lines,
    '',
  ].join('\n');
}
