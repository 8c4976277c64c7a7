import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ApiObject, ApiObjectMetadata } from 'cdk8s';
import type { Construct } from 'constructs';
import { load } from 'js-yaml';
import ts from 'typescript';
import { rendered } from './render';

// Runs where the manifests of other projects lie beside this one; elsewhere one test says that they are not there.
const folder = join(__dirname, '..', '..', '..', 'shared', 'cases', 'manifests');
const cases = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.yaml')) : [];

const folders: { readonly [group: string]: string } = {
  'networking.istio.io': 'istio',
  'security.istio.io': 'istio',
  'flagger.app': 'flagger',
  'argoproj.io': 'argo',
  'gateway.networking.k8s.io': 'gateway-api',
  'serving.knative.dev': 'knative',
};

interface Manifest {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: ApiObjectMetadata;
}
type Kind = new (scope: Construct, id: string, props: object) => ApiObject;

function fileOf({ apiVersion, kind }: Manifest): string {
  const file = kind.replace(/([a-z0-9])([A-Z])|([A-Z])([A-Z][a-z])/g, '$1$3-$2$4').toLowerCase();
  return join(__dirname, '..', '..', 'imports', folders[apiVersion.split('/')[0]] ?? 'kubernetes', file);
}

function propsOf({ kind: _, ...props }: Manifest): object {
  return props;
}

/** What the compiler says to a program that makes each manifest with its construct. */
function compiled(manifests: readonly Manifest[]): string[] {
  const name = join(__dirname, 'cases.generated.ts');
  const lines = manifests.map((manifest) => {
    const { apiVersion, ...older } = propsOf(manifest) as { apiVersion: string };
    const choice = readFileSync(`${fileOf(manifest)}.ts`, 'utf8').includes("apiVersion?: '") ? { apiVersion, ...older } : older;
    return `export const of${manifests.indexOf(manifest)}: import('${fileOf(manifest)}').${manifest.kind}Props = ${JSON.stringify(choice)};`;
  });
  const options: ts.CompilerOptions = {
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ES2022,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    types: [],
  };
  const host = ts.createCompilerHost(options);
  const read = host.getSourceFile.bind(host);
  host.getSourceFile = (file, target) => (file === name ? ts.createSourceFile(file, lines.join('\n'), target) : read(file, target));
  return ts
    .getPreEmitDiagnostics(ts.createProgram([name], options, host))
    .map((one) => ts.flattenDiagnosticMessageText(one.messageText, '\n'));
}

test(
  existsSync(folder)
    ? 'the manifests of other projects are there'
    : 'the manifests of other projects are not there: nothing to hold the types against',
  () => {
    expect(cases.length > 0).toBe(existsSync(folder));
  },
);

if (cases.length > 0) {
  test.each(cases)('%s is what its construct renders', (name) => {
    const manifest = load(readFileSync(join(folder, name), 'utf8')) as Manifest;
    const construct = (require(fileOf(manifest)) as { [name: string]: Kind })[manifest.kind];
    expect(rendered((chart) => new construct(chart, 'one', propsOf(manifest)))).toEqual(manifest);
  });

  test('the compiler takes every one of them, but for a field that Argo Rollouts has only after 1.9', () => {
    expect(compiled(cases.map((name) => load(readFileSync(join(folder, name), 'utf8')) as Manifest))).toEqual([
      expect.stringContaining(`'"basicAuth"' does not exist`),
    ]);
  });
}
