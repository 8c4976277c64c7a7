import type { Finding } from '../check/finding';
import type { Data } from '../manifest/manifest';
import { decode, nulIn } from './read/decode';
import { loadDocument } from './read/load';
import { objectsIn } from './read/objects';
import { type Place, problem } from './read/problems';
import { documentsOf } from './read/split';
import { conflictIn, templateIn } from './read/suspects';
import type { SourcedManifest } from './sourced';

/** A file as it was found: its name for messages, and its content. */
export interface InputFile {
  readonly file: string;
  readonly content: string | Uint8Array;
  /** It lay in a folder that was given, so it may be something else than manifests: that is worth a note, not an error. */
  readonly inFolder?: boolean;
}

export interface ReadResult {
  readonly manifests: readonly SourcedManifest[];
  /** What could not be read; everything else was. */
  readonly problems: readonly Finding[];
}

/** Reads manifests as kubectl reads them. Pure: what is wrong with an input is a problem in the result, and the rest is still read. */
export function readManifests(inputs: Iterable<InputFile>): ReadResult {
  const manifests: SourcedManifest[] = [];
  const problems: Finding[] = [];
  for (const input of inputs) {
    const { text, problem: fault } = textOf(input);
    if (fault) problems.push(fault);
    if (text !== undefined) readFile(input, text, manifests, problems);
  }
  return { manifests, problems };
}

function textOf({ file, content }: InputFile): { text?: string; problem?: Finding } {
  if (typeof content !== 'string') return decode(file, content);
  const fault = nulIn(file, content);
  return fault ? { problem: fault } : { text: content };
}

function readFile({ file, inFolder }: InputFile, text: string, manifests: SourcedManifest[], problems: Finding[]): void {
  let index = 0;
  for (const document of documentsOf(text)) {
    const place = { file, document: index++, line: document.firstLine };
    const { values, problems: faults } = readDocument(text.slice(document.start, document.end), place);
    const source = { file: text, ...document };
    problems.push(...faults);
    for (const value of values) {
      for (const found of objectsIn(value, place)) {
        if ('manifest' in found) {
          manifests.push({ manifest: found.manifest, origin: { location: place, text: { document: source, at: found.at } } });
        } else {
          problems.push(found.foreign && inFolder ? { ...found.problem, severity: 'note' } : found.problem);
        }
      }
    }
  }
}

function readDocument(text: string, place: Place): { values: Data[]; problems: Finding[] } {
  const conflict = conflictIn(text, place);
  if (conflict) return { values: [], problems: [conflict] };
  const { values, problem: fault } = loadDocument(text, place);
  const oddity = fault ? undefined : mergeOrComplexKey(text, values, place);
  const template = templateIn(text, place, fault === undefined && oddity === undefined);
  const found = template ?? fault ?? oddity;
  return { values: found && found.severity !== 'note' ? [] : values, problems: found ? [found] : [] };
}

/** A merge key, or a mapping or list used as a key (an unquoted `{{ value }}` is one). */
function mergeOrComplexKey(text: string, values: Data[], place: Place): Finding | undefined {
  if (text.includes('<<:') && values.some((value) => hasKey(value, '<<'))) {
    return problem(
      'mergeKey',
      place,
      'The document uses a merge key (`<<`).',
      'Write the fields out: kubectl and kustomize do not agree on merge keys.',
    );
  }
  if (/[{[?]/.test(text) && values.some((value) => hasKey(value, '[object Object]'))) {
    return problem('syntax', place, 'A mapping is used as a key.', 'A key is text: quote a value that starts with `{`.');
  }
  return undefined;
}

function hasKey(value: Data, key: string): boolean {
  if (value === null || typeof value !== 'object') return false;
  if (Array.isArray(value)) return value.some((item) => hasKey(item, key));
  return Object.hasOwn(value, key) || Object.values(value).some((item) => hasKey(item, key));
}
