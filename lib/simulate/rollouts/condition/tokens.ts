export type Token = { readonly kind: 'number' | 'text' | 'name' | 'sign' | 'end'; readonly text: string };

const PATTERN =
  /\s*(?:(\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)|("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')|([A-Za-z_$][\w$]*)|(\?\.|\?\?|&&|\|\||==|!=|<=|>=|\*\*|\.\.|[-+*/%^<>!?:.,()[\]{}#|]))/y;

/** The tokens of a condition; undefined where a character belongs to none. */
export function tokenize(source: string): Token[] | undefined {
  const tokens: Token[] = [];
  PATTERN.lastIndex = 0;
  while (source.slice(PATTERN.lastIndex).trim() !== '') {
    const match = PATTERN.exec(source);
    if (!match) return undefined;
    const [, number, quoted, name, sign] = match;
    if (number !== undefined) tokens.push({ kind: 'number', text: number });
    else if (quoted !== undefined) tokens.push({ kind: 'text', text: quoted.slice(1, -1).replace(/\\(.)/g, '$1') });
    else if (name !== undefined) tokens.push({ kind: 'name', text: name });
    else tokens.push({ kind: 'sign', text: sign ?? '' });
  }
  tokens.push({ kind: 'end', text: '' });
  return tokens;
}
