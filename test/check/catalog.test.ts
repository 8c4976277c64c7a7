import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { areaOf, CATALOG } from '../../lib/check/catalog';
import { RULES } from '../../lib/check/rules';

test('every code is there once, with all that is said about it', () => {
  expect(new Set(CATALOG.map(({ code }) => code)).size).toBe(CATALOG.length);
  for (const { code, title, why, fix } of CATALOG) {
    expect([code, areaOf(code)]).not.toEqual([code, 'Others']);
    expect([code, [title, why, fix].every((text) => text.length > 5)]).toEqual([code, true]);
    expect([code, /[.:]$/.test(title), /\.$/.test(why)]).toEqual([code, false, true]);
  }
});

test('every rule links to where its facts stand', () => {
  expect(
    RULES.filter(({ links }) => links.length === 0 || links.some((link) => !link.startsWith('https://'))).map(({ code }) => code),
  ).toEqual([]);
});

test('every rule has a test and a page', () => {
  const tests = readdirSync(join(__dirname, 'rules'), { recursive: true }).map(String);
  expect(RULES.filter(({ code }) => !tests.some((name) => name.includes(code))).map(({ code }) => code)).toEqual([]);
  expect(CATALOG.filter(({ code }) => !existsSync(join(__dirname, '../../docs/checks', `${code}.md`))).map(({ code }) => code)).toEqual([]);
});
