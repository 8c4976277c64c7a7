import { fieldPathText } from '../../lib/check/finding';
import { positionOf } from '../../lib/model/position';
import { readManifests } from '../../lib/model/read';

const CONFIG = 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\n';
const read = (content: string | Uint8Array, file = 'a.yaml') => readManifests([{ file, content }]);
const codes = (content: string | Uint8Array) => read(content).problems.map((found) => found.code);
const field = (text: string) => (read(`${CONFIG}data:\n  x: ${text}\n`).manifests[0]?.manifest.data as Record<string, unknown>)?.x;

describe('scalars are read as kubectl reads them', () => {
  test.each([
    ['yes', true],
    ['On', true],
    ['y', true],
    ['n', false],
    ['OFF', false],
    ['no', false],
    ['"no"', 'no'],
    ['~', null],
    ['', null],
    ['0o14', 12],
    ['014', 12],
    ['08', 8],
    ['1_000', 1000],
    ['0x1F', 31],
    ['-0b101', -5],
    ['1e3', 1000],
    ['.5', 0.5],
    ['+12', 12],
    ['.inf', Number.POSITIVE_INFINITY],
    ['-.INF', Number.NEGATIVE_INFINITY],
    ['2001-01-01', '2001-01-01'],
    ['1:30', '1:30'],
    ['1e400', '1e400'],
    ['yEs', 'yEs'],
    ['0x', '0x'],
    ['1.2.3', '1.2.3'],
    ['-', '-'],
    ['.', '.'],
    ['!!str 3', '3'],
    ['!!int "3"', 3],
    ['0_1', 1],
  ])('%s', (text, value) => {
    if (text === '-') expect(read(`${CONFIG}data: {x: -}\n`).problems).toHaveLength(1);
    else expect(field(text)).toEqual(value);
  });

  test('keys too', () => {
    const { manifests } = read(`${CONFIG}data: {on: a, 1: b, "y": c, 012: d, __proto__: e, constructor: f}\n`);
    const data = manifests[0]?.manifest.data as Record<string, unknown>;
    expect(Object.entries(data)).toEqual(
      expect.arrayContaining([
        ['true', 'a'],
        ['1', 'b'],
        ['y', 'c'],
        ['10', 'd'],
        ['__proto__', 'e'],
        ['constructor', 'f'],
      ]),
    );
    expect(Object.getPrototypeOf(data)).toBe(Object.prototype);
  });
});

describe('what no manifest may hold is a problem, and the rest is still read', () => {
  const good = '\n---\napiVersion: v1\nkind: Secret\nmetadata: {name: s}\n';
  test.each([
    ['PD0005', `${CONFIG}data:\n  a: 1\n  b: 2\n  a: 3\n`, 7, 3],
    ['PD0004', `${CONFIG}data: [1, 2\n`, undefined, undefined],
    ['PD0004', `${CONFIG}data:\n  a: b: c\n`, 5, undefined],
    ['PD0006', `${CONFIG}data: &a\n  b: *a\n`, 1, undefined],
    ['PD0006', `${CONFIG}data: *unknown\n`, 4, undefined],
    ['PD0007', `${CONFIG}data:\n  <<: {a: 1}\n`, 1, undefined],
    ['PD0008', `${CONFIG}data: !custom 3\n`, 4, undefined],
    ['PD0009', `${CONFIG}data: ${'['.repeat(300)}${']'.repeat(300)}\n`, 4, undefined],
    ['PD0010', `${CONFIG}data:\n  a: {{ .Values.a }}\n`, 5, 6],
    ['PD0010', `{{- if .Values.on }}\n${CONFIG}{{- end }}\n`, 1, 1],
    ['PD0010', `${CONFIG}data:\n  a: x-{{ .Release.Name }}\n`, 5, 8],
    ['PD0011', `${CONFIG}<<<<<<< HEAD\na: 1\n=======\na: 2\n>>>>>>> other\n`, 4, 1],
    ['PD0012', '- a\n', 1, undefined],
    ['PD0012', 'apiVersion: v1\nkind: Pod\nmetadata: {name: 12}\n', 1, undefined],
    ['PD0012', 'kind: Pod\nmetadata: {name: a}\n', 1, undefined],
    ['PD0012', 'a: 1\n', 1, undefined],
  ])('%s %j', (code, text, line, column) => {
    const { manifests, problems } = read(text + good);
    expect(problems.map((found) => found.code)).toEqual([code]);
    expect(problems[0]?.location).toMatchObject({ file: 'a.yaml', document: 0, ...(line && { line }), ...(column && { column }) });
    expect(manifests.map((found) => found.manifest.kind)).toEqual(['Secret']);
  });

  test('templates of other programs in a text are that text', () => {
    const text = '{{ range .Alerts }}{{ .Labels.name }}\n{{ end }}\n';
    const { manifests, problems } = read(`${CONFIG}data:\n  alertmanager.yml: |\n    ${text.trim().replace('\n', '\n    ')}\n`);
    expect(problems).toEqual([]);
    expect(manifests[0]?.manifest.data).toEqual({ 'alertmanager.yml': text });
  });

  test('what Helm would render is data where it is a quoted text or a block of a ConfigMap', () => {
    const { manifests, problems } = read(`${CONFIG}data:\n  a: "x-{{ .Release.Name }}"\n  b: |\n    c: {{ .Values.c }}\n`);
    expect(problems).toMatchObject([{ code: 'PD0010', severity: 'note', location: { line: 5, column: 9 } }]);
    expect(manifests[0]?.manifest.data).toEqual({ a: 'x-{{ .Release.Name }}', b: 'c: {{ .Values.c }}\n' });
  });

  test('alias bombs end at once', () => {
    const bomb = [
      'a: &a [x, x, x, x, x, x, x, x, x]',
      ...'bcdefghi'.split('').map((at, index) => `${at}: &${at} [${Array(9).fill(`*${'abcdefgh'[index]}`).join(', ')}]`),
    ];
    expect(codes(CONFIG + bomb.join('\n'))).toEqual(['PD0006']);
  });

  test('aliases become copies', () => {
    const { manifests } = read(`${CONFIG}data: {a: &a {b: [1]}, c: *a, d: *a}\n`);
    const data = manifests[0]?.manifest.data as Record<string, unknown>;
    expect(data.d).toEqual({ b: [1] });
    expect(data.c).not.toBe(data.d);
  });

  test('bytes: UTF-16, binary and other encodings', () => {
    expect(codes(Buffer.from(`\ufeff${CONFIG}`, 'utf16le'))).toEqual(['PD0002']);
    expect(codes(Buffer.from([0x61, 0x00, 0x62]))).toEqual(['PD0003']);
    expect(codes(Buffer.from([0x61, 0xff, 0x62]))).toEqual(['PD0002']);
    expect(codes('a: \0')).toEqual(['PD0003']);
  });
});

describe('documents', () => {
  test('byte order mark, CRLF, comments, directives, end markers, content behind a marker', () => {
    const text = `\ufeff# nothing\r\n---\r\n${CONFIG.replaceAll('\n', '\r\n')}--- # next\r\n${CONFIG}...\n---\n%YAML 1.1\n--- {apiVersion: v1, kind: Pod, metadata: {name: p}}\n---\n---`;
    const { manifests, problems } = read(text);
    expect(problems).toEqual([]);
    expect(manifests.map((found) => `${found.manifest.kind}@${found.origin.location?.line}`)).toEqual([
      'ConfigMap@3',
      'ConfigMap@7',
      'Pod@13',
    ]);
  });

  test('Lists, in YAML and JSON', () => {
    const list = { apiVersion: 'v1', kind: 'List', items: [{ apiVersion: 'v1', kind: 'Pod', metadata: { name: 'p' } }, { kind: 'Pod' }] };
    const { manifests, problems } = read(JSON.stringify(list, null, '\t'));
    expect(manifests.map((found) => found.manifest.metadata.name)).toEqual(['p']);
    expect(problems.map((found) => found.message)).toEqual([
      'The item items[1] of the List lacks apiVersion or kind, or they are no text.',
    ]);
  });

  test('100,000 empty documents and a scalar of 5 MB are read in no time', () => {
    const start = process.cpuUsage().user;
    const { manifests, problems } = read(
      `${'---\n'.repeat(100_000)}${CONFIG}data:\n  a: ${'x'.repeat(5_000_000)}\n  b: |\n${'    y\n'.repeat(100_000)}`,
    );
    expect([manifests.length, problems.length]).toEqual([1, 0]);
    expect(process.cpuUsage().user - start).toBeLessThan(3_000_000);
  });
});

test('positions of fields, found on demand', () => {
  const { manifests } = read(`# top\n---\n${CONFIG}data:\n  b:\n    c: [1, {d: 2}]\n`);
  const at = (path: (string | number)[], what?: 'key') => {
    const found = positionOf(manifests[0] as never, path, what);
    return `${fieldPathText(path)} ${found?.line}:${found?.column}`;
  };
  expect(at([])).toBe(' 3:1');
  expect(at(['metadata', 'name'])).toBe('metadata.name 5:18');
  expect(at(['data', 'b'])).toBe('data.b 7:3');
  expect(at(['data', 'b', 'c', 1, 'd'])).toBe('data.b.c[1].d 8:16');
  expect(at(['data', 'b', 'c', 1, 'd'], 'key')).toBe('data.b.c[1].d 8:13');
  expect(at(['data', 'missing'])).toBe('data.missing 6:1');
});
