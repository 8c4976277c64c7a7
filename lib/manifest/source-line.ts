import * as path from 'node:path';
import type { IConstruct } from 'constructs';

// The stack is captured when a construct is made and turned into text only when somebody asks: most runs never do.
const stacks = new WeakMap<IConstruct, { stack?: string }>();
const LIBRARY = path.resolve(__dirname, '..');

/** Remembers where in the author's code a construct is being made. */
export function rememberSource(construct: IConstruct): void {
  const holder: { stack?: string } = {};
  Error.captureStackTrace(holder, rememberSource);
  stacks.set(construct, holder);
}

/** The author's file and line that made the construct or the nearest one around it: `/shop/main.ts:12`. */
export function sourceLineOf(construct: IConstruct): string | undefined {
  for (let at: IConstruct | undefined = construct; at; at = at.node.scope) {
    const stack = stacks.get(at)?.stack;
    if (stack !== undefined) return authorLine(stack);
  }
  return undefined;
}

function authorLine(stack: string): string | undefined {
  for (const line of stack.split('\n').slice(1)) {
    const frame = /\(?((?:file:\/\/)?\/[^()]+):(\d+):\d+\)?$/.exec(line);
    if (frame?.[1] && !frame[1].startsWith(`${LIBRARY}${path.sep}`) && !frame[1].includes('/node_modules/'))
      return `${frame[1].replace('file://', '')}:${frame[2]}`;
  }
  return undefined;
}
