/**
 * Plain scalars as kubectl resolves them (sigs.k8s.io/yaml, which stands on go-yaml v2): YAML 1.1 booleans, octal with a leading zero,
 * underscores in numbers; no sexagesimal numbers; dates stay text.
 */
const WORDS: ReadonlyMap<string, boolean | null | number> = new Map<string, boolean | null | number>([
  ...['y', 'Y', 'yes', 'Yes', 'YES', 'true', 'True', 'TRUE', 'on', 'On', 'ON'].map((word): [string, boolean] => [word, true]),
  ...['n', 'N', 'no', 'No', 'NO', 'false', 'False', 'FALSE', 'off', 'Off', 'OFF'].map((word): [string, boolean] => [word, false]),
  ...['', '~', 'null', 'Null', 'NULL'].map((word): [string, null] => [word, null]),
  ...['.nan', '.NaN', '.NAN'].map((word): [string, number] => [word, Number.NaN]),
  ...['.inf', '.Inf', '.INF', '+.inf', '+.Inf', '+.INF'].map((word): [string, number] => [word, Number.POSITIVE_INFINITY]),
  ...['-.inf', '-.Inf', '-.INF'].map((word): [string, number] => [word, Number.NEGATIVE_INFINITY]),
]);
const LONGEST_WORD = 5;
const FLOAT = /^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?$/;
const POINT_FLOAT = /^\.[0-9]+([eE][-+]?[0-9]+)?$/;
const INTEGER = /^([-+]?)(0[xX][0-9a-fA-F]+|0[oO][0-7]+|0[bB][01]+|0[0-7]*|[1-9][0-9]*)$/;

/** The value of a plain scalar; `undefined` when it is text. */
export function plainScalar(text: string): boolean | null | number | undefined {
  if (text.length <= LONGEST_WORD) {
    const word = WORDS.get(text);
    if (word !== undefined) return word;
  }
  const first = text.charCodeAt(0);
  if (first === 0x2e) return POINT_FLOAT.test(text) ? finite(Number(text)) : undefined;
  const digit = first >= 0x30 && first <= 0x39;
  return digit || first === 0x2b || first === 0x2d ? plainNumber(text) : undefined;
}

function plainNumber(text: string): number | undefined {
  const plain = text.includes('_') ? text.replaceAll('_', '') : text;
  const integer = INTEGER.exec(plain);
  if (integer) {
    const value = unsigned(integer[2] ?? '');
    return integer[1] === '-' && value !== 0 ? -value : value;
  }
  return FLOAT.test(plain) ? finite(Number(plain)) : undefined;
}

function unsigned(digits: string): number {
  if (digits.length < 2 || digits[0] !== '0') return Number(digits);
  return /^0[xXoObB]/.test(digits) ? Number(digits.toLowerCase()) : Number.parseInt(digits, 8);
}

/** Go refuses numbers that do not fit a float64: they stay text. */
function finite(value: number): number | undefined {
  return Number.isFinite(value) ? value : undefined;
}
