import type { InputFile } from '../model/read';

/** Looks up lines of files that were read, from 1; each file is split once, when a line of it is first asked for. */
export function linesOf(inputs: readonly InputFile[]): (file: string, line: number) => string | undefined {
  const contents = new Map(inputs.map(({ file, content }) => [file, content]));
  const split = new Map<string, readonly string[]>();
  return (file, line) => {
    const content = contents.get(file);
    if (content === undefined) return undefined;
    let lines = split.get(file);
    if (!lines) {
      lines = (typeof content === 'string' ? content : Buffer.from(content).toString('utf8')).split('\n');
      split.set(file, lines);
    }
    return lines[line - 1];
  };
}
