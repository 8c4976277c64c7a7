import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROGRAMS } from './paths';

const pin = (folder: string, file: string, pattern: RegExp) => {
  const found = pattern.exec(readFileSync(join(PROGRAMS, folder, file), 'utf8'))?.[1];
  if (!found) throw new Error(`programs/${folder}/${file} does not pin ${pattern}`);
  return found;
};
const required = (folder: string, module: string) => pin(folder, 'go.mod', new RegExp(`${module.replaceAll('.', '\\.')} v([^\\s]+)`));

/** The version of every program, read from the files that pin it. */
export const versions = {
  kubernetes: required('cluster', 'k8s.io/kubernetes'),
  argoRollouts: required('cluster', 'github.com/argoproj/argo-rollouts'),
  flagger: required('cluster', 'github.com/fluxcd/flagger'),
  istio: required('istiosim', 'istio.io/client-go'),
  envoy: pin('envoy', 'requirements.txt', /==(\S+)/),
  helm3: required('helm3', 'helm.sh/helm/v3'),
  helm4: required('helm4', 'helm.sh/helm/v4'),
  kustomize: required('kustomize', 'sigs.k8s.io/kustomize/kustomize/v5'),
  kubeconform: required('kubeconform', 'github.com/yannh/kubeconform'),
  kubeScore: required('kube-score', 'github.com/zegl/kube-score'),
  promtool: required('promtool', 'github.com/prometheus/prometheus'),
};
