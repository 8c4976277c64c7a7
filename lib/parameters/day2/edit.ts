import { isCollection, isMap, isScalar, type Node, type Pair, parseDocument, type YAMLMap } from 'yaml';
import { emitYaml, quoteString } from '../../output/emit';

/**
 * The text of an environment's file with one value changed; everything else, comments and layout included, stays as it is. A value that is
 * not there yet is added behind its neighbours.
 */
export function editValue(text: string, path: readonly string[], value: unknown): string {
  const document = parseDocument(text);
  const edited = spliced(text, document.contents, path, value);
  if (edited !== undefined && isAsMeant(text, edited, path, value)) return edited;
  document.setIn(path, value);
  const written = document.toString({ lineWidth: 0, flowCollectionPadding: false });
  return text.includes('\r\n') ? written.replace(/\r?\n/g, '\r\n') : written;
}

function spliced(text: string, contents: Node | null, path: readonly string[], value: unknown): string | undefined {
  const lineEnd = text.includes('\r\n') ? '\r\n' : '\n';
  if (contents === null || (isScalar(contents) && contents.value === null)) {
    const before = text === '' || text.endsWith('\n') ? text : `${text}${lineEnd}`;
    return `${before}${nested(path, value, '', lineEnd)}`;
  }
  let map: Node | null = contents;
  for (const [depth, key] of path.entries()) {
    if (!isMap(map)) return undefined;
    const pair: Pair<Node, Node | null> | undefined = (map.items as Pair<Node, Node | null>[]).find(
      (each) => isScalar(each.key) && each.key.value === key,
    );
    if (!pair) return added(text, map, path.slice(depth), value, lineEnd);
    if (depth === path.length - 1) return replaced(text, pair.value, value);
    map = pair.value;
  }
  return undefined;
}

function replaced(text: string, node: Node | null, value: unknown): string | undefined {
  if (!node?.range || node.range[0] === node.range[1]) return undefined;
  const [start, end] = node.range;
  const isBlock = isCollection(node) && !node.flow;
  const written = isBlock ? blockLines(text, start, value) : onOneLine(value);
  const trailing = isBlock ? (/\s*$/.exec(text.slice(start, end))?.[0] ?? '') : '';
  return text.slice(0, start) + written + trailing + text.slice(end);
}

function onOneLine(value: unknown): string {
  if (typeof value === 'object') return JSON.stringify(value);
  return typeof value === 'string' && value.includes('\n') ? quoteString(value) : emitYaml(value).trimEnd();
}

/** The lines of a value where a block of lines stood: they begin in the same column. */
function blockLines(text: string, start: number, value: unknown): string {
  const pad = ' '.repeat(start - text.lastIndexOf('\n', start - 1) - 1);
  const [first, ...others] = emitYaml(value).trimEnd().split('\n');
  return [first, ...others.map((line) => line && pad + line)].join(text.includes('\r\n') ? '\r\n' : '\n');
}

function added(text: string, map: YAMLMap, path: readonly string[], value: unknown, lineEnd: string): string | undefined {
  const first = map.items[0] as Pair<Node> | undefined;
  const last = map.items.at(-1) as Pair<Node, Node | null> | undefined;
  if (map.flow || !first?.key.range || !last) return undefined;
  const start = text.lastIndexOf('\n', first.key.range[0] - 1) + 1;
  const pad = text.slice(start, first.key.range[0]);
  const end = (last.value?.range ?? last.key.range)?.[1];
  if (pad.trim() !== '' || end === undefined) return undefined;
  const newline = text.indexOf('\n', Math.max(end - 1, 0));
  const at = newline < 0 ? text.length : newline + 1;
  const before = newline < 0 ? `${text}${lineEnd}` : text.slice(0, at);
  return before + nested(path, value, pad, lineEnd) + text.slice(at);
}

/** Lines that state a value at a path. */
function nested(path: readonly string[], value: unknown, pad: string, lineEnd: string): string {
  const tree = path.reduceRight<unknown>((inner, key) => ({ [key]: inner }), value);
  const lines = emitYaml(tree).trimEnd().split('\n');
  return lines.map((line) => `${line && pad}${line}${lineEnd}`).join('');
}

/** Whether the edited text holds what the text held, and the new value. */
function isAsMeant(text: string, edited: string, path: readonly string[], value: unknown): boolean {
  const meant = parseDocument(text);
  meant.setIn(path, value);
  const document = parseDocument(edited);
  return document.errors.length === 0 && JSON.stringify(document.toJS()) === JSON.stringify(meant.toJS());
}
