import { isAlias, isMap, isScalar, isSeq, LineCounter, type Node, type Pair, parseDocument, type Document as YamlDocument } from 'yaml';
import type { FieldPath } from '../check/finding';
import type { DocumentText } from './sourced';

interface Parsed {
  readonly document: YamlDocument;
  readonly lines: LineCounter;
}

const parsed = new WeakMap<DocumentText, Parsed>();

/** Line and column of a field within its document, both from 1. */
export function placeInDocument(text: DocumentText, path: FieldPath, at: 'value' | 'key'): { readonly line: number; readonly col: number } {
  const { document, lines } = parse(text);
  return lines.linePos(offsetOf(document, path, at));
}

function parse(text: DocumentText): Parsed {
  const known = parsed.get(text);
  if (known) return known;
  const lines = new LineCounter();
  const slice = text.file.slice(text.start, text.end);
  const fresh = { document: parseDocument(slice, { version: '1.1', uniqueKeys: false, logLevel: 'silent', lineCounter: lines }), lines };
  parsed.set(text, fresh);
  return fresh;
}

function offsetOf(document: YamlDocument, path: FieldPath, at: 'value' | 'key'): number {
  let node: unknown = document.contents;
  let offset = startOf(node) ?? 0;
  for (const step of path) {
    if (isAlias(node)) node = node.resolve(document);
    const pair = isMap(node) ? pairOf(node.items, String(step)) : undefined;
    const next = pair ? pair.value : isSeq(node) ? node.items[Number(step)] : undefined;
    if (!pair && next === undefined) return offset;
    const key = pair ? startOf(pair.key) : undefined;
    const value = startOf(next);
    const pointAtKey = key !== undefined && (at === 'key' || value === undefined || !isScalar(next));
    offset = (pointAtKey ? key : value) ?? offset;
    node = next;
  }
  return offset;
}

function pairOf(items: readonly Pair[], key: string): Pair | undefined {
  return items.find((item) => isScalar(item.key) && (item.key.source === key || String(item.key.value) === key));
}

function startOf(node: unknown): number | undefined {
  return (node as Node | undefined | null)?.range?.[0];
}
