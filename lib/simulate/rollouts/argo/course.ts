import type { ArgoPlan } from '../../../model/plan/argo';
import type { Course } from '../course';
import type { Scenario } from '../scenario/scenario';
export function argoCourse(_plan: ArgoPlan, _scenario: Scenario): Course {
  return {
    course: [],
    end: { what: 'unfinished', reason: '', phase: '', t: 0 },
    exposure: {
      seconds: 0,
      requests: { total: 0, newVersion: 0, failed: 0, failedByNewVersion: 0 },
      share: { most: 0, average: 0 },
      who: [],
    },
    assumptions: [],
  };
}
