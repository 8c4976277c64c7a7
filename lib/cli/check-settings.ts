import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { load } from 'js-yaml';
import { parseSuppression, type Suppression } from '../check/suppression';
import { UsageError } from './command';

const FILES = ['.progressive.yaml', 'cdk8s.yaml'];

/**
 * What the project has accepted: `checks.ignore` of `.progressive.yaml` and of `cdk8s.yaml`, a list of
 * `{ code, reason }`; and what the flag says, as `CODE=reason`.
 */
export function suppressionsOf(cwd: string, flags: readonly string[]): Suppression[] {
  const stated = FILES.flatMap((file) => fromFile(resolve(cwd, file), file));
  return [...stated, ...flags.map((flag) => fromFlag(flag))];
}

function fromFlag(flag: string): Suppression {
  const suppression = parseSuppression(flag, /=/, '--ignore');
  if (!/^PD[0-9]{4}$/.test(suppression.code) || suppression.reason === '') {
    throw new UsageError(`--ignore ${flag} is not understood; write a code and a reason: --ignore PD0701=one-replica-is-enough.`);
  }
  return suppression;
}

function fromFile(path: string, file: string): Suppression[] {
  if (!existsSync(path)) return [];
  const settings = settingsIn(readFileSync(path, 'utf8'), file);
  const list = settings?.checks?.ignore ?? [];
  if (!Array.isArray(list)) throw new UsageError(`${file}: checks.ignore is no list; write a list of { code, reason }.`);
  return list.map((entry: unknown, index) => {
    const { code, reason } = (entry ?? {}) as { code?: unknown; reason?: unknown };
    if (typeof code !== 'string')
      throw new UsageError(`${file}: checks.ignore[${index}] has no code; write { code: PD0701, reason: ... }.`);
    return { code, reason: typeof reason === 'string' ? reason : '', from: file };
  });
}

function settingsIn(text: string, file: string): { checks?: { ignore?: unknown } } | null {
  try {
    return load(text) as { checks?: { ignore?: unknown } } | null;
  } catch (error) {
    throw new UsageError(`${file}: ${(error as Error).message}`);
  }
}
