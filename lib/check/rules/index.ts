import type { Rule } from '../rule';
import { argsSupplied } from './analysis/args-supplied';
import { inlineEnds } from './analysis/inline-ends';
import { metricCourse } from './analysis/metric-course';
import { noData } from './analysis/no-data';
import { promql } from './analysis/promql';
import { templateExists } from './analysis/template-exists';
import { vectorCondition } from './analysis/vector-condition';
import { extraSubsets } from './argo/extra-subsets';
import { headerRouteWeight } from './argo/header-route-weight';
import { managedDestinations } from './argo/managed-destinations';
import { managedRouteNames } from './argo/managed-route-names';
import { needsRouting } from './argo/needs-routing';
import { oneAction } from './argo/one-action';
import { rolloutReferences } from './argo/references';
import { routeExists } from './argo/route-exists';
import { routesLeftOut } from './argo/routes-left-out';
import { serviceSelectsPods } from './argo/service-selects-pods';
import { servicesDiffer } from './argo/services-differ';
import { stepValues } from './argo/step-values';
import { strategyShape } from './argo/strategy-shape';
import { subsetsInRule } from './argo/subsets-in-rule';
import { workloadRef } from './argo/workload-ref';
import { autoscalerBounds } from './autoscaling/autoscaler-bounds';
import { budgetBlocks } from './autoscaling/budget-blocks';
import { replicasBesideAutoscaler } from './autoscaling/replicas-beside-autoscaler';
import { scaleTarget } from './autoscaling/scale-target';
import { alertProvider } from './flagger/alert-provider';
import { autoscalerRef } from './flagger/autoscaler-ref';
import { interval } from './flagger/interval';
import { metricKnown } from './flagger/metric-known';
import { oneCanary } from './flagger/one-canary';
import { ownedObject } from './flagger/owned-object';
import { primaryUnprotected } from './flagger/primary-unprotected';
import { providerFit } from './flagger/provider-fit';
import { replicasOfTarget } from './flagger/replicas-of-target';
import { sharedLabel } from './flagger/shared-label';
import { strategyChoice } from './flagger/strategy-choice';
import { targetExists } from './flagger/target-exists';
import { targetLabel } from './flagger/target-label';
import { thresholdRange } from './flagger/threshold-range';
import { trafficNeeded } from './flagger/traffic-needed';
import { weightSteps } from './flagger/weight-steps';
import { backendExists } from './gateway-api/backend-exists';
import { duplicateMatch } from './gateway-api/duplicate-match';
import { parentExists } from './gateway-api/parent-exists';
import { credentialExists } from './gateways/credential-exists';
import { serverConflicts } from './gateways/server-conflicts';
import { serverTls } from './gateways/server-tls';
import { knativeTemplate } from './knative/knative-template';
import { trafficSplit } from './knative/traffic-split';
import { cronSchedule } from './objects/cron-schedule';
import { fileMode } from './objects/file-mode';
import { injectionLabels } from './objects/injection-labels';
import { labelSyntax } from './objects/label-syntax';
import { objectNames } from './objects/object-names';
import { objectTwice } from './objects/object-twice';
import { quantities } from './objects/quantities';
import { textValues } from './objects/text-values';
import { unsafeText } from './objects/unsafe-text';
import { deadRule } from './routes/dead-rule';
import { delegateExists } from './routes/delegate-exists';
import { destinationExists } from './routes/destination-exists';
import { destinationPort } from './routes/destination-port';
import { duration } from './routes/duration';
import { gatewayCoversHost } from './routes/gateway-covers-host';
import { gatewayExists } from './routes/gateway-exists';
import { hiddenRules } from './routes/hidden-rules';
import { hiddenSubset } from './routes/hidden-subset';
import { meshHostTwice } from './routes/mesh-host-twice';
import { meshLeftOut } from './routes/mesh-left-out';
import { portProtocol } from './routes/port-protocol';
import { regex } from './routes/regex';
import { retriesWithoutAttempts } from './routes/retries';
import { ruleForNobody } from './routes/rule-for-nobody';
import { ruleShape } from './routes/rule-shape';
import { shortHostElsewhere } from './routes/short-host-elsewhere';
import { subsetExists } from './routes/subset-exists';
import { subsetTwice } from './routes/subset-twice';
import { weightMissing } from './routes/weight-missing';
import { weightsSum } from './routes/weights-sum';
import { weightsZero } from './routes/weights-zero';
import { latestTag } from './security/latest-tag';
import { literalCredential } from './security/literal-credential';
import { podSecurity } from './security/pod-security';
import { duplicateNames } from './workloads/duplicate-names';
import { noSurgeNoUnavailable } from './workloads/no-surge-no-unavailable';
import { portConflict } from './workloads/port-conflict';
import { probePort } from './workloads/probe-port';
import { recreateWithRollingUpdate } from './workloads/recreate-with-rolling-update';
import { samePodsTwice } from './workloads/same-pods-twice';
import { selectorMatchesTemplate } from './workloads/selector-matches-template';
import { serviceExcludesVersion } from './workloads/service-excludes-version';
import { serviceWithoutPods } from './workloads/service-without-pods';
import { sharedPods } from './workloads/shared-pods';
import { subsetWithoutPods } from './workloads/subset-without-pods';
import { targetPort } from './workloads/target-port';

/** All rules, in the order of their codes: this list is all there is to the checker. */
export const RULES: readonly Rule[] = [
  subsetExists,
  deadRule,
  weightsSum,
  weightMissing,
  weightsZero,
  meshHostTwice,
  subsetTwice,
  shortHostElsewhere,
  destinationExists,
  meshLeftOut,
  gatewayExists,
  gatewayCoversHost,
  hiddenSubset,
  retriesWithoutAttempts,
  regex,
  duration,
  ruleShape,
  destinationPort,
  portProtocol,
  delegateExists,
  hiddenRules,
  ruleForNobody,
  serviceExcludesVersion,
  subsetWithoutPods,
  targetPort,
  selectorMatchesTemplate,
  sharedPods,
  noSurgeNoUnavailable,
  recreateWithRollingUpdate,
  probePort,
  duplicateNames,
  portConflict,
  serviceWithoutPods,
  samePodsTwice,
  ownedObject,
  targetLabel,
  sharedLabel,
  primaryUnprotected,
  autoscalerRef,
  weightSteps,
  interval,
  strategyChoice,
  metricKnown,
  thresholdRange,
  trafficNeeded,
  targetExists,
  providerFit,
  oneCanary,
  alertProvider,
  replicasOfTarget,
  subsetsInRule,
  extraSubsets,
  routeExists,
  routesLeftOut,
  servicesDiffer,
  serviceSelectsPods,
  rolloutReferences,
  stepValues,
  oneAction,
  managedRouteNames,
  workloadRef,
  strategyShape,
  managedDestinations,
  headerRouteWeight,
  needsRouting,
  serverTls,
  credentialExists,
  serverConflicts,
  templateExists,
  argsSupplied,
  vectorCondition,
  metricCourse,
  promql,
  noData,
  inlineEnds,
  budgetBlocks,
  replicasBesideAutoscaler,
  scaleTarget,
  autoscalerBounds,
  labelSyntax,
  textValues,
  objectNames,
  objectTwice,
  unsafeText,
  injectionLabels,
  fileMode,
  quantities,
  cronSchedule,
  podSecurity,
  literalCredential,
  latestTag,
  parentExists,
  backendExists,
  duplicateMatch,
  trafficSplit,
  knativeTemplate,
];
