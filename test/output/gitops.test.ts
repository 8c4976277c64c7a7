import { gitopsOutput } from '../../lib/output/gitops';
import { kustomizeOutput } from '../../lib/output/kustomize';
import type { OutputOptions } from '../../lib/output/options';
import { factsOf } from '../../lib/synth/facts';
import { environment, filesOf, manifest, small } from './small';

const environments = [environment('prod', { 'review.v2.weight': 20 })];
const files = (manifests = small, options: OutputOptions = {}) => filesOf(gitopsOutput, { manifests, environments, factsOf, options });

test('an Application of Argo CD deploys the overlay, with waves: routes come when the rest is healthy', () => {
  const options = { gitops: { repository: 'https://git.example.com/deploy.git', branch: 'live', folder: 'out' } };
  const written = files(small, options);
  expect(written['argo-cd/application-prod.yaml']).toBe(`apiVersion: argoproj.io/v1alpha1
kind: Application
metadata:
  name: shop-prod
  namespace: argocd
spec:
  project: default
  source:
    repoURL: https://git.example.com/deploy.git
    targetRevision: live
    path: out/shop/gitops/argo-cd/prod
  destination:
    server: https://kubernetes.default.svc
    namespace: shop
  syncPolicy:
    automated:
      prune: true
      selfHeal: true
    syncOptions:
      - ApplyOutOfSyncOnly=true
      - CreateNamespace=true
      - PruneLast=true
`);
  expect(written['argo-cd/prod/kustomization.yaml']).toBe(`apiVersion: kustomize.config.k8s.io/v1beta1
kind: Kustomization
resources:
  - "../../../kustomize/overlays/prod"
patches:
  - target:
      group: networking.istio.io
      version: v1
      kind: VirtualService
    patch: |
      apiVersion: v1
      kind: Any
      metadata:
        name: any
        annotations:
          argocd.argoproj.io/sync-wave: "1"
`);
});

test('the objects that an environment owns are listed, in an order that no change of code moves', () => {
  expect(files()['owned/prod.txt']).toBe('apps/v1 Deployment shop/review-v2\nnetworking.istio.io/v1 VirtualService shop/review\n');
  expect(files([...small].reverse())['owned/prod.txt']).toBe(files()['owned/prod.txt']);
});

const canary = manifest({
  apiVersion: 'flagger.app/v1beta1',
  kind: 'Canary',
  metadata: { name: 'api', namespace: 'shop' },
  spec: { targetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'api' }, service: { port: 80 } },
});
const named = (apiVersion: string, kind: string, name: string, spec: object = {}) =>
  manifest({ apiVersion, kind, metadata: { name, namespace: 'shop' }, spec });
const part = (text: string, from: string, to: string) => text.slice(text.indexOf(from), text.indexOf(to));

const blueGreen = [
  named('argoproj.io/v1alpha1', 'Rollout', 'web', { strategy: { blueGreen: { activeService: 'web.x' } } }),
  named('v1', 'Service', 'web.x', { selector: { app: 'web' } }),
];
const weighted = [
  named('argoproj.io/v1alpha1', 'Rollout', 'web', {
    strategy: { canary: { trafficRouting: { istio: { virtualService: { name: 'web', routes: ['primary'] } } } } },
  }),
  named('networking.istio.io/v1', 'VirtualService', 'web', { http: [{ name: 'primary', route: [{ weight: 100 }, { weight: 0 }] }] }),
];

test('Argo CD ignores exactly the fields that controllers write, and keeps them when it syncs', () => {
  const application =
    files([canary, named('apps/v1', 'Deployment', 'api'), named('apps/v1', 'Deployment', 'other'), ...blueGreen])[
      'argo-cd/application-prod.yaml'
    ] ?? '';
  expect(application.slice(application.indexOf('  ignoreDifferences:'))).toBe(`  ignoreDifferences:
    - group: apps
      kind: Deployment
      name: api
      namespace: shop
      jqPathExpressions:
        - ".spec.replicas"
    - kind: Service
      name: web.x
      namespace: shop
      jqPathExpressions:
        - ".spec.selector[\\"rollouts-pod-template-hash\\"]"
  syncPolicy:
    automated:
      prune: true
      selfHeal: true
    syncOptions:
      - ApplyOutOfSyncOnly=true
      - CreateNamespace=true
      - PruneLast=true
      - RespectIgnoreDifferences=true
`);
});

test('Argo CD keeps nothing of a list that a controller writes into: the author could never change it again', () => {
  const application = files(weighted)['argo-cd/application-prod.yaml'] ?? '';
  expect(application).toContain('".spec.http[] | select(.name == \\"primary\\") | .route[].weight"');
  expect(application).not.toContain('RespectIgnoreDifferences');
});

test('Flux keeps what a controller wrote, where it applies the whole that this stands in', () => {
  const rules = part(
    files([canary, named('apps/v1', 'Deployment', 'api'), ...blueGreen, ...weighted.slice(1)])['flux/prod.yaml'] ?? '',
    '  ignore:',
    '  healthCheckExprs:',
  );
  expect(rules).toBe(`  ignore:
    - paths:
        - /spec/selector
      target:
        version: v1
        kind: Service
        name: "web\\\\.x"
        namespace: shop
`);
  expect(part(files(weighted)['flux/prod.yaml'] ?? '', '  ignore:', '  healthCheckExprs:')).toBe(`  ignore:
    - paths:
        - /spec/http/0/route/0/weight
        - /spec/http/0/route/1/weight
      target:
        group: networking.istio.io
        version: v1
        kind: VirtualService
        name: web
        namespace: shop
`);
});

test('Flux is told how a tag is kept up to date, where the environment states it', () => {
  expect(
    (files()['flux/prod.yaml'] ?? '').split('apiVersion')[0],
  ).toBe(`# Fetched from: flux create source git shop --url=https://git.example.com/shop.git --branch=main
# Image automation: a marker behind a tag in environments/prod.yaml lets Flux write the newest tag of that ImagePolicy there;
# 'progressive set' keeps the marker, and 'progressive synth' makes the manifests anew.
#   review:
#     v2:
#       tag: "2.0.0" # {"$imagepolicy": "flux-system:shop-review-v2-tag:tag"}
`);
});

test('Flux deploys the overlay, waits until it is healthy, and knows when a Canary is', () => {
  expect(
    files([canary])['flux/prod.yaml'],
  ).toBe(`# Fetched from: flux create source git shop --url=https://git.example.com/shop.git --branch=main
apiVersion: kustomize.toolkit.fluxcd.io/v1
kind: Kustomization
metadata:
  name: shop-prod
  namespace: flux-system
spec:
  interval: 10m
  retryInterval: 1m
  timeout: 5m
  path: "./dist/shop/kustomize/overlays/prod"
  sourceRef:
    kind: GitRepository
    name: shop
  prune: true
  wait: true
  healthCheckExprs:
    - apiVersion: flagger.app/v1beta1
      kind: Canary
      current: "status.phase in ['Initialized', 'Succeeded']"
      failed: "status.phase == 'Failed'"
`);
});

test('parts are kustomizations of their own, which Flux applies one after the other', () => {
  const version = manifest({
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'web-v1', namespace: 'shop', labels: { version: 'v1' } },
  });
  const manifests = [version, named('v1', 'Service', 'web'), named('networking.istio.io/v1', 'VirtualService', 'web')];
  const options = { kustomize: { parts: true } };
  const tree = filesOf(kustomizeOutput, { manifests, environments, factsOf, options });
  expect(Object.keys(tree)).toEqual([
    'base/kustomization.yaml',
    'base/001-shared/kustomization.yaml',
    'base/001-shared/service-web.yaml',
    'base/002-v1/kustomization.yaml',
    'base/002-v1/deployment-web-v1.yaml',
    'base/003-routing/kustomization.yaml',
    'base/003-routing/virtualservice-web.yaml',
    'overlays/prod/kustomization.yaml',
    'overlays/prod/001-shared/kustomization.yaml',
    'overlays/prod/002-v1/kustomization.yaml',
    'overlays/prod/003-routing/kustomization.yaml',
  ]);
  expect(tree['overlays/prod/002-v1/kustomization.yaml']).toContain('  - "../../../base/002-v1"\n');
  const flux = files(manifests, options)['flux/prod.yaml'] ?? '';
  expect(flux.match(/^ {2}name: .*|^ {4}- name: .*|^ {2}path: .*/gm)).toEqual([
    '  name: shop-prod-001-shared',
    '  path: "./dist/shop/kustomize/overlays/prod/001-shared"',
    '  name: shop-prod-002-v1',
    '    - name: shop-prod-001-shared',
    '  path: "./dist/shop/kustomize/overlays/prod/002-v1"',
    '  name: shop-prod-003-routing',
    '    - name: shop-prod-002-v1',
    '  path: "./dist/shop/kustomize/overlays/prod/003-routing"',
  ]);
});

test('each file is told to be of its environment', () => {
  for (const path of Object.keys(files())) expect(gitopsOutput.environmentOf(path)).toBe('prod');
});
