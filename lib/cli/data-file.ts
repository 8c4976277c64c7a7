import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { load } from 'js-yaml';
import { UsageError } from './command';
import type { Io } from './io';

/** A YAML or JSON file that a person wrote for us, with the places of what stands in it. */
export class DataFile {
  private constructor(
    readonly name: string,
    readonly data: unknown,
    private readonly text: string,
  ) {}

  /** `what` says in an error what the file is: `the scenario`. */
  static read(name: string, io: Io, what: string): DataFile {
    try {
      const text = readFileSync(resolve(io.cwd, name), 'utf8');
      return new DataFile(name, load(text), text);
    } catch (error) {
      throw new UsageError(`${what} ${name} cannot be read: ${(error as Error).message}`);
    }
  }

  /** `file:line:column` of a field that is written as `events[0].at.tick`, or of what is nearest above it. */
  place(field: string): string {
    const path = field.split(/[.[\]]+/).filter((step) => step !== '');
    // Loaded here only: it brings a parser that is not needed where nothing is wrong.
    const { placeInDocument } = require('../model/document-place') as typeof import('../model/document-place');
    const whole = { file: this.text, start: 0, end: this.text.length, firstLine: 1 };
    const { line, col } = placeInDocument(whole, path, 'value');
    return `${this.name}:${line}:${col}`;
  }
}
