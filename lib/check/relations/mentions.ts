import { isObject } from '../field';
import { CONFIG_MAP } from '../kinds';
import type { Subject } from '../subject';

/** Words that look like host names, in what the pods of the files are told: environment, arguments, commands, ConfigMaps. */
function hostsInConfiguration(subject: Subject): ReadonlySet<string> {
  return subject.once('mentioned hosts', () => {
    const words = new Set<string>();
    for (const { containers } of subject.workloads) {
      for (const container of containers) for (const name of ['env', 'args', 'command']) collect(container.at(name).value, words);
    }
    for (const map of subject.ofKind(CONFIG_MAP)) collect(map.root.at('data').value, words);
    return words;
  });
}

/** The hosts that Flagger's load tests and webhooks call. */
export function hostsCalledBy(metadata: unknown): ReadonlySet<string> {
  const words = new Set<string>();
  collect(metadata, words);
  return words;
}

/** Whether a workload of the files is told to call the Service by its host name. */
export function isCalledInMesh(subject: Subject, name: string, namespace: string): boolean {
  return mentions(hostsInConfiguration(subject), name, namespace);
}

export function mentions(hosts: ReadonlySet<string>, name: string, namespace: string): boolean {
  const full = `${name}.${namespace}`;
  return hosts.has(name) || hosts.has(full) || hosts.has(`${full}.svc`) || hosts.has(`${full}.svc.cluster.local`);
}

/** A host counts where it stands as one: in a URL or before a port; a bare word is too often something else. */
const HOST = /(?:\/\/|^|[\s"'=,@])([a-z0-9][a-z0-9.-]*)(?=:[0-9]|\/|$|[\s"',?])/g;

function collect(value: unknown, words: Set<string>): void {
  if (typeof value === 'string') {
    if (value.length > 20_000 || !/[:/.]/.test(value)) return;
    for (const found of value.matchAll(HOST)) words.add(found[1]);
  } else if (Array.isArray(value)) {
    for (const item of value) collect(item, words);
  } else if (isObject(value)) {
    for (const item of Object.values(value)) collect(item, words);
  }
}
