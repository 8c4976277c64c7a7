import { Duration } from 'cdk8s';
import * as fc from 'fast-check';
import { goDuration } from '../../lib/check/grammar/duration';
import { durationText } from '../../lib/traffic/duration-text';

test('durations are written as Go reads them, to the millisecond', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1e10 }), (milliseconds) => {
      expect(goDuration(durationText(Duration.millis(milliseconds)) as string)).toBeCloseTo(milliseconds / 1000, 3);
    }),
  );
  expect(durationText(Duration.minutes(90))).toBe('1h30m');
  expect(durationText(Duration.seconds(0))).toBe('0s');
});
