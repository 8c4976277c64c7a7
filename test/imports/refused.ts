// Not a test that runs: the compiler says here that wrong fields and values are refused (`npm run types`).
import { Canary } from '../../imports/flagger/canary';
import { VirtualService } from '../../imports/istio/virtual-service';
import { Service } from '../../imports/knative/service';

export const refused: readonly ((scope: never) => unknown)[] = [
  // @ts-expect-error an unknown field
  (scope) => new VirtualService(scope, 'a', { spec: { hots: ['a'] } }),
  // @ts-expect-error a field that must be there
  (scope) => new Canary(scope, 'a', { spec: { analysis: {} } }),
  // @ts-expect-error a value outside the list
  (scope) => new Canary(scope, 'a', { spec: { provider: 'nginx2', targetRef: { name: 'a' }, service: { port: 80 }, analysis: {} } }),
  // @ts-expect-error text where a number belongs
  (scope) => new Service(scope, 'a', { spec: { traffic: [{ percent: '50' }] } }),
];
