import type { ErrorObject } from 'ajv/dist/2020';

/** What is wrong at a place of a scenario. */
export interface ScenarioProblem {
  /** Where in the scenario, for example `new.successRate[1]`. */
  readonly path: string;
  readonly message: string;
}

/** What the schema has against a scenario, in words. */
export function problemOf(error: ErrorObject): ScenarioProblem {
  const path =
    error.instancePath
      .slice(1)
      .replace(/\/(\d+)/g, '[$1]')
      .replaceAll('/', '.') || 'scenario';
  return { path, message: messageOf(error) };
}

function messageOf({ keyword, params, message = 'is wrong', parentSchema, data }: ErrorObject): string {
  const described = parentSchema?.description;
  const hint = typeof described === 'string' ? `; ${described}` : '';
  switch (keyword) {
    case 'additionalProperties':
      return `${message} ${JSON.stringify(params.additionalProperty)}; known fields: ${Object.keys(parentSchema?.properties ?? {}).join(', ')}`;
    case 'enum':
      return `${message}: ${(params.allowedValues as unknown[]).join(', ')}${hint}`;
    case 'pattern':
      return `${JSON.stringify(data)} is no duration: write a number of seconds, or a text such as 1m30s or 500ms`;
    case 'type':
      return `${message}, and is ${JSON.stringify(data)}${hint}`;
    default:
      return message;
  }
}
