import { goDuration, suggestDuration } from '../../grammar/duration';
import type { Rule } from '../../rule';
import { istioDurations } from '../../views/istio-durations';

export const duration: Rule = {
  code: 'PD0117',
  severity: 'error',
  title: 'A duration of an Istio object is none',
  why: 'The API server refuses the object. Inside a Canary it is accepted, and Flagger fails when it writes the VirtualService.',
  fix: 'Write a number with a unit: 500ms, 10s, 1m30s, 1h.',
  links: ['https://protobuf.dev/reference/protobuf/google.protobuf/#duration'],
  check(subject, report) {
    for (const { resource, field } of istioDurations(subject)) {
      if (!field.present) continue;
      const seconds = field.text === undefined ? undefined : goDuration(field.text);
      if (seconds !== undefined && (seconds >= 0.001 || seconds === 0)) continue;
      const shown = JSON.stringify(field.value);
      if (seconds !== undefined)
        report(resource, field, `The duration ${shown} is below 1ms, the least that is allowed.`, { fix: 'Write 1ms or more.' });
      else
        report(resource, field, `${shown} is no duration: a number with a unit (ms, s, m, h) is needed.`, {
          fix: `Write "${suggestDuration(String(field.value))}".`,
        });
    }
  },
};
