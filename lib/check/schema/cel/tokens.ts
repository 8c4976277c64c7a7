/** A word of an expression in the Common Expression Language. */
export interface Token {
  readonly is: 'name' | 'number' | 'text' | 'sign' | 'end';
  /** The text's value, the number's digits, the name or the sign. */
  readonly text: string;
}

/** The expression is not one that can be read here. */
export class CelSyntaxError extends Error {}

const pattern = new RegExp(
  [
    String.raw`(?<space>\s+|\/\/[^\n]*)`,
    String.raw`(?<raw>[rR](?:"""[\s\S]*?"""|'''[\s\S]*?'''|"[^"\n]*"|'[^'\n]*'))`,
    String.raw`(?<text>"""(?:\\[\s\S]|[^\\])*?"""|'''(?:\\[\s\S]|[^\\])*?'''|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*')`,
    String.raw`(?<number>0x[0-9a-fA-F]+|\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)[uU]?`,
    String.raw`(?<name>[A-Za-z_]\w*)`,
    String.raw`(?<sign>&&|\|\||==|!=|<=|>=|[-+*/%<>!?:.,()[\]{}])`,
  ].join('|'),
  'y',
);

export function tokensOf(expression: string): Token[] {
  const tokens: Token[] = [];
  pattern.lastIndex = 0;
  while (pattern.lastIndex < expression.length) {
    const at = pattern.lastIndex;
    const { space, raw, text, number, name, sign } = pattern.exec(expression)?.groups ?? {};
    if (raw !== undefined) tokens.push({ is: 'text', text: unquoted(raw.slice(1)) });
    else if (text !== undefined) tokens.push({ is: 'text', text: unescaped(unquoted(text)) });
    else if (number !== undefined) tokens.push({ is: 'number', text: number });
    else if (name !== undefined) tokens.push({ is: 'name', text: name });
    else if (sign !== undefined) tokens.push({ is: 'sign', text: sign });
    else if (space === undefined) throw new CelSyntaxError(`unexpected ${JSON.stringify(expression[at])} at character ${at + 1}`);
  }
  return [...tokens, { is: 'end', text: 'the end' }];
}

function unquoted(text: string): string {
  const width = text.startsWith('"""') || text.startsWith("'''") ? 3 : 1;
  return text.slice(width, -width);
}

const escapes: { readonly [letter: string]: string } = { n: '\n', t: '\t', r: '\r', a: '\x07', b: '\b', f: '\f', v: '\v' };

function unescaped(text: string): string {
  return text.replace(
    /\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|([0-3][0-7]{2})|([\s\S]))/g,
    (_, x, u, long, octal, letter) => {
      const hex = x ?? u ?? long;
      if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16));
      return octal !== undefined ? String.fromCodePoint(Number.parseInt(octal, 8)) : (escapes[letter] ?? letter);
    },
  );
}
