import * as fs from 'node:fs';

const BEGIN = '<!-- bench: written by npm run bench -->';
const END = '<!-- /bench -->';

/** Replaces what stands between the two marks. */
export function writeBlock(file: string, text: string): void {
  const content = fs.readFileSync(file, 'utf8');
  const begin = content.indexOf(BEGIN);
  const end = content.indexOf(END);
  if (begin < 0 || end < begin) throw new Error(`${file} has no ${BEGIN} with a ${END} behind it`);
  fs.writeFileSync(file, `${content.slice(0, begin + BEGIN.length)}\n\n${text}\n${content.slice(end)}`);
}
