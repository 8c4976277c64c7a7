import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fetchRelease } from './releases';

interface GoFile {
  readonly group: string;
  readonly text: string;
}

/** Values that the API server's validation enforces although their Go types do not say `+enum`. */
const further: readonly (readonly [type: string, field: string, values: readonly string[]])[] = [
  ['meta.v1.LabelSelectorRequirement', 'operator', ['In', 'NotIn', 'Exists', 'DoesNotExist']],
  ['autoscaling.v2.MetricSpec', 'type', ['ContainerResource', 'External', 'Object', 'Pods', 'Resource']],
  ['autoscaling.v2.MetricTarget', 'type', ['Utilization', 'Value', 'AverageValue']],
  ['autoscaling.v2.HPAScalingPolicy', 'type', ['Pods', 'Percent']],
  ['autoscaling.v2.HPAScalingRules', 'selectPolicy', ['Max', 'Min', 'Disabled']],
];

/** The constants behind a value that a Go type states by reference: `AddressType(v1.IPv4Protocol)`. */
const referred: Readonly<Record<string, string>> = { 'v1.IPv4Protocol': 'IPv4', 'v1.IPv6Protocol': 'IPv6' };

/**
 * The allowed values of string fields of the built-in kinds, by `core.v1.Container` and field. Kubernetes' OpenAPI documents leave them
 * out; its Go types state them (`+enum`) and its validation enforces them.
 */
export function goEnums(): Map<string, Map<string, readonly string[]>> {
  const files = goFiles(fetchRelease('kubernetes-api'));
  const values = new Map(
    files.flatMap(({ group, text }) => [...enumsOf(text)].map(([name, allowed]) => [`${group}.${name}`, allowed] as const)),
  );
  const fields = new Map(further.map(([type, field, allowed]) => [type, new Map([[field, allowed]])]));
  for (const { group, text } of files) {
    for (const [, struct, body] of text.matchAll(/^type (\w+) struct \{\n([\s\S]*?)^\}/gm)) {
      const allowed = new Map<string, readonly string[]>();
      for (const [, alias, type, name] of body.matchAll(/^\t\w+\s+(?:\*|\[\])?(?:(\w+)\.)?(\w+)\s+`json:"(\w+)/gm)) {
        const from = alias === undefined ? group : alias === 'v1' || alias === 'corev1' ? 'core.v1' : '';
        const found = values.get(`${from}.${type}`);
        if (found !== undefined && found.length > 0) allowed.set(name, found);
      }
      if (allowed.size > 0) fields.set(`${group}.${struct}`, allowed);
    }
  }
  return fields;
}

function goFiles(root: string): GoFile[] {
  const paths = readdirSync(root, { recursive: true, encoding: 'utf8' }).sort();
  return paths.flatMap((path) => {
    const [, group, version] = /^([a-z]+)\/(v\d\w*)\/types\.go$/.exec(path) ?? [];
    return group === undefined ? [] : [{ group: `${group}.${version}`, text: readFileSync(join(root, path), 'utf8') }];
  });
}

function enumsOf(text: string): Map<string, string[]> {
  const enums = new Map<string, string[]>();
  for (const [, name] of text.matchAll(/^\/\/ \+enum\n(?:\/\/.*\n)*type (\w+) string/gm)) enums.set(name, []);
  for (const [, type, value] of text.matchAll(/^\t\w+\s+(\w+)\s*= "([^"]+)"/gm)) enums.get(type)?.push(value);
  for (const [, type, value] of text.matchAll(/^\t\w+\s*= (\w+)\("([^"]+)"\)/gm)) enums.get(type)?.push(value);
  for (const [, type, constant] of text.matchAll(/^\t\w+\s*= (\w+)\((\w+\.\w+)\)/gm)) {
    const value = referred[constant];
    if (value === undefined && enums.has(type)) throw new Error(`${type} has a value that is not known: ${constant}`);
    if (value !== undefined) enums.get(type)?.push(value);
  }
  return enums;
}
