import { cronProblem } from '../../grammar/cron';
import { CRON_JOB } from '../../kinds';
import type { Rule } from '../../rule';

export const cronSchedule: Rule = {
  code: 'PD0809',
  severity: 'error',
  title: 'The schedule of a CronJob is none',
  why: 'The API server refuses the CronJob.',
  fix: 'Write five fields: minute, hour, day of month, month, day of week.',
  links: ['https://kubernetes.io/docs/concepts/workloads/controllers/cron-jobs/#schedule-syntax'],
  check(subject, report) {
    for (const resource of subject.ofKind(CRON_JOB)) {
      const schedule = resource.spec.at('schedule');
      const problem = schedule.text === undefined ? undefined : cronProblem(schedule.text);
      if (problem) report(resource, schedule, `The schedule "${schedule.text}" ${problem}.`);
    }
  },
};
