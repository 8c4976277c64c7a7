import { CATALOG } from './catalog';

/** The code that differs in the fewest places from what was typed. */
export function similarCode(typed: string): string {
  const wanted = typed.toUpperCase().padEnd(6);
  const distance = (code: string): number => [...code].filter((character, index) => character !== wanted[index]).length;
  return CATALOG.reduce((best, { code }) => (distance(code) < distance(best) ? code : best), CATALOG[0].code);
}
