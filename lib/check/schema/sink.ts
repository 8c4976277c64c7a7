import type { SchemaKeyword, SchemaProblem } from './schema';
import { mayBeSecret, shown } from './words';

/** Takes the problems of one object; `path` is where the check is. */
export class Sink {
  readonly path: (string | number)[] = [];
  readonly problems: SchemaProblem[] = [];

  constructor(private readonly kind: unknown) {}

  add(keyword: SchemaKeyword, message: string, allowed?: readonly string[], nearest?: string): void {
    this.addAt([...this.path], keyword, message, allowed, nearest);
  }

  addAt(path: (string | number)[], keyword: SchemaKeyword, message: string, allowed?: readonly string[], nearest?: string): void {
    this.problems.push({ path, keyword, message, ...(allowed && { allowed }), ...(nearest !== undefined && { nearest }) });
  }

  /** A value at the place of the check, in words. */
  shown(value: unknown): string {
    return shown(value, this.secret);
  }

  get secret(): boolean {
    return mayBeSecret(this.kind, this.path);
  }

  /** A sink for a trial: what one alternative of several says about the value here. */
  trial(): Sink {
    const sink = new Sink(this.kind);
    sink.path.push(...this.path);
    return sink;
  }
}
