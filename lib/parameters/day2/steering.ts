import type { ParametricManifest, Tree, TreeObject } from '../../manifest/tree';
import type { ConditionTerm } from '../condition';
import { isExpression, type ParameterValues } from '../expression';
import { type ChoiceParameter, NumberParameter } from '../parameter';
import { RestExpression } from '../rest';

/** The weight of a version in a split: as the code states it, or decided by parameters. */
export type Weight =
  | { readonly kind: 'fixed'; readonly percent: number }
  | { readonly kind: 'parameter'; readonly parameter: string }
  | { readonly kind: 'rest'; readonly fixed: number; readonly parameters: readonly string[] };

export interface Share {
  /** The version's name. */
  readonly version: string;
  /** What the route calls it, where that is another name: a subset, a Service. */
  readonly alias?: string;
  readonly weight: Weight;
}

/** Switches that have to be on or off. */
export interface Switches {
  readonly [parameter: string]: boolean;
}

/** What decides between the versions of a service: the weights of a split, or the choice of the one that runs. */
export type Steering =
  | { readonly kind: 'split'; readonly service: string; readonly shares: readonly Share[]; readonly whileSwitched?: Switches }
  | {
      readonly kind: 'choice';
      readonly service: string;
      readonly parameter: string;
      readonly versions: readonly string[];
      readonly whileSwitched?: Switches;
    };

/** Found in the manifests themselves: weights that are parameters, and conditions on a choice. */
export function steeringOf(manifests: readonly ParametricManifest[]): Steering[] {
  const versionOf = versionNames(manifests);
  const found = new Map<string, Steering>();
  for (const { object, when } of manifests) {
    const service = serviceOf(object as TreeObject);
    const switches = when ? Object.fromEntries(switchesIn(when._term, true)) : {};
    const whileSwitched = Object.keys(switches).length > 0 ? switches : undefined;
    const add = (steering: Steering) => {
      const entry = whileSwitched ? { ...steering, whileSwitched } : steering;
      found.set(JSON.stringify(entry), entry);
    };
    for (const choice of when ? choicesIn(when._term) : []) {
      add({ kind: 'choice', service, parameter: choice.name, versions: choice.choices });
    }
    for (const list of splitsIn(object as Tree)) {
      const shares = list.map((destination): Share => {
        const alias = aliasOf(destination);
        const version = versionOf(service, alias);
        return { version, ...(alias === version ? {} : { alias }), weight: weightOf(destination) };
      });
      add({ kind: 'split', service, shares });
    }
  }
  return [...found.values()];
}

/** What decides while the switches are as they are. */
export function steeringIn(steerings: readonly Steering[], values: ParameterValues): Steering[] {
  return steerings.filter(({ whileSwitched = {} }) => Object.entries(whileSwitched).every(([name, on]) => values.get(name) === on));
}

/** The switches of a condition that all have to be so. */
function switchesIn(term: ConditionTerm, wanted: boolean): [string, boolean][] {
  if (term.kind === 'true') return [[term.parameter.name, wanted]];
  if (term.kind === 'not') return switchesIn(term.of, !wanted);
  return term.kind === 'all' && wanted ? term.of.flatMap((each) => switchesIn(each, wanted)) : [];
}

function choicesIn(term: ConditionTerm): ChoiceParameter[] {
  switch (term.kind) {
    case 'true':
      return [];
    case 'equals':
      return [term.parameter];
    case 'not':
      return choicesIn(term.of);
    case 'all':
      return term.of.flatMap(choicesIn);
  }
}

/** Lists of destinations of which at least one has a weight that varies. */
function* splitsIn(tree: Tree | undefined): Generator<TreeObject[]> {
  if (tree === null || typeof tree !== 'object' || isExpression(tree)) return;
  if (Array.isArray(tree)) {
    const weights = tree.map((item) => (isObject(item) ? (item.weight ?? item.percent) : undefined));
    if (weights.some((weight) => weight instanceof NumberParameter || weight instanceof RestExpression)) yield tree as TreeObject[];
    else for (const item of tree) yield* splitsIn(item);
  } else for (const field of Object.values(tree as TreeObject)) yield* splitsIn(field);
}

function weightOf(destination: TreeObject): Weight {
  const weight = destination.weight ?? destination.percent;
  if (weight instanceof NumberParameter) return { kind: 'parameter', parameter: weight.name };
  if (weight instanceof RestExpression) return { kind: 'rest', fixed: weight.fixed, parameters: weight.parameters.map(({ name }) => name) };
  return { kind: 'fixed', percent: typeof weight === 'number' ? weight : 0 };
}

/** How a route names a version: Istio by subset (or host), the Gateway API by Service, Knative by revision or tag. */
function aliasOf(destination: TreeObject): string {
  const { subset, host } = isObject(destination.destination) ? destination.destination : {};
  const { name, revisionName, tag } = destination;
  return [subset, host, name, revisionName, tag].find((each) => typeof each === 'string') ?? 'latest';
}

function serviceOf({ metadata }: TreeObject): string {
  const { name, labels } = metadata as { name: Tree; labels?: TreeObject };
  return String(labels?.app ?? (isExpression(name) ? name.resolve() : name));
}

/** The version behind the name of a subset or of a Service of one version. */
function versionNames(manifests: readonly ParametricManifest[]): (service: string, alias: string) => string {
  const names = new Map<string, string>();
  for (const { object } of manifests) {
    const spec = object.spec;
    if (!isObject(spec)) continue;
    const service = serviceOf(object as TreeObject);
    if (Array.isArray(spec.subsets)) {
      for (const subset of spec.subsets) {
        if (isObject(subset) && isObject(subset.labels) && typeof subset.labels.version === 'string') {
          names.set(`${service} ${String(subset.name)}`, subset.labels.version);
        }
      }
    } else if (isObject(spec.selector) && typeof spec.selector.version === 'string' && typeof object.metadata.name === 'string') {
      names.set(`${service} ${object.metadata.name}`, spec.selector.version);
    }
  }
  return (service, alias) =>
    names.get(`${service} ${alias}`) ?? (alias.startsWith(`${service}-`) ? alias.slice(service.length + 1) : alias);
}

function isObject(tree: unknown): tree is TreeObject {
  return typeof tree === 'object' && tree !== null && !Array.isArray(tree) && !isExpression(tree);
}
