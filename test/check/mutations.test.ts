import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { check } from '../../lib/check/check';
import type { SourcedManifest } from '../../lib/model/sourced';
import { ALL_CORRECT_SETS } from './correct';
import { Random } from './fuzz/random';
import { type Loose, manifestsOf } from './helper';
import { ARGO_MUTATIONS } from './mutations/argo';
import { FLAGGER_MUTATIONS } from './mutations/flagger';
import { POD_MUTATIONS } from './mutations/pods';
import { ROUTE_MUTATIONS } from './mutations/routes';
import type { Mutation, Site } from './mutations/site';

// Every fault at every place of every correct set: MUTATIONS=all makes all of them (minutes), otherwise a fixed choice is made.
const ALL = process.env.MUTATIONS === 'all';
const PLACES = 2;

const MUTATIONS: readonly Mutation[] = [...ROUTE_MUTATIONS, ...POD_MUTATIONS, ...FLAGGER_MUTATIONS, ...ARGO_MUTATIONS];
const DIST = join(__dirname, '../../dist');

interface CorrectSet {
  readonly name: string;
  readonly objects: readonly Loose[];
  /** What is reported although nothing is broken, as code and object: it is no answer to a fault. */
  readonly known: ReadonlySet<string>;
}

const objectsOf = (yaml: string): Loose[] => manifestsOf(yaml).map(({ manifest }) => manifest as unknown as Loose);

function appSets(): [string, Loose[]][] {
  const folders = readdirSync(DIST).flatMap((app) =>
    readdirSync(join(DIST, app, 'yaml')).map((environment) => join(app, 'yaml', environment)),
  );
  return folders.map((folder) => {
    const files = readdirSync(join(DIST, folder), { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.yaml'));
    return [folder, files.sort().flatMap((file) => objectsOf(readFileSync(join(DIST, folder, file), 'utf8')))];
  });
}

function told(objects: readonly Loose[]): { readonly code: string; readonly about: string }[] {
  const manifests = objects.map(
    (manifest): SourcedManifest => ({ manifest: manifest as unknown as SourcedManifest['manifest'], origin: {} }),
  );
  return check(manifests)
    .findings.filter(({ severity }) => severity !== 'note')
    .map(({ code, object }) => ({ code, about: `${object?.kind}/${object?.name}` }));
}

const SETS: readonly CorrectSet[] = [
  ...Object.entries(ALL_CORRECT_SETS).map(([name, yaml]): [string, Loose[]] => [name, objectsOf(yaml)]),
  ...appSets(),
].map(([name, objects]) => ({ name, objects, known: new Set(told(objects).map(({ code, about }) => code + about)) }));

/** Whether the fault that is made there is found: by its code, about one of its objects. */
function found({ objects, known }: CorrectSet, { codes }: Mutation, site: Site): boolean {
  const copy = structuredClone(objects) as Loose[];
  site.apply(copy);
  return told(copy).some(({ code, about }) => codes.includes(code) && !known.has(code + about) && (site.about?.includes(about) ?? true));
}

test('unbroken, no set has a finding', () => {
  expect(SETS.flatMap(({ name, known }) => [...known].map((one) => `${name}: ${one}`))).toEqual([]);
});

test('there is a way to make each of the 54 faults', () => {
  const made = new Set(MUTATIONS.map(({ fault }) => fault));
  expect(Array.from({ length: 54 }, (_, index) => index + 1).filter((fault) => !made.has(fault))).toEqual([]);
});

describe.each(MUTATIONS.map((mutation) => [`${mutation.fault}: ${mutation.what}`, mutation] as const))('%s', (_, mutation) => {
  const places = SETS.flatMap((set) => mutation.sites(set.objects).map((site) => ({ set, site })));
  const random = new Random(mutation.fault);
  const chosen = ALL
    ? places
    : places
        .map((place) => ({ place, by: random.next() }))
        .sort((a, b) => a.by - b.by)
        .slice(0, PLACES)
        .map(({ place }) => place);

  test(`is found at ${chosen.length} of ${places.length} places`, () => {
    expect(places.length).toBeGreaterThan(0);
    expect(chosen.filter(({ set, site }) => !found(set, mutation, site)).map(({ set, site }) => `${set.name}: ${site.where}`)).toEqual([]);
  });
});
