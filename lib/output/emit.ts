import { type Expression, isExpression } from '../parameters/expression';

/** How an output writes what is more than plain YAML. */
export interface ScalarWriter {
  /** Text that stands where the scalar of an expression would; what it holds of several lines is indented by `indent`. */
  expression(expression: Expression, indent: number): string;
  /** The text of every scalar and key, before it is put in its place. Default: as it is. */
  literal?(text: string): string;
}

/**
 * One object as YAML that kubectl, kustomize and Helm read back unchanged: block style, keys in their order, every string quoted that any
 * reader could take for something else, no anchors. A writer is needed only where expressions are still alive.
 */
export function emitYaml(value: unknown, writer: ScalarWriter = PLAIN_WRITER): string {
  const emitter = new Emitter(writer);
  emitter.block(value, 0, '');
  return emitter.text();
}

class Emitter {
  private readonly lines: string[] = [];

  public constructor(private readonly writer: ScalarWriter) {}

  public text(): string {
    return this.lines.join('');
  }

  /** A value whose first line begins with `start`; what stands on further lines is indented. */
  public block(value: unknown, indent: number, start: string): void {
    if (Array.isArray(value) && value.length > 0) this.list(value, indent);
    else if (isMapping(value)) this.mapping(value, indent, start);
    else this.lines.push(`${start}${this.scalar(value, indent)}\n`);
  }

  private mapping(value: Record<string, unknown>, indent: number, start: string): void {
    let before = start;
    for (const key of Object.keys(value)) {
      const field = value[key];
      if (field === undefined) continue;
      this.field(`${before}${this.literal(emitString(key))}:`, field, indent);
      before = spaces(indent);
    }
  }

  private field(name: string, field: unknown, indent: number): void {
    if (Array.isArray(field) && field.length > 0) {
      this.lines.push(name, '\n');
      this.list(field, indent + 2);
    } else if (isMapping(field)) {
      this.lines.push(name, '\n');
      this.mapping(field, indent + 2, spaces(indent + 2));
    } else this.lines.push(name, ' ', this.scalar(field, indent + 2), '\n');
  }

  private list(items: readonly unknown[], indent: number): void {
    const pad = spaces(indent);
    for (const item of items) {
      if (Array.isArray(item) && item.length > 0) {
        this.lines.push(`${pad}-\n`);
        this.list(item, indent + 2);
      } else this.block(item, indent + 2, `${pad}- `);
    }
  }

  private scalar(value: unknown, indent: number): string {
    if (typeof value === 'string') return this.literal(value.includes('\n') ? emitText(value, indent) : emitString(value));
    if (typeof value === 'number') return emitNumber(value);
    if (typeof value === 'boolean') return value ? 'true' : 'false';
    if (value === null || value === undefined) return 'null';
    if (isExpression(value)) return this.writer.expression(value, indent);
    return Array.isArray(value) ? '[]' : '{}';
  }

  private literal(text: string): string {
    return this.writer.literal ? this.writer.literal(text) : text;
  }
}

const PADS = Array.from({ length: 64 }, (_, length) => ' '.repeat(length));

function spaces(count: number): string {
  return PADS[count] ?? ' '.repeat(count);
}

function isMapping(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value) || isExpression(value)) return false;
  for (const key in value) if ((value as Record<string, unknown>)[key] !== undefined) return true;
  return false;
}

function emitNumber(value: number): string {
  if (!Number.isFinite(value)) throw new Error(`${value} cannot be written as YAML`);
  if (Number.isInteger(value) && !Number.isSafeInteger(value)) throw new Error(`${value} is beyond 2^53: write it as a string`);
  return Object.is(value, -0) ? '0' : String(value);
}

// A plain scalar that no reader takes for anything but a string: it starts with a letter or '/', and ':' is never followed by a space.
const PLAIN = /^[A-Za-z/](?:[A-Za-z0-9_\-./@$~+=]|:(?=[A-Za-z0-9_/]))*$/;
const QUANTITY = /^[0-9]+(?:\.[0-9]+)?(?:ms|s|m|h|Ki|Mi|Gi|Ti|%)$/;
const TAKEN = new Set(['y', 'n', 'yes', 'no', 'on', 'off', 'true', 'false', 'null', 'inf', 'nan']);
const LONGEST_TAKEN = 5;

/** A string on one line: plain where that is safe, else in double quotes. */
export function emitString(value: string): string {
  if (PLAIN.test(value) ? !(value.length <= LONGEST_TAKEN && TAKEN.has(value.toLowerCase())) : QUANTITY.test(value)) return value;
  return quoteString(value);
}

// Code points that some reader changes or refuses even when escaped, and lone surrogates.
const REFUSED =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;
const ESCAPED = /[\u2028\u2029\ufeff]/g;

/** A string in double quotes. Emoji stay literal, because go-yaml refuses surrogate pairs that are escaped. */
export function quoteString(value: string): string {
  const refused = REFUSED.exec(value);
  if (refused) {
    const code = (refused[0].codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
    throw new Error(
      `a text holds the code point U+${code}, which kubectl, kustomize or Helm would change or refuse; leave it out or encode it (base64)`,
    );
  }
  return JSON.stringify(value).replace(ESCAPED, (found) => `\\u${found.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** A text of several lines: as a block that a person can read where the text allows it, else in double quotes. */
export function emitText(value: string, indent: number): string {
  if (!/^[^\s][^]*[^\s]\n?$/.test(value) || /[ \t\r]\n|[^\x20-\x7e\n\t\u00a0-\u024f]/.test(value)) return quoteString(value);
  const ends = value.endsWith('\n');
  const lines = (ends ? value.slice(0, -1) : value).split('\n');
  const pad = ' '.repeat(indent);
  return `${ends ? '|' : '|-'}\n${lines.map((line) => (line === '' ? '' : pad + line)).join('\n')}`;
}

const PLAIN_WRITER: ScalarWriter = {
  expression({ _kind }) {
    throw new Error(`an expression (${_kind}) is left where a plain value is needed`);
  },
};
