import { type Token, tokenize } from './tokens';
import { apply, ConditionError, call, member, truth, type Value } from './values';

type Scope = { readonly result: Value; readonly item?: Value };
type Node = (scope: Scope) => Value;

const LEVELS: readonly (readonly string[])[] = [
  ['??'],
  ['||', 'or'],
  ['&&', 'and'],
  ['==', '!=', '<', '<=', '>', '>=', 'in', 'not', 'contains', 'matches', 'startsWith', 'endsWith'],
  ['+', '-'],
  ['*', '/', '%'],
  ['**', '^'],
];
const OVER_LISTS = ['all', 'any', 'one', 'none', 'filter', 'map', 'count'];

/** Reads the expressions of `successCondition` and `failureCondition`, as far as analyses use them. */
class Parser {
  private position = 0;
  constructor(private readonly tokens: readonly Token[]) {}

  private get token(): Token {
    return this.tokens[this.position] ?? { kind: 'end', text: '' };
  }

  private is(text: string): boolean {
    return this.token.text === text && this.token.kind !== 'text' && this.token.kind !== 'end';
  }

  private take(text: string): boolean {
    if (!this.is(text)) return false;
    this.position++;
    return true;
  }

  private expect(text: string): void {
    if (!this.take(text)) throw new ConditionError(`unexpected ${JSON.stringify(this.token.text)}, expected ${text}`);
  }

  whole(): Node {
    const node = this.ternary();
    if (this.token.kind !== 'end') throw new ConditionError(`unexpected ${JSON.stringify(this.token.text)}`);
    return node;
  }

  private ternary(): Node {
    const test = this.binary(0);
    if (!this.take('?')) return test;
    const yes = this.ternary();
    this.expect(':');
    const no = this.ternary();
    return (scope) => (truth(test(scope)) ? yes(scope) : no(scope));
  }

  private binary(level: number): Node {
    const signs = LEVELS[level];
    if (!signs) return this.unary();
    let left = this.binary(level + 1);
    for (let sign = signs.find((one) => this.is(one)); sign; sign = signs.find((one) => this.is(one))) {
      this.position++;
      left = this.joined(left, sign, level);
    }
    return left;
  }

  private joined(left: Node, sign: string, level: number): Node {
    if (sign === 'not') {
      this.expect('in');
      const list = this.binary(level + 1);
      return (scope) => !truth(apply('in', left(scope), list(scope)));
    }
    const right = this.binary(level + 1);
    if (sign === '||' || sign === 'or') return (scope) => truth(left(scope)) || truth(right(scope));
    if (sign === '&&' || sign === 'and') return (scope) => truth(left(scope)) && truth(right(scope));
    if (sign === '??') return (scope) => left(scope) ?? right(scope);
    return (scope) => apply(sign, left(scope), right(scope));
  }

  private unary(): Node {
    if (this.take('!') || this.take('not')) {
      const node = this.unary();
      return (scope) => !truth(node(scope));
    }
    if (this.take('-')) {
      const node = this.unary();
      return (scope) => apply('-', 0, node(scope));
    }
    if (this.take('+')) return this.unary();
    return this.postfix(this.primary());
  }

  private postfix(node: Node): Node {
    if (this.take('[')) {
      const key = this.ternary();
      this.expect(']');
      return this.postfix((scope) => member(node(scope), key(scope)));
    }
    if (this.take('?.')) {
      const name = this.name();
      return this.postfix((scope) => {
        const whole = node(scope);
        return whole === null ? null : member(whole, name);
      });
    }
    if (this.take('.')) {
      const name = this.name();
      return this.postfix((scope) => member(node(scope), name));
    }
    return node;
  }

  private name(): string {
    const { kind, text } = this.token;
    if (kind !== 'name') throw new ConditionError(`unexpected ${JSON.stringify(text)}, expected a name`);
    this.position++;
    return text;
  }

  private primary(): Node {
    const { kind, text } = this.token;
    if (this.take('(')) {
      const node = this.ternary();
      this.expect(')');
      return node;
    }
    if (this.take('[')) {
      const items = this.list(']');
      return (scope) => items.map((item) => item(scope));
    }
    if (this.take('#')) return ({ item = null }) => item;
    this.position++;
    if (kind === 'number') return () => Number(text);
    if (kind === 'text') return () => text;
    if (kind !== 'name') throw new ConditionError(`unexpected ${JSON.stringify(text)}`);
    if (text === 'true' || text === 'false') return () => text === 'true';
    if (text === 'nil') return () => null;
    if (text === 'result') return ({ result }) => result;
    if (this.take('(')) return OVER_LISTS.includes(text) ? this.overList(text) : this.called(text);
    throw new ConditionError(`unknown name ${text}`);
  }

  private called(name: string): Node {
    const args = this.list(')');
    return (scope) =>
      call(
        name,
        args.map((arg) => arg(scope)),
      );
  }

  private list(end: string): Node[] {
    const items: Node[] = [];
    while (!this.take(end)) {
      items.push(this.ternary());
      if (!this.is(end)) this.expect(',');
    }
    return items;
  }

  private overList(name: string): Node {
    const list = this.ternary();
    this.expect(',');
    const braces = this.take('{');
    const test = this.ternary();
    if (braces) this.expect('}');
    this.expect(')');
    return (scope) => {
      const items = list(scope);
      if (!Array.isArray(items)) throw new ConditionError(`${name} needs a list`);
      if (name === 'map') return items.map((item) => test({ ...scope, item }));
      const picked = items.filter((item) => truth(test({ ...scope, item })));
      if (name === 'filter') return picked;
      if (name === 'all') return picked.length === items.length;
      if (name === 'any') return picked.length > 0;
      if (name === 'none') return picked.length === 0;
      return name === 'one' ? picked.length === 1 : picked.length;
    };
  }
}

/** A condition, read once; throws a ConditionError where it cannot be read, and what it returns where it cannot be computed. */
export function conditionOf(text: string): (result: Value) => boolean {
  const tokens = tokenize(text);
  if (!tokens) throw new ConditionError(`cannot read ${JSON.stringify(text)}`);
  const node = new Parser(tokens).whole();
  return (result) => truth(node({ result }));
}

/** Whether a condition holds for a result; throws a ConditionError where it cannot be computed. */
export function holds(condition: string, result: Value): boolean {
  return conditionOf(condition)(result);
}
