import type { MeshRequest, MeshResult, Outcome } from './mesh';

/** `outbound|80|v2|reviews.shop.svc.cluster.local` as `shop/reviews:80 v2`; a cluster of another form as it is. */
function destination(cluster: string): string {
  const [, port, subset, host = ''] = cluster.split('|');
  const [, service, namespace] = /^([^.]+)\.([^.]+)\.svc\.cluster\.local$/.exec(host) ?? [];
  if (!service) return cluster;
  return `${namespace}/${service}:${port}${subset ? ` ${subset}` : ''}`;
}

/** One outcome without its share: status, destination, and what a rewrite or redirect made of the request. */
function outcomeText(request: MeshRequest, { status, cluster, location, path, host, mirrors }: Outcome): string {
  const parts = [String(status)];
  if (cluster) parts.push(destination(cluster));
  if (path !== undefined && path !== request.path) parts.push(`path=${path}`);
  if (host !== undefined && host !== request.host) parts.push(`host=${host}`);
  if (location !== undefined) parts.push(`location=${location}`);
  for (const copy of mirrors ?? []) parts.push(`mirror=${copy.replace(/@.*/, '')}`);
  return parts.join(' ');
}

/** Shares by what they are answered with, the greatest first: `0.8 200 shop/reviews:80 v1`. Which pod of a destination answered is left out. */
export function sharesText(shares: ReadonlyMap<string, number>): string[] {
  return [...shares]
    .filter(([, share]) => share > 0)
    .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .map(([text, share]) => `${Number(share.toFixed(4))} ${text}`);
}

/** Envoy's answers as texts that can be compared, by the request's id. */
export function answerTexts(requests: readonly MeshRequest[], result: MeshResult): Map<string, string[]> {
  const texts = new Map<string, string[]>();
  requests.forEach((request, i) => {
    const answer = result.answers[i];
    if (answer?.id !== request.id) throw new Error(`${result.dir}: no answer to request "${request.id}"`);
    const total = answer.outcomes.reduce((sum, outcome) => sum + outcome.n, 0);
    const shares = new Map<string, number>();
    for (const outcome of answer.outcomes) {
      const text = outcomeText(request, outcome);
      shares.set(text, (shares.get(text) ?? 0) + outcome.n / total);
    }
    texts.set(request.id, sharesText(shares));
  });
  return texts;
}

/**
 * Answers as Envoy and the library can both put them: what is not answered by a pod by its status alone, a host outside of the cluster
 * without its namespace, a port that the client's own library adds to the host left out.
 */
export function comparable(texts: readonly string[]): string[] {
  const shares = new Map<string, number>();
  for (const text of texts) {
    const [share = '', ...rest] = text.split(' ');
    const plain = rest
      .join(' ')
      .replace(/^([45]\d\d) .*/, '$1')
      .replace(
        /outbound\|(\d+)\|([^|]*)\|(\S+)/,
        (_, port: string, subset: string, host: string) => `${host}:${port}${subset ? ` ${subset}` : ''}`,
      )
      .replace(/ [^ /]+\/([^ /:]+\.[^ :]+:)/, ' $1')
      .replace(/ host=[^ ]+:\d+/, '')
      .replace(/ mirror=\S*\/(\S+)/g, ' mirror=$1');
    shares.set(plain, (shares.get(plain) ?? 0) + Number(share));
  }
  return sharesText(shares);
}
