import type { TreeObject } from '../../manifest/tree';
import { serviceLabels } from '../../service/labels';
import type { Microservice } from '../../service/microservice';
import type { ServiceVersion } from '../../service/version';
import type { DestinationPolicy } from '../destination-policy';
import { policyProblems } from '../policy-problems';
import { trafficPolicyTree } from './traffic-policy';

/** Policies of a service and of single versions. */
export interface Policies {
  readonly all?: DestinationPolicy;
  readonly ofVersion: ReadonlyMap<ServiceVersion, DestinationPolicy>;
}

/**
 * One subset per version, and how connections to them are made.
 * See https://istio.io/latest/docs/reference/config/networking/destination-rule/
 */
export function addDestinationRule(
  service: Microservice,
  subsets: ReadonlyMap<ServiceVersion, string>,
  policies: Policies = { ofVersion: new Map() },
): void {
  for (const policy of [policies.all, ...policies.ofVersion.values()]) {
    for (const problem of policy ? policyProblems(service, policy) : []) service.addProblem(problem);
  }
  service.addObject('destination-rule', {
    apiVersion: 'networking.istio.io/v1',
    kind: 'DestinationRule',
    name: service.name,
    labels: serviceLabels(service),
    fields: {
      spec: {
        host: service.name,
        trafficPolicy: policies.all && trafficPolicyTree(policies.all),
        subsets: [...subsets].map(([version, name]): TreeObject => {
          const policy = policies.ofVersion.get(version);
          return { name, labels: { version: version.name }, trafficPolicy: policy && trafficPolicyTree(policy) };
        }),
      },
    },
  });
}
