import { NodeLabelQuery, NodeTaintQuery, TaintEffect } from 'cdk8s-plus-27';
import { Parameter } from 'cdk8s-progressive';
import { at, podOf, text, yaml } from '../support/chart';

test('which nodes the pods run on', () => {
  const pod = podOf({
    scheduling: {
      nodeSelector: { disk: 'ssd' },
      nodes: [NodeLabelQuery.in('kubernetes.io/arch', ['arm64', 'amd64']), NodeLabelQuery.exists('gpu')],
      tolerations: [NodeTaintQuery.is('dedicated', 'shop', { effect: TaintEffect.NO_SCHEDULE })],
      priorityClass: 'high',
      spread: false,
    },
  });
  const { nodeSelector, affinity, tolerations, priorityClassName } = pod as Record<string, unknown>;
  expect(yaml({ nodeSelector, affinity, tolerations, priorityClassName })).toBe(
    text(`
      nodeSelector:
        disk: ssd
      affinity:
        nodeAffinity:
          requiredDuringSchedulingIgnoredDuringExecution:
            nodeSelectorTerms:
              - matchExpressions:
                  - key: kubernetes.io/arch
                    operator: In
                    values:
                      - arm64
                      - amd64
                  - key: gpu
                    operator: Exists
      tolerations:
        - effect: NoSchedule
          key: dedicated
          operator: Equal
          value: shop
      priorityClassName: high
      `),
  );
  expect(pod).not.toHaveProperty('topologySpreadConstraints');
});

test('node labels by parameter, and any affinity', () => {
  const nodeSelector = Parameter.stringMap('nodes', { defaultValue: { disk: 'hdd' } });
  const affinity = { podAntiAffinity: { requiredDuringSchedulingIgnoredDuringExecution: [{ topologyKey: 'kubernetes.io/hostname' }] } };
  expect(podOf({ scheduling: { nodeSelector, affinity } })).toMatchObject({ nodeSelector: { disk: 'hdd' }, affinity });
  expect(at(podOf({}), 'topologySpreadConstraints', 0, 'topologyKey')).toBe('kubernetes.io/hostname');
});
