import * as fs from 'node:fs';
import * as path from 'node:path';
import { makeFolder } from '../../output/write-folder';
import { type CliCommand, commandLine, runCommandLine, UsageError } from '../command';
import { EXIT_FINE, type Io } from '../io';

/** `progressive init`: a new project that runs at once. */
export const initCommand: CliCommand = {
  summary: 'make a new project that runs at once',
  run(args, io) {
    const command = commandLine(
      'init',
      'Makes a new project with one service in two versions.',
      'progressive init shop && cd shop && npm install && npm start',
      [],
    ).argument('[folder]', 'where it is made', '.');
    return runCommandLine(command, args, io, async () => init(command.args[0] ?? '.', io));
  },
};

async function init(folder: string, io: Io): Promise<number> {
  const root = path.resolve(io.cwd, folder);
  const name = projectName(root);
  const files = projectFiles(name);
  const taken = Object.keys(files).filter((file) => fs.existsSync(path.join(root, file)));
  if (taken.length > 0) throw new UsageError(`${folder} holds ${taken.join(', ')} already; nothing was written. Choose an empty folder.`);
  try {
    for (const [file, text] of Object.entries(files)) {
      makeFolder(path.dirname(path.join(root, file)));
      fs.writeFileSync(path.join(root, file), text, { flag: 'wx' });
    }
  } catch (error) {
    throw new UsageError(`${folder} cannot be written: ${(error as Error).message}`);
  }
  io.stderr(
    `Made ${Object.keys(files).join(', ')} in ${folder}.\nNext: ${folder === '.' ? '' : `cd ${folder} && `}npm install && npm start\n`,
  );
  return EXIT_FINE;
}

function projectName(root: string): string {
  const name = path
    .basename(root)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+|-+$/g, '');
  return name === '' ? 'shop' : name;
}

function projectFiles(name: string): { readonly [file: string]: string } {
  const { version, devDependencies } = require('../../../../package.json') as { version: string; devDependencies: Record<string, string> };
  const versions = (names: readonly string[]) =>
    Object.fromEntries(names.map((each) => [each, `^${devDependencies[each]?.replace('^', '')}`]));
  const manifest = {
    name,
    private: true,
    scripts: { start: 'progressive synth', types: 'tsc' },
    dependencies: { ...versions(['cdk8s', 'cdk8s-plus-27', 'constructs']), 'cdk8s-progressive': `^${version}` },
    devDependencies: versions(['@types/node', 'tsx', 'typescript']),
  };
  const compilerOptions = { target: 'es2022', module: 'node16', types: ['node'], strict: true, noEmit: true, skipLibCheck: true };
  return {
    'package.json': `${JSON.stringify(manifest, null, 2)}\n`,
    'tsconfig.json': `${JSON.stringify({ compilerOptions }, null, 2)}\n`,
    'cdk8s.yaml': 'language: typescript\napp: npx tsx main.ts\noutput: dist\n',
    'main.ts': mainFile(name),
    'environments/default.yaml':
      '# What the environment "default" sets; every value has a default of its own.\nhello:\n  v2:\n    weight: 0\n',
    '.gitignore': 'node_modules/\n',
  };
}

function mainFile(name: string): string {
  return `import { Chart } from 'cdk8s';
import { Match, Microservice, Parameter, ProgressiveApp, Route, WeightedRelease } from 'cdk8s-progressive';

const app = new ProgressiveApp();
const chart = new Chart(app, '${name}', { namespace: '${name}' });

const hello = new Microservice(chart, 'hello', { port: 80, containerPort: 8080 });
const v1 = hello.addVersion('v1', { image: 'registry.example/hello:1.0.0' });
const v2 = hello.addVersion('v2', { image: 'registry.example/hello:2.0.0' });
hello.release(
  WeightedRelease.onIstio({
    routes: [
      Route.when(Match.header('X-group').exact('test')).to(v2),
      Route.split(v1.rest(), v2.weight(Parameter.percent('hello.v2.weight', { defaultValue: 0, description: 'The share of requests that v2 answers.' }))),
    ],
  }),
);

app.synth();
`;
}
