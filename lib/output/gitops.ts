import { resolve } from '../manifest/resolve';
import type { SourcedManifest } from '../model/sourced';
import { collectParameters } from '../parameters/collect';
import { NO_FACTS } from './facts';
import { argoCd } from './gitops/argo-cd';
import { type Deployment, objectLine } from './gitops/deployment';
import { flux } from './gitops/flux';
import { imageAutomationComment } from './gitops/image-automation';
import { inPart, partsOf } from './kustomize/parts';
import type { Output, OutputFile, OutputInput } from './output';

/**
 * What Argo CD and Flux deploy: an Application or Kustomizations for each environment, over the Kustomize tree beside it, and the list of
 * the objects that each environment owns. An object that leaves the list is one that a controller deletes.
 */
export const gitopsOutput: Output = {
  name: 'gitops',
  files({ app, manifests, environments, options = {}, factsOf = () => NO_FACTS }: OutputInput): OutputFile[] {
    const { parameters } = collectParameters(manifests);
    const { repository = `https://git.example.com/${app}.git`, branch = 'main', folder = 'dist' } = options.gitops ?? {};
    const all = environments.map((environment) => resolve(manifests, environment));
    const parts = options.kustomize?.parts
      ? partsOf([...resolve(manifests, { values: new Map() }), ...all.flat()], factsOf(all.flat()))
      : [];
    return environments.flatMap((environment, index) => {
      const resolved = all[index] as SourcedManifest[];
      const facts = factsOf(resolved);
      const deployment: Deployment = {
        app,
        environment: environment.name,
        manifests: resolved,
        factsOf: facts,
        options: { repository, branch, folder },
        parts: parts.filter((part) => inPart(resolved, part, facts).length > 0),
      };
      const owned = resolved.map(({ manifest }) => objectLine(manifest)).sort();
      return [
        ...argoCd(deployment),
        ...flux(deployment, imageAutomationComment(app, environment, parameters)),
        { path: `owned/${environment.name}.txt`, text: owned.map((line) => `${line}\n`).join('') },
      ];
    });
  },
  environmentOf: (path) =>
    /^(?:argo-cd\/application-(.+)\.yaml|argo-cd\/([^/]+)\/.+|flux\/(.+)\.yaml|owned\/(.+)\.txt)$/.exec(path)?.slice(1).find(Boolean),
};
