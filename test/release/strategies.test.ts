import * as library from 'cdk8s-progressive';
import { strategiesCommand } from '../../lib/cli/commands/strategies';
import { STRATEGIES } from '../../lib/release/strategies';
import { strategiesPage, strategiesText } from '../../lib/release/strategies-table';

test('every strategy of the table can be written as its name says', () => {
  for (const { name } of STRATEGIES) {
    const [type = '', factory] = (name.split(' ')[0] ?? '').split('.');
    const found = (library as Record<string, unknown>)[type];
    expect({ name, found: typeof (factory ? (found as Record<string, unknown>)[factory] : found) }).toEqual({ name, found: 'function' });
  }
});

test('every exported strategy stands in the table', () => {
  const binds = Object.entries(library).filter(([, value]) => typeof value === 'function' && 'bind' in (value.prototype ?? {}));
  const named = STRATEGIES.map(({ name }) => name.split(/[. ]/)[0]);
  expect(binds.length).toBeGreaterThan(6);
  for (const [name] of binds.filter(([each]) => each !== 'Microservice')) expect(named).toContain(name);
});

test('the text and the page hold a line for each', () => {
  expect(strategiesText().split('\n')).toHaveLength(STRATEGIES.length + 2);
  for (const { name } of STRATEGIES) expect(strategiesPage()).toContain(`| \`${name}\` |`);
});

const run = async (...args: string[]) => {
  const [out, err]: [string[], string[]] = [[], []];
  const io = { stdout: (text: string) => out.push(text), stderr: (text: string) => err.push(text) };
  const code = await strategiesCommand.run(args, io as never);
  return { code, out: out.join(''), err: err.join('') };
};

test('the command prints the table, or JSON', async () => {
  expect(await run()).toEqual({ code: 0, out: strategiesText(), err: '' });
  const { strategies } = JSON.parse((await run('--format', 'json')).out);
  expect(strategies[0]).toMatchObject({ name: 'Recreate', fulfils: { highAvailability: 'not' } });
  expect(await run('--format', 'xml')).toMatchObject({ code: 2, out: '' });
});
