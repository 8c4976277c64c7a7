import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const imports = join(__dirname, '..', '..', 'imports');
const files = readdirSync(imports, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts'))
  .sort();
const text = (path: string): string => readFileSync(join(imports, path), 'utf8');

test('every kind has a file of its own that loads nothing but cdk8s', () => {
  const kinds = files.filter((path) => !path.includes('types'));
  expect(kinds.length).toBeGreaterThan(50);
  for (const path of kinds) {
    expect(text(path).match(/^export class \w+ extends ApiObject/gm)).toHaveLength(1);
    expect([path, ...text(path).matchAll(/^import (?!type).*$/gm)].flat()).toEqual([
      path,
      "import { ApiObject, type ApiObjectMetadata } from 'cdk8s';",
    ]);
  }
});

test('no description is copied: there is no comment but the note of origin', () => {
  for (const path of files) expect([path, text(path).match(/\/\*|\/\//g)?.length]).toEqual([path, 1]);
});

test('releases are recorded with exact versions and checksums', () => {
  const { modules } = JSON.parse(text('releases.json')) as { modules: { [name: string]: { version: string; sum: string } } };
  for (const release of Object.values(modules)) {
    expect(release.version).toMatch(/^v\d+\.\d+\.\d+$/);
    expect(release.sum).toMatch(/^h1:.{43}=$/);
  }
});
