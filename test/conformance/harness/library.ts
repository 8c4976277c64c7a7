import type { RouteAnswer } from '../../../lib/simulate/requests/request';
import { route } from '../../../lib/simulate/requests/route';
import { routingModel } from '../../../lib/simulate/requests/routing-model';
import { rollout } from '../../../lib/simulate/rollouts/rollout';
import { sharesText } from './answers';
import type { KubeObject } from './kube';
import type { MeshRequest } from './mesh';

/** The library's model of some objects. */
export const libraryModel = (objects: readonly KubeObject[]) => routingModel(objects.map((object) => ({ manifest: object, origin: {} })));

function answerText(request: MeshRequest, { status, destinations, location, path, host, mirrors }: RouteAnswer): string[] {
  const changed = [...(path !== undefined && path !== request.path ? [`path=${path}`] : [])];
  const copies = (mirrors ?? []).map((mirror) => `mirror=${mirror.namespace}/${mirror.version ?? mirror.service}`);
  if (!destinations.length) return [`1 ${status}${location === undefined ? '' : ` location=${location}`}`];
  const shares = new Map<string, number>();
  for (const one of destinations) {
    const seen = one.host ?? host;
    const to = `${one.namespace}/${one.service}:${one.port}${one.subset ? ` ${one.subset}` : ''}`;
    const parts = [
      one.status ?? status ?? 200,
      to,
      ...changed,
      ...(seen !== undefined && seen !== request.host ? [`host=${seen}`] : []),
      ...copies,
    ];
    const text = one.status !== undefined && one.status >= 400 ? String(one.status) : parts.join(' ');
    shares.set(text, (shares.get(text) ?? 0) + one.weight);
  }
  return sharesText(shares);
}

/** What the library says of a request, in the same texts as Envoy's answers; nothing where it says that it does not model something. */
export function foretold(model: ReturnType<typeof libraryModel>, request: MeshRequest): string[] | undefined {
  const answer = route(model, request);
  return answer.unmodelled?.length || answer.faults ? undefined : answerText(request, answer);
}

/** How the library says that a release goes: its weights in order, without repetitions (`80/20`, the old version first), and how it ends. */
export function foretoldCourse(objects: readonly KubeObject[], scenario: object): { weights: string[]; end: string } {
  const [plan] = libraryModel(objects).plans;
  if (!plan) throw new Error('the library sees no release in these objects');
  const { course, end } = rollout(plan, { image: true }, scenario);
  const weights = course.map((row) => Object.values(row.weights).join('/'));
  return { weights: weights.filter((weight, i) => weight !== weights[i - 1]), end: end.what };
}
