import type { Random } from './random';

/** What YAML, JSON, templates and encodings give a meaning to. */
const TOKENS: readonly string[] = [
  '---\n',
  '...\n',
  '%YAML 1.1\n',
  '%TAG ! !x\n',
  '{',
  '}',
  '[',
  ']',
  ': ',
  '- ',
  '? ',
  ', ',
  '&a ',
  '*a',
  '<<: ',
  '!!binary ',
  '!!set ',
  '!x ',
  '|\n',
  '>-\n',
  '|9\n',
  '"',
  "'",
  '\\u0000',
  '\\ud800',
  '#',
  '\t',
  '\r\n',
  '\n',
  '\u0000',
  '\u0085',
  '\u2028',
  '\ufeff',
  '{{ .Values.x }}',
  '{{- range }}',
  '<<<<<<< HEAD\n',
  '>>>>>>> x\n',
  '__proto__: ',
  'constructor: ',
  'kind: List\nitems:\n',
  'apiVersion: ',
  'null',
  '~',
  '0o14',
  '1_000',
  '.inf',
  '-.nan',
  '1e999',
  '99999999999999999999',
];

/** Bytes without a plan. */
export function noise(random: Random): Uint8Array {
  const length = random.below(random.pick([8, 64, 512, 4096]));
  const wide = random.chance(0.5);
  return Uint8Array.from({ length }, () => (wide ? random.below(256) : 9 + random.below(118)));
}

/** Text of nothing but tokens. */
export function tokens(random: Random): Uint8Array {
  return Buffer.from(random.times(random.below(200), () => random.pick(TOKENS)).join(''));
}

/** A file that was right, with a few places of it changed. */
export function damaged(text: string, random: Random): Uint8Array {
  let bytes = Buffer.from(text);
  for (let left = 1 + random.below(8); left > 0; left--) bytes = DAMAGES[random.below(DAMAGES.length)]?.(bytes, random) ?? bytes;
  return bytes;
}

type Damage = (bytes: Buffer<ArrayBuffer>, random: Random) => Buffer<ArrayBuffer>;

const splice = (bytes: Buffer, at: number, remove: number, insert: Uint8Array): Buffer<ArrayBuffer> =>
  Buffer.concat([bytes.subarray(0, at), insert, bytes.subarray(at + remove)]);

const DAMAGES: readonly Damage[] = [
  (bytes, random) => {
    const copy = Buffer.from(bytes);
    if (copy.length > 0) copy[random.below(copy.length)] = random.below(256);
    return copy;
  },
  (bytes, random) => splice(bytes, random.below(bytes.length + 1), 0, Buffer.from(random.pick(TOKENS))),
  (bytes, random) => splice(bytes, random.below(bytes.length + 1), random.below(40), Buffer.alloc(0)),
  (bytes, random) => {
    const from = random.below(bytes.length + 1);
    return splice(bytes, random.below(bytes.length + 1), 0, bytes.subarray(from, from + random.below(300)));
  },
  (bytes, random) => Buffer.from(bytes.subarray(0, random.below(bytes.length + 1))),
  (bytes, random) => splice(bytes, random.below(bytes.length + 1), 0, noise(random).subarray(0, 30)),
  (bytes, random) => {
    const lines = bytes.toString('latin1').split('\n');
    const at = random.below(lines.length);
    lines[at] = random.pick(['  ', ' ', '\t', '- ']) + (lines[at] ?? '');
    return Buffer.from(lines.join('\n'), 'latin1');
  },
  (bytes, random) => (random.chance(0.1) ? Buffer.from(`\ufeff${bytes.toString('utf8')}`, 'utf16le') : Buffer.from(bytes)),
];
