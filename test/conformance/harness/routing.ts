import { mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { answerTexts, comparable } from './answers';
import type { KubeObject } from './kube';
import { foretold, libraryModel } from './library';
import { answer, type MeshRequest } from './mesh';
import { temporaryFolder } from './process';

/** A set of objects and what it is asked. */
export interface Questions {
  readonly objects: readonly KubeObject[];
  readonly requests: readonly MeshRequest[];
}

/** Envoy's answers to each set of questions, by the request's id; what Istio refuses of a set is an error. */
export async function askEnvoy(sets: readonly Questions[]): Promise<Map<string, string[]>[]> {
  const parent = temporaryFolder('routing');
  const folders = sets.map(({ objects, requests }) => {
    const folder = mkdtempSync(join(parent, 'set-'));
    writeFileSync(join(folder, 'all.yaml'), objects.map((object) => stringify(object, { aliasDuplicateObjects: false })).join('---\n'));
    writeFileSync(join(folder, 'requests.json'), JSON.stringify(requests));
    return folder;
  });
  const results = folders.length ? await answer(folders) : [];
  return results.map((result, i) => {
    if (result.rejected?.length) throw new Error(`Istio refuses: ${result.rejected.join('; ')}`);
    return answerTexts(sets[i]?.requests ?? [], result);
  });
}

/** Where Envoy and the library disagree, and how many requests the library leaves open. */
export function disagreements(
  { objects, requests }: Questions,
  envoy: ReadonlyMap<string, readonly string[]>,
): { problems: string[]; open: number } {
  const model = libraryModel(objects);
  const problems: string[] = [];
  let open = 0;
  for (const request of requests) {
    const said = foretold(model, request);
    const [did, will] = [comparable(envoy.get(request.id) ?? []).join(' + '), comparable(said ?? []).join(' + ')];
    const tcp = did === '1 200'; // passed on as bytes: Envoy names no cluster
    if (!said || tcp) open++;
    else if (did !== will) problems.push(`${request.id}: Envoy ${did}; the library ${will}`);
  }
  return { problems, open };
}
