import { readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Finding } from '../check/finding';
import { expandGlob, isGlob } from './files/glob';
import { leaves } from './files/leaves';
import { type Render, type Renderer, rendererOf, renderWithPrograms } from './files/render';
import type { InputFile } from './read';
import { problem } from './read/problems';

export interface PathOptions {
  /** The folder that relative paths start from. */
  readonly cwd: string;
  /** What stands on standard input, for the path `-`. */
  readonly stdin?: string | Uint8Array;
  /** What renders charts and kustomizations; by default the programs that are installed. */
  readonly render?: Render;
}

export interface Inputs {
  readonly inputs: readonly InputFile[];
  readonly problems: readonly Finding[];
}

const EXTENSION = /\.(?:ya?ml|json)$/i;
const IGNORED = new Set(['node_modules', '.git']);

/**
 * The files behind paths as a person types them: files, folders (read through, in name order), globs, `-` for standard input, and charts and
 * kustomizations, which are rendered. Every file is read once, whatever links lead to it; what cannot be read is a problem.
 */
export function readPaths(paths: readonly string[], options: PathOptions): Inputs {
  const reader = new Reader(options);
  for (const path of paths) reader.add(path);
  return { inputs: reader.inputs, problems: reader.problems };
}

interface Nested {
  readonly path: string;
  readonly full: string;
  readonly renderer: Renderer;
}

class Reader {
  readonly inputs: InputFile[] = [];
  readonly problems: Finding[] = [];
  private readonly seen = new Set<string>();

  constructor(private readonly options: PathOptions) {}

  add(path: string): void {
    if (path === '-') {
      this.inputs.push({ file: 'stdin', content: this.options.stdin ?? '' });
    } else if (isGlob(path) && !this.exists(path)) {
      this.addGlob(path);
    } else {
      this.addPath(path);
    }
  }

  private addGlob(pattern: string): void {
    this.guard(pattern, () => {
      const found = expandGlob(pattern, this.options.cwd);
      if (found.length === 0)
        this.fail(pattern, 'no file matches it', 'Check the pattern, and quote it so that the shell leaves it alone.');
      for (const file of found) this.addFile(file, false);
    });
  }

  private addPath(path: string): void {
    this.guard(path, () => {
      const full = resolve(this.options.cwd, path);
      const folder = statSync(full).isDirectory();
      const renderer = rendererOf(full, folder);
      if (renderer) this.addRendered(path, full, renderer);
      else if (folder) this.addTree(path, full);
      else this.addFile(path, false);
    });
  }

  private addRendered(path: string, full: string, renderer: Renderer, severity?: 'note'): void {
    const { text, error } = (this.options.render ?? renderWithPrograms)(renderer, full);
    if (text !== undefined) this.inputs.push({ file: path, content: text });
    if (error) this.problems.push(problem('program', { file: path }, error.message, error.fix, severity));
  }

  /**
   * A folder, read through. Charts and kustomizations inside are left to themselves, as nobody can tell which of several overlays is meant;
   * when the folder is nothing else than one of them with what it builds on, that one is.
   */
  private addTree(path: string, full: string): void {
    const nested: Nested[] = [];
    const before = this.inputs.length;
    this.addFolder(path, full, nested);
    const [leaf, ...others] = leaves(nested);
    const meant = this.inputs.length === before && others.length === 0 ? leaf : undefined;
    if (meant) this.addRendered(meant.path, meant.full, meant.renderer, 'note');
    else for (const one of nested) this.leaveOut(one);
  }

  private addFolder(path: string, full: string, nested: Nested[]): void {
    if (this.visited(full)) return;
    const entries = readdirSync(full, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
    for (const entry of entries) {
      if (IGNORED.has(entry.name) || entry.name.startsWith('.')) continue;
      const child = path === '.' ? entry.name : join(path, entry.name);
      this.guard(child, () => {
        const target = resolve(this.options.cwd, child);
        const folder = entry.isSymbolicLink() ? statSync(target).isDirectory() : entry.isDirectory();
        const renderer = folder ? rendererOf(target, true) : undefined;
        if (renderer) nested.push({ path: child, full: target, renderer });
        else if (folder) this.addFolder(child, target, nested);
        else if (EXTENSION.test(entry.name)) this.addFile(child, true);
      });
    }
  }

  private leaveOut({ path, renderer }: Nested): void {
    const what = renderer === 'helm' ? 'a chart' : 'a kustomization';
    const message = `${path} is ${what} and was left out.`;
    this.problems.push(problem('program', { file: path }, message, `Give the path ${path} itself to have it rendered.`, 'note'));
  }

  private addFile(path: string, inFolder: boolean): void {
    this.guard(path, () => {
      const full = resolve(this.options.cwd, path);
      if (!this.visited(full)) this.inputs.push({ file: path, content: readFileSync(full), ...(inFolder && { inFolder }) });
    });
  }

  private visited(full: string): boolean {
    const real = realpathSync(full);
    if (this.seen.has(real)) return true;
    this.seen.add(real);
    return false;
  }

  private exists(path: string): boolean {
    return statSync(resolve(this.options.cwd, path), { throwIfNoEntry: false }) !== undefined;
  }

  private guard(path: string, action: () => void): void {
    try {
      action();
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code;
      if (code === undefined) throw error;
      this.fail(path, REASONS[code] ?? (error as Error).message, FIXES[code] ?? 'Check the path and its permissions.');
    }
  }

  private fail(path: string, reason: string, fix: string): void {
    this.problems.push(problem('unreadable', { file: path }, `${path} cannot be read: ${reason}.`, fix));
  }
}

const REASONS: Record<string, string> = {
  ENOENT: 'there is no such file or folder',
  EACCES: 'permission is denied',
  ELOOP: 'its symbolic links lead in a circle',
};

const FIXES: Record<string, string> = { ELOOP: 'Remove the link.', ENOENT: 'Check the spelling and the folder you are in.' };
