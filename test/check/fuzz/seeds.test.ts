import { inputOf } from './input';
import { defectsOf } from './one-run';

// A few seeds of what `npm run fuzz` does for as long as one likes.
const SEEDS = Array.from({ length: 150 }, (_, index) => index + 1).filter((seed) => inputOf(seed).content.length < 20_000);

test(`${SEEDS.length} damaged, odd and structured inputs become clear findings`, () => {
  expect(SEEDS.flatMap((seed) => defectsOf(inputOf(seed).content, seed).map((defect) => `${seed}: ${defect}`))).toEqual([]);
});

test('a seed stands for one input', () => {
  expect(inputOf(7)).toEqual(inputOf(7));
  expect(inputOf(7)).not.toEqual(inputOf(8));
});
