import { mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { answerTexts, comparable } from './answers';
import type { KubeObject } from './kube';
import { foretold, libraryModel } from './library';
import { answer, type MeshRequest, type MeshResult } from './mesh';
import { temporaryFolder } from './process';

/** A set of objects and what it is asked. */
export interface Questions {
  readonly objects: readonly KubeObject[];
  readonly requests: readonly MeshRequest[];
}

/** Envoy's answers to one set of questions. */
export interface Answered {
  /** By the request's id. */
  readonly texts: ReadonlyMap<string, readonly string[]>;
  /** What Istio refuses of the set, or why there are no answers. */
  readonly problems: readonly string[];
}

/** Envoy's answers to each set of questions. */
export async function askEnvoy(sets: readonly Questions[]): Promise<Answered[]> {
  const parent = temporaryFolder('routing');
  const folders = sets.map(({ objects, requests }) => {
    const folder = mkdtempSync(join(parent, 'set-'));
    writeFileSync(join(folder, 'all.yaml'), objects.map((object) => stringify(object, { aliasDuplicateObjects: false })).join('---\n'));
    writeFileSync(join(folder, 'requests.json'), JSON.stringify(requests));
    return folder;
  });
  const results = await answer(folders);
  return results.map((result, i) => {
    const { texts, problems } = answered(sets[i]?.requests ?? [], result);
    return { texts, problems: [...problems, ...(result.rejected ?? []).map((text) => `Istio refuses: ${text}`)] };
  });
}

/** A result as texts. That Istio refuses objects is no problem here. */
export const answered = (requests: readonly MeshRequest[], result: MeshResult): Answered =>
  result.error === undefined ? { texts: answerTexts(requests, result), problems: [] } : { texts: new Map(), problems: [result.error] };

/** Where Envoy and the library disagree, and how many requests the library leaves open. */
export function disagreements({ objects, requests }: Questions, envoy: Answered): { problems: string[]; open: number } {
  const model = libraryModel(objects);
  const problems: string[] = [...envoy.problems];
  if (problems.length) return { problems, open: 0 };
  let open = 0;
  for (const request of requests) {
    const said = foretold(model, request);
    const [did, will] = [comparable(envoy.texts.get(request.id) ?? []).join(' + '), comparable(said ?? []).join(' + ')];
    const tcp = did === '1 200'; // passed on as bytes: Envoy names no cluster
    if (!said || tcp) open++;
    else if (did !== will) problems.push(`${request.id}: Envoy ${did}; the library ${will}`);
  }
  return { problems, open };
}
