import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { parse } from 'yaml';
import { check } from '../../lib/check/check';
import type { Manifest } from '../../lib/manifest/manifest';
import { readPaths } from '../../lib/model/files';
import { withControllers } from '../../lib/model/made/with-controllers';
import { modelOf } from '../../lib/model/model-of';
import { plansOf } from '../../lib/model/plan';
import { readManifests } from '../../lib/model/read';
import type { SourcedManifest } from '../../lib/model/sourced';
import { callChain } from '../../lib/simulate/requests/calls';
import { unmet } from '../../lib/simulate/requests/expectations';
import { requestFile } from '../../lib/simulate/requests/table-file';
import type { Course } from '../../lib/simulate/rollouts/course';
import { rollout } from '../../lib/simulate/rollouts/rollout';
import { progressive, ROOT } from '../support/project';

/** What a folder holds; nothing where there is none. */
function manifestsBelow(folder: string): readonly SourcedManifest[] {
  if (!fs.existsSync(folder)) return [];
  const { manifests, problems } = readManifests(readPaths([folder], { cwd: ROOT }).inputs);
  if (problems.length > 0) throw new Error(problems.map(({ message }) => message).join('\n'));
  return manifests;
}

/** One app of `apps/`, synthesized once by the compiled command, and what was written. */
export class AppOutput {
  readonly folder: string;
  private readonly read = new Map<string, readonly SourcedManifest[]>();

  constructor(
    readonly name: string,
    options: readonly string[] = [],
  ) {
    this.folder = fs.mkdtempSync(path.join(os.tmpdir(), 'progressive-apps-'));
    const { code, stderr } = progressive(['synth', '--app', `apps/${name}/main.ts`, '--out', this.folder, ...options], { cwd: ROOT });
    if (code !== 0) throw new Error(stderr);
  }

  get environments(): string[] {
    return fs.readdirSync(path.join(this.folder, this.name, 'yaml')).sort();
  }

  plain(environment: string): string {
    return path.join(this.folder, this.name, 'yaml', environment);
  }

  manifests(environment: string): readonly SourcedManifest[] {
    const known = this.read.get(environment);
    if (known) return known;
    const manifests = manifestsBelow(this.plain(environment));
    this.read.set(environment, manifests);
    return manifests;
  }

  /** Every object as `Kind name`, or `Kind namespace/name` where namespaces tell them apart. */
  names(environment: string): string[] {
    const all = this.manifests(environment).map(({ manifest }) => manifest);
    const short = all.map(({ kind, metadata }) => `${kind} ${metadata.name}`);
    const twice = new Set(short).size < short.length;
    return all.map((one, index) => (twice ? `${one.kind} ${one.metadata.namespace}/${one.metadata.name}` : (short[index] ?? ''))).sort();
  }

  /** One object by kind and `name` or `namespace/name`. */
  object(environment: string, kind: string, name: string): Manifest {
    const found = this.manifests(environment).filter(
      ({ manifest: { kind: other, metadata } }) =>
        other === kind && [metadata.name, `${metadata.namespace}/${metadata.name}`].includes(name),
    );
    if (found.length !== 1) throw new Error(`${found.length} objects are ${kind} ${name} in ${this.names(environment).join(', ')}`);
    return (found[0] as SourcedManifest).manifest;
  }

  spec(environment: string, kind: string, name: string): unknown {
    return this.object(environment, kind, name).spec;
  }

  /** The one container of a workload. */
  container(environment: string, kind: string, name: string): Record<string, unknown> {
    const { template } = this.spec(environment, kind, name) as { template: { spec: { containers: Record<string, unknown>[] } } };
    expect(template.spec.containers).toHaveLength(1);
    return template.spec.containers[0] ?? {};
  }

  /** What `check` says that is more than a note. */
  findings(environment: string): string[] {
    return check(this.manifests(environment))
      .findings.filter(({ severity }) => severity !== 'note')
      .map(({ code, message }) => `${code}: ${message}`);
  }

  /** How a scenario of the app goes, in the environment that its first lines name. */
  course(scenario: string): Course {
    const text = fs.readFileSync(path.join(ROOT, 'apps', this.name, 'scenarios', `${scenario}.yaml`), 'utf8');
    const command = new RegExp(
      `^# progressive simulate dist/${this.name}/yaml/(\\S+) --scenario apps/${this.name}/scenarios/${scenario}.yaml$`,
      'm',
    );
    const environment = command.exec(text)?.[1];
    if (environment === undefined) throw new Error(`${scenario}.yaml does not say how to run it`);
    const stated = parse(text) as { target?: string };
    const plans = plansOf({ all: this.manifests(environment) });
    const plan = plans.find(({ object, controller }) =>
      stated.target === undefined
        ? controller !== 'deployment'
        : [object.name, `${object.namespace}/${object.name}`].includes(stated.target),
    );
    if (!plan) throw new Error(`nothing is called ${stated.target} in ${environment}`);
    return rollout(plan, undefined, stated);
  }

  scenarios(): string[] {
    return fs
      .readdirSync(path.join(ROOT, 'apps', this.name, 'scenarios'))
      .map((file) => path.basename(file, '.yaml'))
      .sort();
  }

  remove(): void {
    fs.rmSync(this.folder, { recursive: true, force: true });
  }
}

/** What holds for every app: nothing to find, requests answered as stated, and a README whose commands run. */
export function everyApp(app: AppOutput): void {
  const home = path.join(ROOT, 'apps', app.name);

  test('nothing is found in any environment', () => {
    expect(app.environments.length).toBeGreaterThan(1);
    expect(app.environments.flatMap((environment) => app.findings(environment))).toEqual([]);
  });

  const tables = fs.readdirSync(home).filter((file) => /^requests.*\.yaml$/.test(file));
  const cases = tables.flatMap((file) => {
    const [, only, weight] = /^requests(?:-([a-z]+))?(?:-at-(\d+))?\.yaml$/.exec(file) ?? [];
    return (only === undefined ? app.environments : [only]).map((environment) => ({ file, environment, weight }));
  });
  if (cases.length > 0) {
    test.each(cases)('requests are answered as $file states in $environment', ({ file, environment, weight }) => {
      const table = requestFile(parse(fs.readFileSync(path.join(home, file), 'utf8')));
      expect(table.problems).toEqual([]);
      expect(table.requests.length).toBeGreaterThan(0);
      const manifests = [...app.manifests(environment), ...manifestsBelow(path.join(home, 'cluster'))];
      const model = modelOf(withControllers(manifests, { weight: Number(weight ?? 0) }));
      for (const { name, expect: expected, ...request } of table.requests) {
        if (expected === undefined) throw new Error(`'${name}' expects nothing`);
        expect({ name, unmet: unmet(expected, callChain(model, request, table.calls)) }).toEqual({ name, unmet: [] });
      }
    });
  }

  test('the commands of its README run', () => {
    const text = fs.readFileSync(path.join(home, 'README.md'), 'utf8');
    const lines = text.split('\n').filter((line) => /^ {4}npx progressive /.test(line));
    expect(lines.length).toBeGreaterThan(2);
    for (const line of lines) {
      const args = (line.replace(/ # .*$/, '').match(/'[^']*'|\S+/g) ?? []).slice(2).map((word) => word.replace(/^'|'$/g, ''));
      const moved = args.map((word) => word.replace(/^dist\//, `${app.folder}/`));
      const { code, stderr } = progressive(moved, { cwd: ROOT });
      expect({ line, code, stderr: code === 0 ? '' : stderr }).toEqual({ line, code: 0, stderr: '' });
    }
  });
}
