import type { Cors } from '../../model/istio/virtual-service';
import type { Incoming } from './incoming';
import { textFits } from './match';

/** Whether Envoy answers a preflight itself: for an allowed origin always, for another only when it may not pass on. */
export function answersPreflight({ origins, forwardUnmatched }: Cors, { method, headers }: Incoming): 'allowed' | 'unmatched' | undefined {
  const origin = headers.get('origin')?.[0];
  const asked = headers.get('access-control-request-method')?.[0];
  if (method !== 'OPTIONS' || !origin || !asked) return undefined;
  if (origins.some((allowed) => textFits(allowed, origin))) return 'allowed';
  return forwardUnmatched ? undefined : 'unmatched';
}
