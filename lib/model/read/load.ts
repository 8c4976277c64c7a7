import { FAILSAFE_SCHEMA, loadAll, Type, YAMLException } from 'js-yaml';
import type { Finding } from '../../check/finding';
import type { Data } from '../../manifest/manifest';
import { expandAliases } from './aliases';
import { type Place, problem } from './problems';
import { plainScalar } from './scalars';

const MAX_DEPTH = 200;

const plain = new Type('tag:plain', {
  kind: 'scalar',
  resolve: (text: string | null) => text === null || plainScalar(text) !== undefined,
  construct: (text: string | null) => (text === null ? null : plainScalar(text)),
});

/** A tag that only states the type which the scalar has anyway: `!!int 3`. */
function stated(tag: string, fits: (value: unknown) => boolean): Type {
  return new Type(`tag:yaml.org,2002:${tag}`, {
    kind: 'scalar',
    resolve: (text: string | null) => fits(plainScalar(text ?? '')),
    construct: (text: string | null) => plainScalar(text ?? ''),
  });
}

const SCHEMA = FAILSAFE_SCHEMA.extend({
  implicit: [plain],
  explicit: [
    stated('null', (value) => value === null),
    stated('bool', (value) => typeof value === 'boolean'),
    stated('int', Number.isInteger),
    stated('float', (value) => typeof value === 'number'),
  ],
});

/** The values of one document (more than one when `...` ends a document without `---`), or what is wrong with it. */
export function loadDocument(text: string, place: Place): { values: Data[]; problem?: Finding } {
  try {
    const values = loadAll(text, undefined, { schema: SCHEMA, maxDepth: MAX_DEPTH } as object) as Data[];
    const fault = text.includes('&') && text.includes('*') ? expandAliases(values) : undefined;
    return fault ? { values: [], problem: problem('alias', place, fault.message, fault.fix) } : { values };
  } catch (error) {
    return { values: [], problem: syntaxProblem(error, place) };
  }
}

function syntaxProblem(error: unknown, place: Place): Finding {
  if (!(error instanceof YAMLException)) {
    return problem(
      'syntax',
      place,
      `The document cannot be read: ${error instanceof Error ? error.message : String(error)}.`,
      'Mend the YAML.',
    );
  }
  const mark = error.mark as { line?: number; column?: number } | undefined;
  const at = { ...place, line: (place.line ?? 1) + (mark?.line ?? 0), column: (mark?.column ?? 0) + 1 };
  const reason = error.reason;
  if (reason.includes('duplicated mapping key')) {
    const fix = 'Remove one of the two: kubectl would silently take the last, kustomize refuses the file.';
    return problem('duplicateKey', at, 'A key stands twice in one mapping.', fix);
  }
  if (reason.includes('tag')) {
    return problem('tag', at, `A YAML tag that Kubernetes manifests do not have: ${reason}.`, 'Write the plain value without the tag.');
  }
  if (reason.includes('maxDepth')) {
    return problem('depth', at, `The document is nested more than ${MAX_DEPTH} levels deep.`, 'No Kubernetes object is: make it flatter.');
  }
  if (reason.includes('unidentified alias')) {
    return problem(
      'alias',
      at,
      `The document uses an anchor that it does not define: ${reason}.`,
      'Define the anchor in the same document, or write the value.',
    );
  }
  return problem(
    'syntax',
    at,
    `The YAML cannot be parsed: ${reason}.`,
    'Mend the line; often it is the indentation, a missing quote or a missing colon.',
  );
}
