import { builtinSchemas } from './builtin-schemas';
import { customSchemas, objectMeta } from './custom-schemas';
import { customKinds } from './kinds';
import { lifecycleFile } from './lifecycle';
import { byKey, fileText, type SchemaFile } from './schema-data';

/** The files of imports/schemas: one of definitions and kinds per release, and an index that tells in which file a kind is. */
export function schemaFiles(): [string, string][] {
  const builtin = builtinSchemas();
  const meta = objectMeta(builtin);
  const files: [string, SchemaFile][] = [
    ['kubernetes', builtin],
    ...customKinds.map(({ release }): [string, SchemaFile] => [release, customSchemas(release, meta)]),
  ];
  const index = new Map<string, string>();
  for (const [name, { kinds }] of files) for (const key of Object.keys(kinds)) index.set(key, name);
  const lines = [...index].sort(byKey).map(([key, name]) => `${JSON.stringify(key)}:${JSON.stringify(name)}`);
  return [
    ['schemas/lifecycle.json', lifecycleFile()],
    ['schemas/index.json', `{\n${lines.join(',\n')}\n}\n`],
    ...files.map(([name, file]): [string, string] => [`schemas/${name}.json`, fileText(file)]),
  ];
}
