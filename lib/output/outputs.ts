import type { Output, OutputName } from './output';

/** All outputs, each loaded when it is asked for. A new one is a file beside the others and a line here. */
export const outputsByName: { readonly [name in OutputName]: Output } = {
  get yaml() {
    return (require('./yaml') as typeof import('./yaml')).yamlOutput;
  },
  get helm() {
    return (require('./helm') as typeof import('./helm')).helmOutput;
  },
  get kustomize() {
    return (require('./kustomize') as typeof import('./kustomize')).kustomizeOutput;
  },
  get gitops() {
    return (require('./gitops') as typeof import('./gitops')).gitopsOutput;
  },
};
