import fc from 'fast-check';
import { load } from 'js-yaml';

export interface Sample {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: { readonly name: string };
}

/** Right objects of the kinds that matter most, to be broken in tests. */
export const objects: readonly Sample[] = [
  `
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: a, labels: { app: a } }
spec:
  hosts: [a]
  http:
    - name: b
      match: [{ uri: { prefix: /a }, headers: { x: { exact: b } }, queryParams: { q: { regex: .* } } }]
      fault: { delay: { percentage: { value: 50 }, fixedDelay: 2s } }
      route: [{ destination: { host: a, subset: v1, port: { number: 80 } }, weight: 90 }, { destination: { host: a }, weight: 10 }]
`,
  `
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: a }
spec:
  host: a
  trafficPolicy: { loadBalancer: { consistentHash: { httpCookie: { name: a, ttl: 0s } } }, tls: { mode: ISTIO_MUTUAL } }
  subsets: [{ name: v1, labels: { version: v1 } }]
`,
  `
apiVersion: apps/v1
kind: Deployment
metadata: { name: a, annotations: { a: b } }
spec:
  replicas: 2
  strategy: { type: RollingUpdate, rollingUpdate: { maxSurge: 25% } }
  selector: { matchLabels: { app: a }, matchExpressions: [{ key: a, operator: In, values: [b] }] }
  template:
    metadata: { labels: { app: a } }
    spec:
      containers:
        - { name: a, image: "a:1", ports: [{ containerPort: 80 }], env: [{ name: A, value: b }], resources: { limits: { cpu: 1, memory: 1Gi } } }
      volumes: [{ name: a, emptyDir: {} }]
`,
  `
apiVersion: flagger.app/v1beta1
kind: Canary
metadata: { name: a }
spec:
  provider: istio
  targetRef: { apiVersion: apps/v1, kind: Deployment, name: a }
  service: { port: 80, targetPort: http, retries: { attempts: 3 } }
  analysis:
    interval: 1m
    threshold: 5
    stepWeights: [1, 2]
    metrics: [{ name: b, templateRef: { name: b, namespace: c }, thresholdRange: { max: 1.5 } }]
    webhooks: [{ name: w, url: "http://a", metadata: { cmd: a } }]
`,
  `
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: { name: a }
spec:
  parentRefs: [{ name: a, port: 80 }]
  hostnames: [a.example.com]
  rules:
    - matches: [{ path: { type: PathPrefix, value: /a }, headers: [{ name: a, value: b }] }]
      backendRefs: [{ name: a, port: 80, weight: 1 }]
`,
  `
apiVersion: argoproj.io/v1alpha1
kind: Rollout
metadata: { name: a }
spec:
  selector: { matchLabels: { app: a } }
  template: { metadata: { labels: { app: a } }, spec: { containers: [{ name: a, image: "a:1" }] } }
  strategy: { canary: { maxSurge: 1, steps: [{ setWeight: 20 }, { pause: { duration: 10s } }, { analysis: { templates: [{ templateName: a }] } }] } }
`,
].map((yaml) => load(yaml) as Sample);

type Data = null | boolean | number | string | Data[] | { [key: string]: Data };

/** The object with the value at one place replaced, taken away or put beside a new field; the place is chosen by a number. */
function broken(object: object, place: number, how: 'replace' | 'remove' | 'add', value: Data): Data {
  const copy = structuredClone(object) as { [key: string]: Data };
  const places: [{ [key: string]: Data }, string][] = [];
  const walk = (holder: { [key: string]: Data }): void => {
    for (const key of Object.keys(holder)) {
      if (holder !== copy || (key !== 'apiVersion' && key !== 'kind')) places.push([holder, key]);
      const below = holder[key];
      if (typeof below === 'object' && below !== null) walk(below as { [key: string]: Data });
    }
  };
  walk(copy);
  const [holder, key] = places[place % places.length];
  if (how === 'replace') holder[key] = value;
  else if (how === 'add' && !Array.isArray(holder)) holder[`${key}s`] = value;
  else if (Array.isArray(holder)) holder.splice(Number(key), 1);
  else delete holder[key];
  return copy;
}

const value = fc.oneof(
  ...[
    fc.constantFrom<Data>(null, true, {}, [], '', '1', 'http', '25%', 'Always', '10s', 0, 1, -1, 1.5, 101, 70000, 5e9),
    fc.string(),
    fc.integer(),
  ],
  fc.dictionary(fc.string(), fc.constantFrom<Data>('a', 1), { maxKeys: 2 }),
  fc.array(fc.constantFrom<Data>('a', 1, {}), { maxLength: 3 }),
);
const change = fc.tuple(fc.nat(), fc.constantFrom('replace' as const, 'remove' as const, 'add' as const), value as fc.Arbitrary<Data>);

/** One of the objects, broken in one or two places. */
export const brokenObjects: fc.Arbitrary<Sample> = fc
  .tuple(fc.constantFrom(...objects), fc.array(change, { minLength: 1, maxLength: 2 }))
  .map(
    ([object, changes]) => changes.reduce<object>((one, [place, how, data]) => broken(one, place, how, data) as object, object) as Sample,
  );
