import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';

export function isGlob(path: string): boolean {
  return /[*?[{]/.test(path);
}

/** The files a pattern names, in name order: `*` and `?` inside a name, `**` over folders, `[abc]`, `{a,b}`. */
export function expandGlob(pattern: string, cwd: string): string[] {
  const steps = pattern.split('/');
  const magic = steps.findIndex(isGlob);
  const base = steps.slice(0, magic).join('/') || (pattern.startsWith('/') ? '/' : '.');
  const expression = new RegExp(`^${steps.slice(magic).map(stepExpression).join('/').replaceAll('(?:.*/)?/', '(?:.*/)?')}$`);
  const deep = steps.length - magic > 1;
  return filesBelow(resolve(cwd, base), '', deep)
    .filter((file) => expression.test(file))
    .map((file) => (base === '.' ? file : join(base, file)));
}

function stepExpression(step: string): string {
  if (step === '**') return '(?:.*/)?';
  return step.replace(/[\\^$+.()|]|\*|\?|\{([^}]*)\}/g, (found, choices: string | undefined) => {
    if (choices !== undefined) return `(?:${choices.split(',').map(stepExpression).join('|')})`;
    return found === '*' ? '[^/]*' : found === '?' ? '[^/]' : `\\${found}`;
  });
}

/** Links to folders are not followed: a pattern cannot run in a circle. */
function filesBelow(folder: string, prefix: string, deep: boolean): string[] {
  const entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  return entries.flatMap((entry) => {
    const name = prefix + entry.name;
    if (!entry.isDirectory()) return [name];
    const skipped = !deep || entry.name === 'node_modules' || entry.name.startsWith('.');
    return skipped ? [] : filesBelow(join(folder, entry.name), `${name}/`, deep);
  });
}
