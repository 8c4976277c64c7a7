import * as fs from 'node:fs';
import * as path from 'node:path';
import { filesBelow, progressive, project } from '../support/project';

describe('progressive init', () => {
  test('makes a project that synthesizes at once', () => {
    const folder = project({});
    expect(progressive(['init', 'shop'], { cwd: folder }).code).toBe(0);
    const shop = path.join(folder, 'shop');
    expect(Object.keys(filesBelow(shop))).toEqual([
      '.gitignore',
      'cdk8s.yaml',
      'environments/default.yaml',
      'main.ts',
      'package.json',
      'tsconfig.json',
    ]);
    fs.symlinkSync(path.join(folder, 'node_modules'), path.join(shop, 'node_modules'));
    const { code, stderr } = progressive(['synth'], { cwd: shop });
    expect({ code, stderr: stderr.replace(/ \d+\.\d+ s/, '') }).toEqual({ code: 0, stderr: expect.stringContaining('✓ shop: ') });
    expect(fs.existsSync(path.join(shop, 'dist/shop/yaml/default/virtualservice-hello.yaml'))).toBe(true);
  });

  test.each([['main.ts'], ['/proc/nothing/shop']])('a folder that cannot be made is exit code 2: %s', (folder) => {
    const { code, stderr } = progressive(['init', folder], { cwd: project({ 'main.ts': '// mine\n' }) });
    expect(code).toBe(2);
    expect(stderr).toContain(`progressive init: ${folder} cannot be written: `);
  });

  test('writes nothing where a file is in the way', () => {
    const folder = project({ 'main.ts': '// mine\n' });
    const { code, stderr } = progressive(['init'], { cwd: folder });
    expect(code).toBe(2);
    expect(stderr).toContain('holds main.ts already; nothing was written');
    expect(Object.keys(filesBelow(folder)).filter((file) => !file.startsWith('node_modules'))).toEqual(['main.ts']);
  });
});
