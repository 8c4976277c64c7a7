import type { Field } from '../field';
import type { GroupKind } from '../kinds';
import type { Resource } from '../resource';
import type { Reporter } from '../rule';
import type { Subject } from '../subject';

/** What to say about a reference to an object that is not among the files. */
export interface MissingWords {
  /** What is said first: `The canaryService "web-canary"`. */
  readonly what: string;
  /** What happens when it is really missing: `the Rollout becomes InvalidSpec`. */
  readonly effect: string;
  /** Holds when other signs in the files say that it should be there. */
  readonly expected?: boolean;
  /** Holds when such objects often lie elsewhere: that others of the kind are there says nothing then, only a slip in the name does. */
  readonly shared?: boolean;
}

const AFFIXED = " If kustomize's namePrefix or nameSuffix renamed the object: it does not rename what refers to it here.";

/** Reports a reference by name whose object is missing; what lies outside the files is a note. Says whether the object is there. */
export function checkReference(
  subject: Subject,
  report: Reporter,
  from: Resource,
  field: Field,
  to: { readonly kind: GroupKind; readonly namespace: string; readonly name: string },
  words: MissingWords,
): Resource | undefined {
  const reference = subject.reference(to.kind, to.namespace, to.name);
  if (reference.verdict === 'present') return reference.resource;
  const full = `${to.kind.kind} ${to.namespace ? `${to.namespace}/` : ''}${to.name}`;
  const suspect =
    reference.verdict === 'missing' && (reference.because === 'similar' || (to.namespace === from.id.namespace && !words.shared));
  if (suspect || words.expected) {
    const hint = reference.verdict === 'missing' ? ` (${reference.hint})` : '';
    const affixed = reference.verdict === 'missing' && reference.affixed;
    report(from, field, `${words.what} names the ${full}, which is not there${hint}: ${words.effect}.`, {
      fix: `Name ${/^(?:[AEIO]|HTTP)/.test(to.kind.kind) ? 'an' : 'a'} ${to.kind.kind} that exists, add it, or give its file with --context when it lies elsewhere.${affixed ? AFFIXED : ''}`,
    });
  } else {
    report(from, field, `${words.what} names the ${full}, which is not among the files: if it is not in the cluster, ${words.effect}.`, {
      severity: 'note',
      fix: `Give its file with --context to have it checked too.`,
    });
  }
  return undefined;
}
