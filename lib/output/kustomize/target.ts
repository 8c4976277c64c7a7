import { groupOf, type Manifest } from '../../manifest/manifest';

/** One object as the target of a rule; kustomize and Flux read names as regular expressions. */
export function targetOf({ apiVersion, kind, metadata: { name, namespace } }: Manifest): object {
  const group = groupOf(apiVersion);
  const exact = (text: string) => text.replaceAll('.', '\\.');
  return {
    ...(group ? { group } : {}),
    version: apiVersion.slice(apiVersion.indexOf('/') + 1),
    kind,
    name: exact(name),
    ...(namespace ? { namespace: exact(namespace) } : {}),
  };
}
