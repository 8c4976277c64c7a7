/** What the page of strategies says beyond its table: facts of the controllers that no manifest can change. */
export const STRATEGIES_NOTES = `
## How to apply what a controller writes to

Flagger and Argo Rollouts write to objects after they were applied: weights, numbers of pods, and, for Argo Rollouts, the pods' hash in the
selectors of its Services. The output \`gitops\` states exactly these fields as not to be compared and not to be reset, for Argo CD and for Flux.

A Service's selector is replaced as a whole by a server-side apply. One that takes the selector over by force in the middle of a release
(\`kubectl apply --server-side --force-conflicts\`, \`helm upgrade --server-side=true --force-conflicts\`, Argo CD with \`ServerSideApply=true\` and
without the rules above, Flux without them) takes the hash away:

- \`ArgoRollout.blueGreen\`: the controller takes the next version for a first one and **promotes it at once, without a pause or an analysis**;
- \`ArgoRollout.canary\` between two Services: both select all pods until the controller has put the hash back, so weights do not hold meanwhile.

| applied by | what happens | what to do |
| --- | --- | --- |
| \`kubectl apply\`, Helm 3 | the hash stays | nothing |
| \`kubectl apply --server-side\` | refused with a conflict on \`.spec.selector\` | leave \`--server-side\` out; never add \`--force-conflicts\` |
| Helm 4 | its default for new installations is a server-side apply, which is refused with that conflict once the controller has written | \`helm install\` and \`helm upgrade\` with \`--server-side=false\`; never \`--force-conflicts\` |
| Argo CD, Flux | as above, unless the output \`gitops\` is used as it is | keep its \`ignoreDifferences\`, \`RespectIgnoreDifferences=true\` and \`ignore\` |

Measured with the real controller: see \`test/conformance/README.md\`.

## How to move from one strategy to another

Changing the argument changes the objects; what runs moves with them in these steps, each of which is safe by itself.

- From \`RollingUpdate\` to \`FlaggerRelease\`: Flagger makes the Service and the routes of the same names its own once its copy of the pods is ready,
  so they must stay until then. Apply without pruning (Argo CD: the annotation \`argocd.argoproj.io/sync-options: Prune=false\`; Helm:
  \`helm.sh/resource-policy: keep\`; Flux: \`kustomize.toolkit.fluxcd.io/prune: disabled\`) on the Service and the VirtualService, wait until the Canary is
  \`Initialized\`, and go on as always. The number of pods leaves the Deployment for an autoscaler: take it out of what was last applied before, or
  Kubernetes puts 1 in its place for a moment. See
  https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/#migrating-deployments-and-statefulsets-to-horizontal-autoscaling and
  https://docs.flagger.app/tutorials/zero-downtime-deployments
- From \`FlaggerRelease\` back: state \`revertOnDeletion: true\` and apply; Flagger then gives the Deployment its pods back when its Canary goes. Only
  after that, change the strategy.
- From \`RollingUpdate\` to \`ArgoRollout\`: state \`workload: WorkloadScaleDown.PROGRESSIVELY\` (or \`ON_SUCCESS\`), so that the pods of the Deployment go
  as those of the Rollout come; once the Rollout is healthy, leave \`workload\` out. See https://argo-rollouts.readthedocs.io/en/stable/migrating/
- From \`ArgoRollout\` back: the Deployment must run before the Rollout goes. Apply without pruning, wait until the Deployment is available (where an
  autoscaler is stated, scale it to one pod by hand: an autoscaler leaves a Deployment with no pods alone), then prune.
- Between strategies without a controller (\`Recreate\`, \`RollingUpdate\`) nothing is to be done. Those that keep versions side by side (\`WeightedRelease\`,
  \`BlueGreen\`) have a Deployment a version, so the one that goes is to be pruned last.
`;
