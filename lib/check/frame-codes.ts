import type { Entry } from './catalog';

/** What the checker says about itself and its suppressions. */
export const FRAME_CODES: readonly Entry[] = [
  {
    code: 'PD0090',
    severity: 'note',
    title: 'A suppression suppresses nothing',
    why: 'What it was for is gone, or its code is wrong. If the fault comes back it is hidden.',
    fix: 'Remove the suppression.',
    links: [],
  },
  {
    code: 'PD0091',
    severity: 'warning',
    title: 'A suppression gives no reason',
    why: 'Nobody can tell later whether it still holds, so it does not count: what it names is reported.',
    fix: 'Write the reason behind the code: `PD0104: the second version gets its weight from the controller`.',
    links: [],
  },
  {
    code: 'PD0092',
    severity: 'note',
    title: 'A check could not be made',
    why: 'The objects are of a shape that the check did not expect. The other checks were made.',
    fix: 'Correct what else is reported; if nothing is, report it as a fault of progressive.',
    links: [],
  },
];
