import { isDeepStrictEqual } from 'node:util';
import { Condition, type ConditionTerm } from '../parameters/condition';
import type { ParametricManifest } from './tree';

/**
 * Variants of one object that are equal for every value of a switch or choice, as one object that does not ask for it: a budget that covers
 * the same pods whichever version runs exists once.
 */
export function mergeVariants(manifests: readonly ParametricManifest[]): ParametricManifest[] {
  const groups = new Map<string, Variant[]>();
  const merged: (ParametricManifest | Variant)[] = manifests.map((manifest) => {
    if (!manifest.when) return manifest;
    const variant: Variant = { manifest, terms: flat(manifest.when._term) };
    const { apiVersion, kind, metadata } = manifest.object;
    const key = `${apiVersion} ${kind} ${metadata.namespace} ${metadata.name}`;
    const group = groups.get(key);
    if (group) group.push(variant);
    else groups.set(key, [variant]);
    return variant;
  });
  const gone = new Set<Variant>();
  for (const group of groups.values()) if (group.length > 1) mergeGroup(group, gone);
  return merged.flatMap((each) => {
    if (!('terms' in each)) return [each];
    if (gone.has(each)) return [];
    const { when, ...always } = each.manifest;
    return [each.terms.length > 0 ? { ...always, when: Condition._of(each.terms) } : always];
  });
}

interface Variant {
  readonly manifest: ParametricManifest;
  /** All of them must hold. */
  terms: readonly ConditionTerm[];
}

/** Merges until no set of variants covers all values of what tells them apart. */
function mergeGroup(group: readonly Variant[], gone: Set<Variant>): void {
  for (let again = true; again; ) {
    again = false;
    for (const variant of group) {
      if (gone.has(variant)) continue;
      for (let index = 0; index < variant.terms.length; index++) {
        const family = familyOf(variant, index, group, gone);
        if (!family) continue;
        variant.terms = variant.terms.filter((_, position) => position !== index);
        for (const other of family) if (other !== variant) gone.add(other);
        again = true;
        break;
      }
    }
  }
}

/** The variants that differ from this one in the value of one term alone and, with it, cover every value; undefined when some value is missing. */
function familyOf(variant: Variant, index: number, group: readonly Variant[], gone: ReadonlySet<Variant>): Variant[] | undefined {
  const term = variant.terms[index] as ConditionTerm;
  const without = (terms: readonly ConditionTerm[]) => terms.filter((_, position) => position !== index).map(keyOf);
  const alike = group.filter(
    (other) =>
      !gone.has(other) &&
      other.terms.length === variant.terms.length &&
      isDeepStrictEqual(without(other.terms), without(variant.terms)) &&
      isDeepStrictEqual(other.manifest.object, variant.manifest.object),
  );
  const family = valuesOf(term).map((key) => alike.find((other) => keyOf(other.terms[index] as ConditionTerm) === key));
  return family.every((other) => other !== undefined) ? (family as Variant[]) : undefined;
}

/** The keys of the terms that together hold always, this one among them. */
function valuesOf(term: ConditionTerm): string[] {
  switch (term.kind) {
    case 'equals':
      return term.parameter.choices.map((value) => keyOf({ ...term, value }));
    case 'not':
      return [keyOf(term), keyOf(term.of)];
    default:
      return [keyOf(term), keyOf({ kind: 'not', of: term })];
  }
}

function flat(term: ConditionTerm): ConditionTerm[] {
  return term.kind === 'all' ? term.of.flatMap(flat) : [term];
}

function keyOf(term: ConditionTerm): string {
  switch (term.kind) {
    case 'true':
      return term.parameter.name;
    case 'equals':
      return `${term.parameter.name}=${term.value}`;
    case 'not':
      return `!(${keyOf(term.of)})`;
    case 'all':
      return term.of.map(keyOf).join('&');
  }
}
