import { spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { progressive, project, ROOT } from './support/project';

// Everything that the README shows is run here, and must come out as it stands there; only times vary.

interface Block {
  readonly marker: string | undefined;
  readonly language: string;
  readonly text: string;
}

const readme = fs.readFileSync(path.join(ROOT, 'README.md'), 'utf8');
const blocks: Block[] = [...readme.matchAll(/(?:<!-- ([^>]+) -->\n)?```(\w+)\n([^]*?)```/g)].map((match) => ({
  marker: match[1],
  language: match[2] as string,
  text: match[3] as string,
}));

const timeless = (text: string) => text.replace(/\d+\.\d\d s$/gm, 'N s');

/** The commands of a console block, each with what it prints. */
function commandsOf(text: string): { args: string[]; output: string }[] {
  return text
    .split(/^\$ progressive /m)
    .slice(1)
    .map((part) => {
      const [line, ...output] = part.split('\n');
      return { args: (line as string).split(' '), output: output.join('\n') };
    });
}

function shop(): string {
  const main = blocks.find(({ marker }) => marker === 'file: main.ts') as Block;
  const parent = project({
    'shop/cdk8s.yaml': 'language: typescript\napp: npx tsx main.ts\n',
    'shop/main.ts': main.text,
  });
  fs.symlinkSync(path.join(ROOT, 'node_modules'), path.join(parent, 'shop/node_modules'));
  return path.join(parent, 'shop');
}

test('the README has the blocks that are run', () => {
  expect(blocks.map(({ marker }) => marker).filter(Boolean)).toEqual([
    'picture: landscape',
    'file: main.ts',
    'run: project',
    'picture: courses',
    'run: here',
    'run: project',
  ]);
});

test('the first service is 15 lines', () => {
  const main = blocks.find(({ marker }) => marker === 'file: main.ts') as Block;
  expect(main.text.split('\n').filter((line) => line.trim() !== '').length).toBeLessThanOrEqual(15);
});

test('the commands of the first service print what the README shows', () => {
  const folder = shop();
  const [first, second] = blocks.filter(({ marker }) => marker === 'run: project') as [Block, Block];
  const run = (block: Block) => {
    for (const { args, output } of commandsOf(block.text)) {
      const { code, stdout, stderr } = progressive(args, { cwd: folder });
      expect(timeless(stdout + stderr)).toBe(timeless(output));
      expect(code).toBe(0);
    }
  };
  run(first);
  fs.mkdirSync(path.join(folder, 'environments'));
  fs.writeFileSync(path.join(folder, 'environments/prod.yaml'), 'reviews:\n  v2:\n    weight: 20 # since Monday\n');
  run(second);
  expect(fs.readFileSync(path.join(folder, 'environments/prod.yaml'), 'utf8')).toBe('reviews:\n  v2:\n    weight: 100 # since Monday\n');
});

test('the commands on the systems in dist/ print what the README shows', () => {
  for (const { args, output } of blocks.filter(({ marker }) => marker === 'run: here').flatMap(({ text }) => commandsOf(text))) {
    const { code, stdout } = progressive(args, { cwd: ROOT });
    expect(stdout).toBe(output);
    expect(code).toBe(0);
  }
});

test('every strategy that the README shows is one that the library exports', () => {
  const shown = blocks.find(({ text }) => text.includes('service.release(new Recreate())')) as Block;
  const names = new Set([...shown.text.matchAll(/\b(?:new )?([A-Z]\w+)(?=[.(])/g)].map((match) => match[1] as string));
  names.delete('Duration');
  const library = require('../lib/index') as Record<string, unknown>;
  expect([...names].filter((name) => library[name] === undefined)).toEqual([]);
});

test('the pictures are as dist/ has them', () => {
  const { status, stderr } = spawnSync(process.execPath, [require.resolve('tsx/cli'), 'scripts/docs/pictures.ts', '--check'], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
});

const pages = [
  'README.md',
  'CONTRIBUTING.md',
  'test/conformance/README.md',
  ...markdownIn('docs'),
  ...fs.readdirSync(path.join(ROOT, 'apps')).map((app) => `apps/${app}/README.md`),
];

function markdownIn(folder: string): string[] {
  return fs
    .readdirSync(path.join(ROOT, folder))
    .filter((file) => file.endsWith('.md'))
    .map((file) => `${folder}/${file}`);
}

test.each(pages)('every link of %s leads somewhere', (page) => {
  const text = fs.readFileSync(path.join(ROOT, page), 'utf8').replace(/```[^]*?```|`[^`\n]*`/g, '');
  const links = [...text.matchAll(/\]\((?!https?:)([^)]+)\)/g)].map((match) => match[1] as string);
  expect(links.filter((link) => !leadsSomewhere(link, page))).toEqual([]);
});

function leadsSomewhere(link: string, page: string): boolean {
  const [file = '', heading] = link.split('#');
  const target = file === '' ? path.join(ROOT, page) : path.resolve(ROOT, path.dirname(page), file);
  if (!fs.existsSync(target)) return false;
  return heading === undefined || anchorsOf(fs.readFileSync(target, 'utf8')).has(heading);
}

/** As GitHub makes them of headings. */
function anchorsOf(text: string): Set<string> {
  const headings = [...text.matchAll(/^#+ (.*)$/gm)].map((match) => match[1] as string);
  return new Set(
    headings.map((heading) =>
      heading
        .toLowerCase()
        .replace(/[^\w -]/g, '')
        .replace(/ /g, '-'),
    ),
  );
}
