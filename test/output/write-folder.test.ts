import { spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { WriteError, type WriteOptions, writeFolder } from '../../lib/output/write-folder';

let folder = '';
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'progressive-write-'));
});
afterEach(() => {
  jest.restoreAllMocks();
  fs.rmSync(folder, { recursive: true, force: true });
});

const at = (file: string) => path.join(folder, file);
const read = (file: string) => fs.readFileSync(at(file), 'utf8');
const put = (file: string, text: string) => {
  fs.mkdirSync(path.dirname(at(file)), { recursive: true });
  fs.writeFileSync(at(file), text);
};
const write = (files: { readonly [path: string]: string }, options?: WriteOptions, subfolders = ['yaml', 'helm']) =>
  writeFolder(
    Object.entries(files).map(([file, text]) => ({ path: file, text })),
    folder,
    subfolders,
    options,
  );
const problemsOf = (run: () => unknown): readonly string[] => {
  try {
    run();
    return [];
  } catch (error) {
    if (error instanceof WriteError) return error.problems;
    throw error;
  }
};
/** Every file and link below the folder, besides our own list. */
const all = () =>
  (fs.readdirSync(folder, { recursive: true }) as string[])
    .filter((file) => !fs.statSync(at(file)).isDirectory() && file !== '.progressive-files')
    .sort();

test('files are created, changed, deleted and left alone', () => {
  expect(write({ 'yaml/a.yaml': '1', 'yaml/sub/b.yaml': '2', 'helm/c.yaml': '3' })).toMatchObject({ unchanged: 0, deleted: [] });
  expect(write({ 'yaml/a.yaml': '1', 'yaml/d.yaml': '4', 'helm/c.yaml': '5' })).toEqual({
    created: ['yaml/d.yaml'],
    updated: ['helm/c.yaml'],
    deleted: ['yaml/sub/b.yaml'],
    unchanged: 1,
  });
  expect(all()).toEqual(['helm/c.yaml', 'yaml/a.yaml', 'yaml/d.yaml']);
  expect(read('helm/c.yaml')).toBe('5');
});

test('an unchanged run changes no file time, and a changed one only that of what changed', () => {
  const times = () => all().map((file) => fs.statSync(at(file)).mtimeMs);
  write({ 'yaml/a.yaml': '1', 'yaml/b.yaml': '2' });
  for (const file of all()) fs.utimesSync(at(file), 1000, 1000);
  write({ 'yaml/a.yaml': '1', 'yaml/b.yaml': '2' });
  expect(times()).toEqual([1000_000, 1000_000]);
  write({ 'yaml/a.yaml': '1', 'yaml/b.yaml': '3' });
  expect(times()[0]).toBe(1000_000);
  expect(times()[1]).toBeGreaterThan(1000_000);
});

test("other outputs' files stay, and those that are to be kept", () => {
  write({ 'yaml/a.yaml': '1', 'helm/b.yaml': '2', 'yaml/prod/c.yaml': '3' });
  write({ 'yaml/a.yaml': '1' }, { keep: (file) => file.startsWith('yaml/prod/') }, ['yaml']);
  expect(all()).toEqual(['helm/b.yaml', 'yaml/a.yaml', 'yaml/prod/c.yaml']);
  expect(write({}, {}, ['yaml']).deleted).toEqual(['yaml/a.yaml', 'yaml/prod/c.yaml']);
});

describe("what is somebody else's", () => {
  test('stays beside ours: files, folders and links', () => {
    put('yaml/mine/notes.txt', 'mine');
    fs.mkdirSync(at('yaml/empty'));
    fs.symlinkSync('/nowhere', at('yaml/link'));
    write({ 'yaml/a.yaml': '1' });
    write({ 'yaml/b.yaml': '1' });
    expect(read('yaml/mine/notes.txt')).toBe('mine');
    expect(fs.existsSync(at('yaml/empty'))).toBe(true);
    expect(fs.readlinkSync(at('yaml/link'))).toBe('/nowhere');
  });

  test('is not overwritten: every such file is named, and nothing is written', () => {
    put('yaml/a.yaml', 'mine');
    put('helm/b.yaml', 'mine');
    expect(problemsOf(() => write({ 'yaml/a.yaml': '1', 'helm/b.yaml': '2', 'yaml/c.yaml': '3' }))).toEqual([
      'yaml/a.yaml was not written by progressive; move it away, or pass --force to replace it',
      'helm/b.yaml was not written by progressive; move it away, or pass --force to replace it',
    ]);
    expect(all()).toEqual(['helm/b.yaml', 'yaml/a.yaml']);
    expect(read('yaml/a.yaml')).toBe('mine');
  });

  test('is ours when it is what we would write', () => {
    put('yaml/a.yaml', '1');
    expect(write({ 'yaml/a.yaml': '1' }).unchanged).toBe(1);
    expect(write({ 'yaml/a.yaml': '2' }).updated).toEqual(['yaml/a.yaml']);
  });

  test('a file that was changed by hand is neither replaced nor deleted, unless forced', () => {
    write({ 'yaml/a.yaml': '1', 'yaml/b.yaml': '2' });
    put('yaml/a.yaml', 'mine');
    put('yaml/b.yaml', 'mine');
    expect(problemsOf(() => write({ 'yaml/a.yaml': '3' }))).toEqual([
      'yaml/a.yaml was changed by hand; move it away, or pass --force to replace it',
      'yaml/b.yaml is no longer part of the output, but was changed by hand; move it away, or pass --force to delete it',
    ]);
    write({ 'yaml/a.yaml': '3' }, { force: true });
    expect(all()).toEqual(['yaml/a.yaml']);
    expect(read('yaml/a.yaml')).toBe('3');
  });

  test('a link is never followed, wherever it stands', () => {
    const outside = fs.mkdtempSync(path.join(os.tmpdir(), 'progressive-outside-'));
    fs.symlinkSync(outside, at('yaml'));
    expect(problemsOf(() => write({ 'yaml/a.yaml': '1' }))).toEqual([
      'yaml is a symbolic link, which is never followed; replace it by a folder',
    ]);
    fs.rmSync(at('yaml'));
    put('yaml/keep', '');
    fs.writeFileSync(path.join(outside, 'target'), 'theirs');
    fs.symlinkSync(path.join(outside, 'target'), at('yaml/a.yaml'));
    expect(problemsOf(() => write({ 'yaml/a.yaml': '1' }, { force: true }))).toEqual(['yaml/a.yaml is no plain file; move it away']);
    fs.symlinkSync(path.join(outside, 'target'), at('.progressive-files.new'));
    write({ 'yaml/b.yaml': '1' });
    expect(fs.readFileSync(path.join(outside, 'target'), 'utf8')).toBe('theirs');
    expect(fs.readdirSync(outside)).toEqual(['target']);
    fs.rmSync(outside, { recursive: true });
  });

  test('a file where a folder is needed, and the other way round', () => {
    put('yaml/prod', 'a file');
    fs.mkdirSync(at('helm/Chart.yaml'), { recursive: true });
    expect(problemsOf(() => write({ 'yaml/prod/a.yaml': '1', 'helm/Chart.yaml': '2' }))).toEqual([
      'yaml/prod is a file where a folder is needed; move it away',
      'helm/Chart.yaml is no plain file; move it away',
    ]);
  });
});

test('no path leads out of the folder, and no file is written twice', () => {
  const files = ['yaml/../../x', '/etc/x', 'other/x', 'yaml/./x', 'yaml//x', 'yaml/a', 'yaml/a'].map((file) => ({ path: file, text: '' }));
  expect(problemsOf(() => writeFolder(files, folder, ['yaml']))).toEqual([
    'yaml/../../x would lie outside of yaml',
    '/etc/x would lie outside of yaml',
    'other/x would lie outside of yaml',
    'yaml/./x would lie outside of yaml',
    'yaml//x would lie outside of yaml',
    'yaml/a would be written twice',
  ]);
  expect(all()).toEqual([]);
});

test('a list that names files outside deletes none of them', () => {
  const outside = path.join(os.tmpdir(), `progressive-outside-${process.pid}`);
  fs.writeFileSync(outside, '');
  const empty = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';
  put('.progressive-files', `${empty}  yaml/../../${path.basename(outside)}\n`);
  write({ 'yaml/a.yaml': '1' });
  expect(fs.existsSync(outside)).toBe(true);
  fs.rmSync(outside);
});

describe('a folder that cannot be written', () => {
  test('is a file', () => {
    put('file', '');
    expect(problemsOf(() => writeFolder([], at('file'), ['yaml']))).toEqual([
      'it is a file where a folder is needed; move it away, or choose another folder with --out',
    ]);
  });

  test('does not let anybody write', () => {
    const problems = problemsOf(() => writeFolder([{ path: 'yaml/a', text: '1' }], '/proc/progressive', ['yaml']));
    expect(problems).toEqual([expect.stringMatching(/^E[A-Z]+: .*\/proc\/progressive/)]);
  });
});

const CHANGES = ['writeFileSync', 'mkdirSync', 'linkSync', 'renameSync', 'rmSync'] as const;

/** `writeFolder` over a file system that is asked before each call that changes something. */
function writeFolderWith(before: (name: (typeof CHANGES)[number]) => void): typeof writeFolder {
  const real = jest.requireActual<typeof fs>('node:fs');
  const faulty = Object.fromEntries(
    CHANGES.map((name) => [
      name,
      (...args: unknown[]) => {
        before(name);
        return (real[name] as (...args: unknown[]) => unknown)(...args);
      },
    ]),
  );
  let made: typeof writeFolder | undefined;
  jest.isolateModules(() => {
    jest.doMock('node:fs', () => ({ ...real, ...faulty }));
    made = (require('../../lib/output/write-folder') as { writeFolder: typeof writeFolder }).writeFolder;
  });
  jest.dontMock('node:fs');
  return made as typeof writeFolder;
}

const OLD = { 'yaml/a.yaml': '1', 'yaml/b.yaml': '2', 'helm/c.yaml': '3' };
const NEXT = [
  { path: 'yaml/a.yaml', text: 'new' },
  { path: 'yaml/b.yaml', text: '2' },
  { path: 'helm/d.yaml', text: '4' },
];

/** Starts from the old files, and runs until the n-th call; tells whether there was one. */
function interrupted(moment: number, fail: (name: string, isFirst: boolean) => void): { at: string; problems: readonly string[] } {
  let left = moment;
  let failedAt = '';
  fs.rmSync(folder, { recursive: true, force: true });
  write(OLD);
  const run = writeFolderWith((name) => {
    if (left-- > 0) return;
    const isFirst = failedAt === '';
    failedAt ||= name;
    fail(name, isFirst);
  });
  try {
    run(NEXT, folder, ['yaml', 'helm']);
    return { at: failedAt, problems: [] };
  } catch (error) {
    return { at: failedAt, problems: (error as WriteError).problems ?? [(error as Error).message] };
  }
}

/** The next run needs no force, and leaves no trace of what happened. */
function expectMended(): void {
  write({ 'yaml/a.yaml': 'later', 'helm/e.yaml': '6' });
  expect(all()).toEqual(['helm/e.yaml', 'yaml/a.yaml']);
  expect(fs.readdirSync(folder).sort()).toEqual(['.progressive-files', 'helm', 'yaml']);
}

test('a disk that becomes full at any moment leaves the old files whole', () => {
  const seen: string[] = [];
  for (let moment = 0; ; moment++) {
    const { at: failedAt, problems } = interrupted(moment, (name, isFirst) => {
      if (isFirst && name !== 'rmSync')
        throw Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC', syscall: 'write' });
    });
    if (failedAt === '') break;
    seen.push(failedAt);
    if (failedAt === 'writeFileSync' || failedAt === 'mkdirSync' || failedAt === 'linkSync') {
      expect(problems).toEqual(['ENOSPC: no space left on device']);
      expect(all()).toEqual(Object.keys(OLD).sort());
      for (const [file, text] of Object.entries(OLD)) expect(read(file)).toBe(text);
      expect(fs.readdirSync(folder).sort()).toEqual(['.progressive-files', 'helm', 'yaml']);
    }
    expectMended();
  }
  expect([...new Set(seen)].sort()).toEqual([...CHANGES].sort());
});

test('a run that is killed at any moment leaves each output whole, and the next run mends the rest without force', () => {
  const gone = spawnSync(process.execPath, ['-e', '']).pid;
  let moments = 0;
  for (; ; moments++) {
    const { at: failedAt } = interrupted(moments, () => {
      throw new Error('killed');
    });
    if (failedAt === '') break;
    if (fs.existsSync(at('.progressive-lock'))) put('.progressive-lock', String(gone));
    const yaml = fs.existsSync(at('yaml')) ? [read('yaml/a.yaml'), read('yaml/b.yaml')] : read('.yaml.progressive-old/a.yaml');
    expect([['1', '2'], ['new', '2'], '1']).toContainEqual(yaml);
    expectMended();
  }
  expect(moments).toBeGreaterThan(12);
});

describe('two runs at once', () => {
  test('the second one is told which process writes, and changes nothing', () => {
    put('.progressive-lock', String(process.ppid));
    expect(problemsOf(() => write({ 'yaml/a.yaml': '1' }))).toEqual([
      `process ${process.ppid} is writing to ${folder}; wait for it, or delete ${at('.progressive-lock')} if it is gone`,
    ]);
    expect(all()).toEqual(['.progressive-lock']);
  });

  test('the lock of a process that is gone, or that could not write its number, is taken over', () => {
    const gone = spawnSync(process.execPath, ['-e', '']).pid;
    for (const content of [String(gone), '']) {
      put('.progressive-lock', content);
      write({ 'yaml/a.yaml': content });
      expect(fs.readdirSync(folder).sort()).toEqual(['.progressive-files', 'yaml']);
    }
  });
});
