import type { ReleaseModel } from '../../model/model';
import { sharesText, versionShares } from '../requests/expectations';
import type { Request, RouteAnswer } from '../requests/request';
import { route } from '../requests/route';
import { probesOf } from './probes';

/** What a change of the manifests does to one kind of request. */
export interface TrafficChange {
  /** `shop/reviews with x-group: test`. */
  readonly about: string;
  readonly request: Request;
  /** Versions with their shares, between 0 and 1; a status, or a redirect's target, where no pod answers. Empty where nothing is known to answer. */
  readonly before: ReadonlyMap<string, number>;
  readonly after: ReadonlyMap<string, number>;
}

/** Which requests meet other versions after a change. Both models hold the controllers' objects as well (see `withControllers`). */
export function trafficChanges(before: ReleaseModel, after: ReleaseModel): TrafficChange[] {
  const probes = new Map([...probesOf(before), ...probesOf(after)].map((probe) => [JSON.stringify(probe), probe]));
  return [...probes.values()].flatMap(({ about, request }) => {
    const answers = [route(before, request), route(after, request)] as const;
    const severalServices = new Set(answers.flatMap((answer) => answer.destinations.map(({ service }) => service))).size > 1;
    const [from, to] = [sharesOf(answers[0], severalServices), sharesOf(answers[1], severalServices)];
    // A host in the mesh that is new or gone is a change of objects: nobody's requests move.
    const appears = request.from?.startsWith('mesh:') && (from.size === 0 || to.size === 0);
    return appears || isSame(from, to) ? [] : [{ about, request, before: from, after: to }];
  });
}

/** What a change does to requests, a line each: `shop/reviews: v1 80 % -> 50 %, v2 20 % -> 50 %`. */
export function trafficSentences(changes: readonly TrafficChange[]): string[] {
  return [...new Set(changes.map(sentence))];
}

function sentence({ about, before, after }: TrafficChange): string {
  const names = [...new Set([...before.keys(), ...after.keys()])];
  if (before.size === 0 || after.size === 0 || names.every((name) => isWhole(before.get(name)) && isWhole(after.get(name))))
    return `${about}: ${sharesText(before)} -> ${sharesText(after)}`;
  const words = names.map((name) => {
    const [from, to] = [percent(before.get(name)), percent(after.get(name))];
    return from === to ? `${name} stays at ${to} %` : `${name} ${from} % -> ${to} %`;
  });
  return `${about}: ${words.join(', ')}`;
}

function sharesOf(answer: RouteAnswer, severalServices: boolean): ReadonlyMap<string, number> {
  const { destinations, status, location, unmodelled } = answer;
  if (location !== undefined) return new Map([[`${status} ${location}`, 1]]);
  if (unmodelled && (status === null || destinations.every((one) => one.status !== undefined))) return new Map();
  if (!severalServices || destinations.length === 0) return versionShares(answer);
  const shares = new Map<string, number>();
  for (const destination of destinations) {
    for (const [version, share] of versionShares({ ...answer, destinations: [destination] })) {
      const name = version.startsWith(destination.service) ? version : `${destination.service} ${version}`;
      shares.set(name, (shares.get(name) ?? 0) + share);
    }
  }
  return shares;
}

function isSame(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): boolean {
  return [...new Set([...a.keys(), ...b.keys()])].every((name) => percent(a.get(name)) === percent(b.get(name)));
}

function isWhole(share: number | undefined): boolean {
  return share === undefined || share === 0 || share === 1;
}

function percent(share = 0): number {
  return Number((share * 100).toFixed(2));
}
