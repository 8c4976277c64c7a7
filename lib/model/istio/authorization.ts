import type { FieldPath } from '../../check/finding';
import type { Labels } from '../labels';
import { at, has, labelsAt, listAt, textAt, textsAt } from '../loose';
import type { ObjectIndex } from '../model';
import { byCreation, namespaceOf } from '../objects';
import type { SourcedManifest } from '../sourced';

/** One attribute of a request: it has one of the values, and none of the others. */
export interface Condition {
  /** As `when` calls it: `request.headers[x-token]`, `destination.port`; besides `host`, `method` and `path`. */
  readonly key: string;
  readonly values: readonly string[];
  readonly notValues: readonly string[];
}

/** Each part holds when it is empty or one of its lists holds as a whole. */
export interface PolicyRule {
  readonly from: readonly (readonly Condition[])[];
  readonly to: readonly (readonly Condition[])[];
  readonly when: readonly Condition[];
  readonly path: FieldPath;
}

export interface AuthorizationPolicy {
  readonly object: SourcedManifest;
  readonly namespace: string;
  readonly action: 'ALLOW' | 'DENY' | 'CUSTOM';
  /** The pods it holds for; undefined: all of its namespace, and of the mesh in the root namespace. */
  readonly selector: Labels | undefined;
  readonly targets: readonly { readonly kind: string; readonly name: string }[];
  readonly rules: readonly PolicyRule[];
}

const SOURCE: Readonly<Record<string, string>> = {
  principals: 'source.principal',
  requestPrincipals: 'request.auth.principal',
  namespaces: 'source.namespace',
  serviceAccounts: 'source.serviceAccount',
  ipBlocks: 'source.ip',
  remoteIpBlocks: 'remote.ip',
};
const OPERATION: Readonly<Record<string, string>> = { hosts: 'host', ports: 'destination.port', methods: 'method', paths: 'path' };

/** Policies that decide about requests; AUDIT and dry runs do not. */
export function authorizationPoliciesOf(objects: ObjectIndex): AuthorizationPolicy[] {
  return [...objects.ofKind('security.istio.io', 'AuthorizationPolicy')].sort(byCreation).flatMap((object) => {
    const spec = at(object.manifest, 'spec');
    const action = textAt(spec, 'action') ?? 'ALLOW';
    const dry = textAt(object.manifest, 'metadata', 'annotations', 'istio.io/dry-run') === 'true';
    if (dry || (action !== 'ALLOW' && action !== 'DENY' && action !== 'CUSTOM')) return [];
    return [
      {
        object,
        namespace: namespaceOf(object),
        action,
        selector: has(spec, 'selector') ? labelsAt(spec, 'selector', 'matchLabels') : undefined,
        targets: [...(has(spec, 'targetRef') ? [at(spec, 'targetRef')] : []), ...listAt(spec, 'targetRefs')].map((target) => ({
          kind: textAt(target, 'kind') ?? '',
          name: textAt(target, 'name') ?? '',
        })),
        rules: listAt(spec, 'rules').map((rule, index) => ruleOf(rule, ['spec', 'rules', index])),
      },
    ];
  });
}

function ruleOf(rule: unknown, path: FieldPath): PolicyRule {
  return {
    from: listAt(rule, 'from').map((from) => conditions(at(from, 'source'), SOURCE)),
    to: listAt(rule, 'to').map((to) => conditions(at(to, 'operation'), OPERATION)),
    when: listAt(rule, 'when').map((one) => ({
      key: textAt(one, 'key') ?? '',
      values: textsAt(one, 'values'),
      notValues: textsAt(one, 'notValues'),
    })),
    path,
  };
}

/** `paths` and `notPaths` are one condition. */
function conditions(part: unknown, names: Readonly<Record<string, string>>): Condition[] {
  return Object.entries(names).flatMap(([field, key]) => {
    const values = textsAt(part, field);
    const notValues = textsAt(part, `not${field[0]?.toUpperCase()}${field.slice(1)}`);
    return values.length + notValues.length > 0 ? [{ key, values, notValues }] : [];
  });
}
