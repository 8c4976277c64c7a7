import type { Entry } from './catalog';
import type { Finding } from './finding';
import type { Resource } from './resource';
import type { SchemaKeyword, SchemaOptions, SchemaProblem } from './schema/schema';
import { deprecationOf } from './schema/served';
import { schemaNode, validateSchema } from './schema/validate';
import { newestKubernetesVersion } from './schema/versions';

const REFUSED = 'The API server refuses the object, and what depends on it is never made.';
const REFERENCE = ['https://kubernetes.io/docs/reference/kubernetes-api/'];

/** The codes under which the schema layer reports. */
export const SCHEMA_CODES = {
  unknown: entry(
    'PD0810',
    'A field is not known',
    'With strict validation the API server refuses the object; without it the field is dropped in silence, and has no effect.',
    'Write the field as the API has it.',
  ),
  required: entry('PD0811', 'A field is missing', REFUSED, 'Add the field.'),
  type: entry('PD0812', 'A value is of another type', REFUSED, 'Write a value of the type that the field takes; text in quotes.'),
  value: entry('PD0813', 'A value is not one that the field takes', REFUSED, 'Write a value that is allowed.'),
  rule: entry('PD0814', 'An object breaks a rule of its kind', REFUSED, 'Change the fields that the rule speaks about.'),
  served: entry(
    'PD0815',
    'A kind or API version is not served',
    'The API server does not know the kind: the apply fails with "no matches for kind".',
    'Use an API version that the cluster serves.',
  ),
  deprecated: {
    ...entry(
      'PD0816',
      'An API version is given up',
      'It still works, and stops with a later version of Kubernetes.',
      'Use the version that takes its place.',
    ),
    severity: 'note',
  },
  unchecked: {
    ...entry(
      'PD0817',
      'No schema is known for a kind',
      'The object is checked by the rules that know it, and not field by field.',
      'Give its CustomResourceDefinition with --crds.',
    ),
    severity: 'note',
  },
} as const;

function entry(code: string, title: string, why: string, fix: string): Entry {
  return { code, severity: 'error', title, why, fix, links: REFERENCE };
}

const BY_KEYWORD: Readonly<Partial<Record<SchemaKeyword, Entry>>> = {
  unknown: SCHEMA_CODES.unknown,
  required: SCHEMA_CODES.required,
  type: SCHEMA_CODES.type,
  rule: SCHEMA_CODES.rule,
  apiVersion: SCHEMA_CODES.served,
  kind: SCHEMA_CODES.served,
};

export interface SchemaFinding {
  readonly finding: Finding;
  /** The fields among which the object has to choose. */
  readonly choice: readonly string[];
}

/** What the schema of its API version and kind has against an object. */
export function schemaFindings(resource: Resource, options: SchemaOptions): SchemaFinding[] {
  const { manifest } = resource.source;
  const findings: SchemaFinding[] = validateSchema(manifest, options).map((problem) => ({
    finding: findingOf(problem, resource),
    choice: problem.keyword === 'choice' ? (problem.allowed ?? []) : [],
  }));
  if (findings.length > 0) return findings;
  const version = options.kubernetesVersion ?? newestKubernetesVersion;
  const old = deprecationOf(manifest.apiVersion, manifest.kind, version);
  if (old) {
    const instead = old.replacement ? `; ${old.replacement.apiVersion} takes its place` : '';
    findings.push({
      choice: [],
      finding: finding(
        SCHEMA_CODES.deprecated,
        resource,
        ['apiVersion'],
        `${manifest.apiVersion} ${manifest.kind} is deprecated since Kubernetes ${old.deprecated} and gone in ${old.removed}${instead}.`,
      ),
    });
  } else if (!isKustomization(manifest.kind) && schemaNode(manifest.apiVersion, manifest.kind, options) === undefined) {
    findings.push({
      choice: [],
      finding: finding(
        SCHEMA_CODES.unchecked,
        resource,
        ['kind'],
        `There is no schema for ${manifest.apiVersion} ${manifest.kind}: its fields are not checked.`,
      ),
    });
  }
  return findings;
}

const isKustomization = (kind: string): boolean => kind === 'Kustomization' || kind === 'Component';

function findingOf(problem: SchemaProblem, resource: Resource): Finding {
  const about = BY_KEYWORD[problem.keyword] ?? SCHEMA_CODES.value;
  const message = `${problem.message.charAt(0).toUpperCase()}${problem.message.slice(1)}.`;
  return finding(about, resource, problem.path, message, fixOf(problem) ?? about.fix);
}

function fixOf({ nearest, allowed }: SchemaProblem): string | undefined {
  if (nearest !== undefined) return `Write "${nearest}".`;
  return allowed && allowed.length > 0 && allowed.length <= 12 ? `Allowed: ${allowed.join(', ')}.` : undefined;
}

function finding(
  { code, severity, fix: usual }: Entry,
  resource: Resource,
  path: Finding['path'],
  message: string,
  fix: string = usual,
): Finding {
  const { location, construct } = resource.source.origin;
  return {
    code,
    severity,
    message,
    fix,
    object: resource.id,
    path,
    ...(location ? { location } : {}),
    ...(construct ? { construct } : {}),
  };
}
