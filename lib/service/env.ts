import type { EnvFrom, EnvValue } from 'cdk8s-plus-27';
import type { Tree, TreeObject } from '../manifest/tree';
import { isExpression } from '../parameters/expression';
import { fromTokens, TextExpression } from '../parameters/text';

/** A text as Kubernetes demands it where a parameter of another type stands alone: its value, written as text. */
export function textTree(text: string): Tree {
  const value = fromTokens(text);
  return isExpression(value) && !(value instanceof TextExpression) ? new TextExpression([value]) : value;
}

/** Texts by name, as labels, annotations and ConfigMaps hold them. */
export function textsTree(texts: { readonly [key: string]: string }): TreeObject {
  return Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, textTree(text)]));
}

export function envTree(env: { readonly [name: string]: EnvValue | string } | undefined): TreeObject[] | undefined {
  const entries = Object.entries(env ?? {});
  if (entries.length === 0) return undefined;
  return entries.map(([name, value]) => ({ name, ...(typeof value === 'string' ? { value: textTree(value) } : envValueTree(value)) }));
}

function envValueTree({ value, valueFrom }: EnvValue): TreeObject {
  return { value: typeof value === 'string' ? textTree(value) : value, valueFrom: valueFrom as TreeObject | undefined };
}

export function envFromTree(sources: readonly EnvFrom[] | undefined): TreeObject[] | undefined {
  return sources && sources.length > 0 ? sources.map((source) => source._toKube() as TreeObject) : undefined;
}
