import { describeId } from '../../../manifest/manifest';
import type { Field } from '../../field';
import { type GroupKind, NETWORK_POLICY, PDB } from '../../kinds';
import { labelSelectorSelects } from '../../relations/selectors';
import type { Resource } from '../../resource';
import type { Rule } from '../../rule';
import { primaryPodLabels, targetOf } from '../../views/canary-target';

const AUTHORIZATION: GroupKind = { group: 'security.istio.io', kind: 'AuthorizationPolicy' };

const POLICIES: readonly { kind: GroupKind; selector: (resource: Resource) => Field; effect: string }[] = [
  { kind: PDB, selector: ({ spec }) => spec.at('selector'), effect: 'a node drain may take all pods of the primary at once' },
  {
    kind: NETWORK_POLICY,
    selector: ({ spec }) => spec.at('podSelector'),
    effect: 'the policy does not hold for the pods that serve the users',
  },
  {
    kind: AUTHORIZATION,
    selector: ({ spec }) => spec.at('selector'),
    effect: 'the policy does not hold for the pods that serve the users',
  },
];

export const primaryUnprotected: Rule = {
  code: 'PD0304',
  severity: 'warning',
  title: 'A disruption budget or network policy covers only the target of a Canary, not its primary',
  why: 'The target is scaled to 0 outside of a rollout; the pods that serve are those of NAME-primary, whose label Flagger changes. Nothing covers them.',
  fix: 'Select by a label that both have, or add one for the primary (its label ends in -primary).',
  links: ['https://docs.flagger.app/usage/how-it-works#canary-target'],
  check(subject, report) {
    for (const canary of subject.canaries) {
      const target = targetOf(canary, subject);
      const primary = target && primaryPodLabels(target);
      if (!target || !primary) continue;
      for (const { kind, selector, effect } of POLICIES) {
        const here = subject.inNamespace(kind, target.resource.id.namespace);
        if (here.some((policy) => (kind === PDB || admits(policy)) && labelSelectorSelects(selector(policy), primary))) continue;
        for (const policy of here) {
          if (!labelSelectorSelects(selector(policy), target.podLabels) || labelSelectorSelects(selector(policy), primary)) continue;
          report(
            policy,
            selector(policy),
            `It selects the pods of ${describeId(target.resource.id)}, and not those of the primary that Flagger makes for ${describeId(canary.resource.id)}: ${effect}.`,
          );
        }
      }
      for (const policy of subject.inNamespace(NETWORK_POLICY, target.resource.id.namespace)) {
        const peers = podPeers(policy);
        const [meant] = peers.filter((peer) => labelSelectorSelects(peer, target.podLabels));
        if (!meant || peers.some((peer) => labelSelectorSelects(peer, primary))) continue;
        report(
          policy,
          meant,
          `It admits the pods of ${describeId(target.resource.id)}, and not those of the primary that Flagger makes for ${describeId(canary.resource.id)}: the pods that serve the users get no connection.`,
        );
      }
    }
  },
};

/** A policy without rules denies: beside it the pods need another that admits something. */
const admits = ({ spec }: Resource): boolean => ['ingress', 'egress', 'rules'].some((name) => spec.at(name).items.length > 0);

/** The pods of its own namespace that a NetworkPolicy admits connections from or to. */
const podPeers = ({ spec }: Resource): Field[] =>
  [
    ...spec.at('ingress').items.flatMap((rule) => rule.at('from').items),
    ...spec.at('egress').items.flatMap((rule) => rule.at('to').items),
  ].flatMap((peer) => (peer.at('podSelector').present && !peer.at('namespaceSelector').present ? [peer.at('podSelector')] : []));
