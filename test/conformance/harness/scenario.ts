import type { Controllers } from './check';
import type { Cluster } from './cluster';
import { Course } from './course';
import type { KubeObject } from './kube';
import { wait } from './process';
import type { Measurement } from './prometheus';
import { kubectlApply, settle } from './release';

/** A release from a first version to a second, on the real controllers. */
export interface Scenario {
  /** Its namespace; every object is put there. */
  readonly name: string;
  /** The first version. `http://prometheus.test` and `http://webhooks.test` in it become the stand-ins. */
  readonly objects: readonly KubeObject[];
  /** The second version; unless given, the first with the next image. */
  readonly second?: readonly KubeObject[];
  /** What Prometheus answers to the queries of this scenario. */
  readonly measure?: (query: string) => Measurement;
  /** What webhooks answer, by the last part of their URL: an HTTP status for the nth call. */
  readonly webhooks?: Readonly<Record<string, (call: number) => number>>;
  /** What happens after the second version has been applied. */
  readonly during?: (cluster: Cluster, namespace: string) => Promise<void>;
  /** Seconds that each of the two versions may take. */
  readonly seconds?: number;
}

/** How a scenario went. */
export interface Played {
  /** How each workload ended at the first version, and at the second: `Rollout web: Healthy`. */
  readonly first: readonly string[];
  readonly second: readonly string[];
  readonly course: Course;
  /** The states of an object (`VirtualService web`) from the change on; the first is the one before it. */
  readonly states: (what: string) => string[];
}

/** The objects with another image in every pod template: `web:1` becomes `web:2`. */
export function nextImage<T>(objects: T, tag = '2'): T {
  const text = JSON.stringify(objects, (key, value) =>
    key === 'image' && typeof value === 'string' ? value.replace(/(:[^:/@]*)?$/, `:${tag}`) : value,
  );
  return JSON.parse(text) as T;
}

/** The objects in a namespace of their own, with the stand-ins' addresses. */
export function placed(objects: readonly KubeObject[], namespace: string, { prometheus, webhooks }: Controllers): KubeObject[] {
  const text = JSON.stringify(objects.map((object) => ({ ...object, metadata: { ...object.metadata, namespace } })));
  return JSON.parse(
    text
      .replaceAll('http://prometheus.test', `${prometheus.url}/${namespace}`)
      .replaceAll('http://webhooks.test', `${webhooks.url}/${namespace}`),
  );
}

/** Plays a scenario to its end. Scenarios of different names can be played at the same time. */
export async function play(controllers: Controllers, scenario: Scenario): Promise<Played> {
  const { cluster, prometheus, webhooks } = controllers;
  const { name, objects, measure, seconds = 90 } = scenario;
  if (measure) prometheus.answers.set(name, measure);
  for (const [path, status] of Object.entries(scenario.webhooks ?? {})) webhooks.answers.set(`${name}/${path}`, status);
  const course = new Course(cluster.kube, name);
  const ends = async (set: readonly KubeObject[], first: boolean) =>
    (await settle(cluster, set, { first, seconds })).map((end) => end.replace(`${name}/`, ''));
  const before = placed(objects, name, controllers);
  await kubectlApply(cluster, before);
  const first = await ends(before, true);
  await wait(200);
  const mark = course.entries.length;
  const after = placed(scenario.second ?? nextImage(objects), name, controllers);
  await kubectlApply(cluster, after);
  await scenario.during?.(cluster, name);
  const second = await ends(after, false);
  await wait(500); // what the controllers still write
  course.stop();
  const states = (what: string) => {
    const before = course.entries.slice(0, mark).filter((entry) => entry.what === what);
    const since = course.entries.slice(mark).filter((entry) => entry.what === what);
    return [...before.slice(-1), ...since].map((entry) => entry.state);
  };
  return { first, second, course, states };
}
