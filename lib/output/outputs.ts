import { gitopsOutput } from './gitops';
import { helmOutput } from './helm';
import { kustomizeOutput } from './kustomize';
import type { Output, OutputName } from './output';
import { yamlOutput } from './yaml';

/** All outputs. A new one is a file beside the others and a line here. */
export const outputsByName: { readonly [name in OutputName]: Output } = {
  yaml: yamlOutput,
  helm: helmOutput,
  kustomize: kustomizeOutput,
  gitops: gitopsOutput,
};
