import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './paths';
import { run, temporaryFolder } from './process';

/** What `progressive synth` said of one app. */
export interface Synth {
  /** `dist/<app>`. */
  readonly folder: string;
  readonly problems: readonly string[];
}

/** Runs `progressive synth` for an app of this project with other environments than its own. */
export class SynthProject {
  private readonly folder = temporaryFolder('synth');

  constructor(private readonly app: string) {
    const folder = join(this.folder, 'apps', app);
    mkdirSync(join(folder, 'environments'), { recursive: true });
    writeFileSync(join(this.folder, 'cdk8s.yaml'), 'apps: apps/*/main.ts\noutput: dist\n');
    writeFileSync(join(folder, 'main.ts'), `require(${JSON.stringify(join(ROOT, 'apps', app, 'main.ts'))});\n`);
  }

  /** States an environment; JSON is YAML. */
  setEnvironment(name: string, values: unknown): void {
    writeFileSync(join(this.folder, 'apps', this.app, 'environments', `${name}.yaml`), JSON.stringify(values));
  }

  async synth(outputs: string): Promise<Synth> {
    const cli = join(ROOT, 'build', 'lib', 'cli', 'main.js');
    const { stdout, stderr } = await run('node', [cli, 'synth', '-o', outputs, '--no-check', '--format', 'json'], { cwd: this.folder });
    const folder = join(this.folder, 'dist', this.app);
    if (!stdout) return { folder, problems: [stderr] };
    const [result] = (JSON.parse(stdout) as { apps: { failure?: string; answer?: { problems: string[] } }[] }).apps;
    return { folder, problems: result?.failure ? [result.failure] : (result?.answer?.problems ?? ['no answer']) };
  }
}

/** The apps of this project. */
export const appNames = (): string[] =>
  readdirSync(join(ROOT, 'apps'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
