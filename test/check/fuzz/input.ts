import { amplified } from './amplified';
import { damaged, noise, tokens } from './bytes';
import type { Random } from './random';
import { OBJECTS, SAMPLES } from './samples';
import { seeded, structured } from './structured';

/** The input that a seed stands for: the same seed, the same bytes. */
export function inputOf(seed: number): { readonly shape: string; readonly content: string | Uint8Array } {
  const random = seeded(seed);
  const [shape, make] = SHAPES[random.below(SHAPES.length)] ?? SHAPES[0];
  return { shape, content: make(random) };
}

type Make = (random: Random) => string | Uint8Array;

const SHAPES: readonly [readonly [string, Make], ...(readonly [string, Make])[]] = [
  ['structured', (random) => structured(random.pick(OBJECTS), random)],
  ['structured', (random) => structured([...random.pick(OBJECTS), ...random.pick(OBJECTS)], random)],
  ['damaged', (random) => damaged(random.pick(SAMPLES), random)],
  ['damaged', (random) => damaged(structured(random.pick(OBJECTS), random), random)],
  ['tokens', tokens],
  ['noise', noise],
  ['amplified', (random) => amplified(random, SAMPLES)],
];
