import { readCrds } from './crds';
import type { CustomKind, CustomKinds } from './kinds';
import { construct, declaration, file, namesOf } from './print';
import type { Schema } from './schema';
import { Shapes } from './shapes';

const notGiven = ['apiVersion', 'kind', 'metadata', 'status'];
export const kebab = (kind: string): string => kind.replace(/([a-z0-9])([A-Z])|([A-Z])([A-Z][a-z])/g, '$1$3-$2$4').toLowerCase();

/** The files of one release: path under imports/ and text. */
export function customFiles({ release, folder, kinds }: CustomKinds): [string, string][] {
  const crds = readCrds(release);
  return kinds.map((kind) => {
    const crd = crds.find((one) => one.spec.names.kind === kind.kind);
    if (crd === undefined) throw new Error(`${release} has no definition of ${kind.kind}`);
    const [newest, ...older] = crd.spec.versions;
    const same = older.filter((one) => bare(one.schema.openAPIV3Schema) === bare(newest.schema.openAPIV3Schema)).map((one) => one.name);
    const versions = [newest.name, ...same, ...(kind.former ?? [])].map((version) => `${crd.spec.group}/${version}`);
    return [`${folder}/${kebab(kind.kind)}.ts`, customFile(release, kind, versions, newest.schema.openAPIV3Schema)];
  });
}

const bare = (schema: Schema): string =>
  JSON.stringify(schema, (key, value) => (key === 'description' && typeof value === 'string' ? undefined : value));

function customFile(release: string, kind: CustomKind, apiVersions: readonly string[], schema: Schema): string {
  const shapes = new Shapes();
  const members = shapes.members(schema, [], notGiven);
  const names = namesOf(shapes, kind.names ?? {}, kind.kind, [kind.kind, `${kind.kind}Props`]);
  const needed = new Map<string, Set<string>>();
  const naming = {
    named: (id: string): string => names.get(id) ?? id,
    kubernetes: (definition: string): string => {
      const at = definition.lastIndexOf('.');
      const group = definition.slice(0, at).replace('.', '-');
      needed.set(group, (needed.get(group) ?? new Set()).add(definition.slice(at + 1)));
      return definition.slice(at + 1);
    },
  };
  const types = [...shapes.named].reverse().map(([id, type]) => declaration(naming.named(id), type, naming));
  const parts = [construct({ name: kind.kind, kind: kind.kind, apiVersions, members }, naming), ...types];
  const imports = ["import { ApiObject, type ApiObjectMetadata } from 'cdk8s';", "import type { Construct } from 'constructs';"];
  for (const [group, of] of [...needed].sort())
    imports.push(`import type { ${[...of].sort().join(', ')} } from '../kubernetes/types/${group}';`);
  return file(release, imports, parts);
}
