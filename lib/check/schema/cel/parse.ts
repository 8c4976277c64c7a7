import { CelSyntaxError, type Token, tokensOf } from './tokens';

/** An expression in the Common Expression Language, read. */
export type Expression =
  | { readonly is: 'literal'; readonly value: null | boolean | number | string }
  | { readonly is: 'name'; readonly name: string }
  | { readonly is: 'list'; readonly items: readonly Expression[] }
  | { readonly is: 'map'; readonly entries: readonly (readonly [Expression, Expression])[] }
  | { readonly is: 'field'; readonly of: Expression; readonly name: string }
  | { readonly is: 'index'; readonly of: Expression; readonly at: Expression }
  | { readonly is: 'call'; readonly on?: Expression; readonly name: string; readonly with: readonly Expression[] }
  | { readonly is: 'not' | 'minus'; readonly of: Expression }
  | { readonly is: 'binary'; readonly sign: string; readonly left: Expression; readonly right: Expression }
  | { readonly is: 'choice'; readonly condition: Expression; readonly yes: Expression; readonly no: Expression };

/** Binary signs by how strongly they bind, the weakest first. */
const levels: readonly (readonly string[])[] = [['||'], ['&&'], ['==', '!=', '<', '<=', '>', '>=', 'in'], ['+', '-'], ['*', '/', '%']];

/** Reads an expression; throws a `CelSyntaxError` when it is none. */
export function parseCel(text: string): Expression {
  const parser = new Parser(tokensOf(text));
  const expression = parser.expression();
  parser.end();
  return expression;
}

class Parser {
  private at = 0;

  constructor(private readonly tokens: readonly Token[]) {}

  expression(): Expression {
    const condition = this.binary(0);
    if (!this.takes('?')) return condition;
    const yes = this.binary(0);
    this.needs(':');
    return { is: 'choice', condition, yes, no: this.expression() };
  }

  end(): void {
    if (this.next.is !== 'end') throw new CelSyntaxError(`unexpected ${this.next.text}`);
  }

  private get next(): Token {
    return this.tokens[this.at];
  }

  private binary(level: number): Expression {
    if (level === levels.length) return this.unary();
    let left = this.binary(level + 1);
    for (;;) {
      const sign = levels[level].find((one) => this.takes(one));
      if (sign === undefined) return left;
      left = { is: 'binary', sign, left, right: this.binary(level + 1) };
    }
  }

  private unary(): Expression {
    if (this.takes('!')) return { is: 'not', of: this.unary() };
    if (this.takes('-')) return { is: 'minus', of: this.unary() };
    let of = this.primary();
    for (;;) {
      if (this.takes('.')) {
        const name = this.name();
        of = this.takes('(') ? { is: 'call', on: of, name, with: this.list(')') } : { is: 'field', of, name: unescapedField(name) };
      } else if (this.takes('[')) {
        of = { is: 'index', of, at: this.expression() };
        this.needs(']');
      } else return of;
    }
  }

  private primary(): Expression {
    const token = this.next;
    this.at += 1;
    if (token.is === 'text') return { is: 'literal', value: token.text };
    if (token.is === 'number') return { is: 'literal', value: Number(token.text) };
    if (token.is === 'name') return this.named(token.text);
    if (token.text === '[') return { is: 'list', items: this.list(']') };
    if (token.text === '{') return { is: 'map', entries: this.entries() };
    if (token.text !== '(' || token.is === 'end') throw new CelSyntaxError(`unexpected ${token.text}`);
    const inner = this.expression();
    this.needs(')');
    return inner;
  }

  private named(name: string): Expression {
    if (name === 'true' || name === 'false') return { is: 'literal', value: name === 'true' };
    if (name === 'null') return { is: 'literal', value: null };
    return this.takes('(') ? { is: 'call', name, with: this.list(')') } : { is: 'name', name };
  }

  private list(close: string): Expression[] {
    const items: Expression[] = [];
    while (!this.takes(close)) {
      items.push(this.expression());
      if (!this.takes(',')) {
        this.needs(close);
        break;
      }
    }
    return items;
  }

  private entries(): [Expression, Expression][] {
    const entries: [Expression, Expression][] = [];
    while (!this.takes('}')) {
      const key = this.expression();
      this.needs(':');
      entries.push([key, this.expression()]);
      if (!this.takes(',')) {
        this.needs('}');
        break;
      }
    }
    return entries;
  }

  private name(): string {
    const token = this.next;
    if (token.is !== 'name') throw new CelSyntaxError(`unexpected ${token.text}`);
    this.at += 1;
    return token.text;
  }

  private takes(text: string): boolean {
    const { is, text: there } = this.next;
    if (there !== text || is === 'text' || is === 'number' || is === 'end') return false;
    this.at += 1;
    return true;
  }

  private needs(text: string): void {
    if (!this.takes(text)) throw new CelSyntaxError(`${text} is missing before ${this.next.text}`);
  }
}

const escaped: { readonly [word: string]: string } = { __underscores__: '__', __dot__: '.', __dash__: '-', __slash__: '/' };

/** Kubernetes writes field names that the language cannot: `__namespace__` is `namespace`, `a__dash__b` is `a-b`. */
function unescapedField(name: string): string {
  const word = /^__([a-z]+)__$/.exec(name)?.[1];
  if (word !== undefined && escaped[name] === undefined) return word;
  return name.replace(/__(underscores|dot|dash|slash)__/g, (found) => escaped[found]);
}
