import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fetchRelease } from './releases';
import { byKey } from './schema-data';

type Lifecycle = readonly [deprecated: string, removed: string, replacement: string];

/** What Kubernetes' own types no longer say, because the types are gone: from its deprecation guide. */
const gone: readonly (readonly [key: string, ...lifecycle: Lifecycle])[] = [
  ['apiextensions.k8s.io/v1beta1/CustomResourceDefinition', '1.16', '1.22', 'apiextensions.k8s.io/v1/CustomResourceDefinition'],
  ['apiregistration.k8s.io/v1beta1/APIService', '1.19', '1.22', 'apiregistration.k8s.io/v1/APIService'],
  ['autoscaling/v2beta1/HorizontalPodAutoscaler', '1.22', '1.25', 'autoscaling/v2/HorizontalPodAutoscaler'],
  ['autoscaling/v2beta2/HorizontalPodAutoscaler', '1.23', '1.26', 'autoscaling/v2/HorizontalPodAutoscaler'],
  ['extensions/v1beta1/PodSecurityPolicy', '1.11', '1.16', ''],
  ['policy/v1beta1/PodSecurityPolicy', '1.21', '1.25', ''],
];

/** Since when each built-in version of a kind is deprecated, when it is gone, and what replaces it ("" for nothing). */
export function lifecycleFile(): string {
  const root = fetchRelease('kubernetes-api');
  const entries = new Map<string, Lifecycle>(gone.map(([key, ...lifecycle]) => [key, lifecycle]));
  for (const path of readdirSync(root, { recursive: true, encoding: 'utf8' }).sort()) {
    const [, group, version] = /^([a-z]+)\/(v\d\w*)\/zz_generated\.prerelease-lifecycle\.go$/.exec(path) ?? [];
    const register = join(root, group ?? '', version ?? '', 'register.go');
    if (group === undefined || !existsSync(register)) continue;
    const [, name] = /const GroupName = "(.*)"/.exec(readFileSync(register, 'utf8')) ?? ['', group];
    for (const [kind, lifecycle] of lifecycles(readFileSync(join(root, path), 'utf8')))
      entries.set(`${name}/${version}/${kind}`, lifecycle);
  }
  const lines = [...entries].sort(byKey).map(([key, lifecycle]) => `${JSON.stringify(key)}:${JSON.stringify(lifecycle)}`);
  return `{\n${lines.join(',\n')}\n}\n`;
}

function lifecycles(text: string): [string, Lifecycle][] {
  const told = (kind: string, what: string): string => {
    const body = new RegExp(`\\(in \\*${kind}\\) APILifecycle${what}\\(\\).*\\{\\n\\treturn (.*)\\n`).exec(text)?.[1] ?? '';
    const [, group, version, name] = /Group: "(.*)", Version: "(.*)", Kind: "(.*)"/.exec(body) ?? [];
    return name === undefined ? body.replace(', ', '.') : `${group === '' ? '' : `${group}/`}${version}/${name}`;
  };
  return [...text.matchAll(/\(in \*(\w+)\) APILifecycleDeprecated/g)]
    .filter(([, kind]) => !kind.endsWith('List'))
    .map(([, kind]) => [kind, [told(kind, 'Deprecated'), told(kind, 'Removed'), told(kind, 'Replacement')]]);
}
