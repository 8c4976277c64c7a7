import type { HttpMatch } from '../../../model/istio/virtual-service';
import type { ReleaseModel } from '../../../model/model';
import { OWN_HEADERS } from '../own-headers';
import { assumed, type Limit, unmodelled } from './limit';

const CLAIM = '@request.auth.claims';

/** Matches on headers that proxies write themselves: their values are not known before. */
export function ownHeadersLimit({ istio }: ReleaseModel): Limit | undefined {
  const named = namesOf(istio.virtualServices);
  const [gateway, sidecar] = [OWN_HEADERS.gateway, OWN_HEADERS.sidecar].map((own) => own.filter((name) => named.has(name)));
  if (!gateway?.length) return undefined;
  return ({ entry }) => {
    const names = (entry.kind === 'gateway' ? gateway : sidecar) ?? [];
    return assumed(names.map((name) => `${name} is written by the proxy; rules that ask for a value of it rest on one that was made up`));
  };
}

/** Matches on the claims of a token: a request with one may meet other rules. */
export function claimsLimit({ istio }: ReleaseModel): Limit | undefined {
  if (![...namesOf(istio.virtualServices)].some((name) => name.startsWith(CLAIM))) return undefined;
  return ({ request }) =>
    unmodelled(
      request.headers.has('authorization') ? [`what a token claims is not known: rules that match ${CLAIM} are taken not to fit`] : [],
    );
}

function namesOf(services: ReleaseModel['istio']['virtualServices']): Set<string> {
  const matches = services.flatMap(({ rules }) => rules.flatMap((rule) => rule.matches));
  const conditions = matches.flatMap(({ headers, withoutHeaders }: HttpMatch) => [...headers, ...withoutHeaders]);
  return new Set(conditions.map(([name]) => name.toLowerCase()));
}
