import { at, podOf, problemsOf, text, withVersion, yaml } from '../support/chart';

test('each default can be adjusted', () => {
  const pod = podOf({
    security: {
      runAsUser: 999,
      runAsGroup: 999,
      fsGroup: 999,
      runAsNonRoot: false,
      allowPrivilegeEscalation: true,
      readOnlyRootFilesystem: false,
      addCapabilities: ['NET_BIND_SERVICE'],
      seccompProfile: 'Unconfined',
      automountServiceAccountToken: true,
    },
  });
  expect(at(pod, 'automountServiceAccountToken')).toBe(true);
  expect(yaml(at(pod, 'securityContext'))).toBe(
    text(`
      runAsNonRoot: false
      runAsUser: 999
      runAsGroup: 999
      fsGroup: 999
      seccompProfile:
        type: Unconfined
      `),
  );
  expect(yaml(at(pod, 'containers', 0, 'securityContext'))).toBe(
    text(`
      allowPrivilegeEscalation: true
      readOnlyRootFilesystem: false
      capabilities:
        drop:
          - ALL
        add:
          - NET_BIND_SERVICE
      `),
  );
});

test('what would never start, or escape the mesh', () => {
  expect(
    problemsOf(withVersion({ security: { runAsUser: 0, runAsGroup: -1, addCapabilities: ['CAP_KILL'], seccompProfile: 'none' } })),
  ).toEqual([
    "shop/reviews: version 'v1': security.runAsGroup -1 is no user or group: a whole number from 0 on.",
    "shop/reviews: version 'v1': security.runAsUser is 0, which is root, and runAsNonRoot forbids it: the pod would never start; state another user.",
    "shop/reviews: version 'v1': security.addCapabilities 'CAP_KILL': Kubernetes writes it without CAP_: 'KILL'.",
    "shop/reviews: version 'v1': security.seccompProfile 'none' is neither RuntimeDefault nor Unconfined.",
  ]);
  expect(problemsOf(withVersion({ security: { runAsUser: 1337 } }))).toEqual([
    "shop/reviews: version 'v1': security.runAsUser is 1337, Istio's proxy, whose traffic the mesh does not see; state another user.",
  ]);
});
