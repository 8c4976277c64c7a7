import { type Document, isAlias, isMap, isScalar, LineCounter, type Node, type Pair, parseAllDocuments, visit } from 'yaml';
import type { EnvironmentFile } from './environment';

/** A file of values as data, with the place of everything in it. */
export interface EnvironmentDocument {
  readonly name: string;
  readonly data: { readonly [key: string]: unknown };
  readonly problems: readonly string[];
  /** `message` behind the file, line and column of the value at `path`, or of its key. */
  at(path: readonly string[], message: string, which?: 'key' | 'value'): PlacedProblem;
}

/** A problem, and where in the file's text it is. */
export interface PlacedProblem {
  readonly offset: number;
  readonly text: string;
}

/** Parses a file of values. Whatever two readers could take for two things (duplicate keys, aliases, tags, merges) is a problem. */
export function parseEnvironment({ name, file, text }: EnvironmentFile): EnvironmentDocument {
  const lines = new LineCounter();
  const [document, ...others] = parseAllDocuments(text, { lineCounter: lines, uniqueKeys: true, merge: false }) as Document.Parsed[];
  const problems: string[] = [];
  const place = (offset: number | undefined, message: string) => {
    const { line, col } = lines.linePos(offset ?? 0);
    return `${file}:${line}:${col}: ${message}`;
  };
  const undecoded = text.indexOf('\ufffd');
  if (undecoded >= 0) problems.push(place(undecoded, 'holds bytes that are no UTF-8; save the file as UTF-8.'));
  for (const error of document?.errors ?? []) problems.push(place(error.pos[0], parseMessage(error.code, error.message)));
  if (others[0])
    problems.push(place(others[0].range[0], "a second document begins; a file holds the values of one environment: remove '---'."));
  if (document) for (const [node, message] of oddNodes(document)) problems.push(place(node.range?.[0], message));
  const contents = document?.contents ?? null;
  const isEmpty = contents === null || (isScalar(contents) && contents.value === null);
  if (problems.length === 0 && !isEmpty && !isMap(contents)) {
    problems.push(place(contents.range[0], "values are stated as 'name: value', nested by the dots of a parameter's name."));
  }
  const data = problems.length === 0 && isMap(contents) ? (document?.toJS() as { [key: string]: unknown }) : {};
  const at = (path: readonly string[], message: string, which: 'key' | 'value' = 'value') => {
    const offset = offsetOf(contents, path, which) ?? 0;
    return { offset, text: place(offset, message) };
  };
  return { name, data, problems, at };
}

function parseMessage(code: string, message: string): string {
  if (code === 'DUPLICATE_KEY') return 'the key is stated a second time; a value is stated once.';
  return `is no YAML: ${message.split('\n')[0]?.replace(/ at line .*$/, '')}.`;
}

function* oddNodes(document: Document): Generator<[Node, string]> {
  const odd: [Node, string][] = [];
  visit(document, {
    Node(_, node) {
      if (isAlias(node)) odd.push([node, `the alias *${node.source} is not read; write the value out.`]);
      else if ('anchor' in node && node.anchor) odd.push([node, `the anchor &${node.anchor} is not read; remove it.`]);
      else if (node.tag && !node.tag.startsWith('tag:yaml.org,2002:')) odd.push([node, `the tag ${node.tag} is not read; remove it.`]);
    },
    Pair(_, pair) {
      const key = pair.key as Node;
      if (!isScalar(key) || typeof key.value !== 'string') odd.push([key, 'a key is a text; put it in quotes.']);
      else if (key.value === '<<') odd.push([key, "merge keys ('<<') are not read; use 'extends: <environment>'."]);
    },
  });
  yield* odd;
}

function offsetOf(contents: Node | null, path: readonly string[], which: 'key' | 'value'): number | undefined {
  let node: Node | null = contents;
  let offset: number | undefined;
  for (const [depth, step] of path.entries()) {
    if (!isMap(node)) return offset;
    const pair = (node.items as Pair<Node, Node | null>[]).find(({ key }) => isScalar(key) && key.value === step);
    if (!pair) return offset;
    const isLast = depth === path.length - 1;
    offset = (isLast && which === 'key' ? pair.key : (pair.value ?? pair.key)).range?.[0] ?? offset;
    node = pair.value;
  }
  return offset;
}
