import { SynthesisError } from '../manifest/manifests-of';
import { emitString, emitYaml, type ScalarWriter } from './emit';

/** Turns the objects of an output into text, and collects what YAML cannot carry. */
export class ManifestTexts {
  private readonly problems: string[] = [];

  public constructor(private readonly writer?: ScalarWriter) {}

  /** The text of an object; empty when it has none. */
  public of(object: object, construct: string | undefined): string {
    try {
      return emitYaml(object, this.writer);
    } catch (error) {
      const place = fieldThatFails(object) ?? '';
      this.report(`${construct}: ${'kind' in object ? object.kind : 'patch'}${place && ` ${place}`}: ${(error as Error).message}`);
      return '';
    }
  }

  public report(problem: string): void {
    this.problems.push(problem);
  }

  /** @throws SynthesisError with all problems, if there are any. */
  public assertFine(): void {
    if (this.problems.length > 0) throw new SynthesisError([...new Set(this.problems)]);
  }
}

/** The path of the first text that cannot be written. */
function fieldThatFails(value: unknown): string | undefined {
  if (typeof value === 'string' || typeof value === 'number') return fails(value) ? '' : undefined;
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [key, field] of Object.entries(value)) {
    if (fails(key)) return JSON.stringify(key);
    const inner = fieldThatFails(field);
    if (inner !== undefined) return inner === '' ? key : `${key}.${inner}`;
  }
  return undefined;
}

function fails(value: string | number): boolean {
  try {
    if (typeof value === 'string') emitString(value);
    else emitYaml(value);
    return false;
  } catch {
    return true;
  }
}
