import { check } from '../../lib/check/check';
import { ALL_CORRECT_SETS } from './correct';
import { ARGO_FAULTS } from './faults/argo';
import { BrokenSet } from './faults/fault';
import { FLAGGER_FAULTS } from './faults/flagger';
import { POD_FAULTS } from './faults/pods';
import { ROUTE_FAULTS } from './faults/routes';
import { findingsIn, manifestsOf, shown } from './helper';
import { CORRECT_SETS } from './sets';

const FAULTS = [...ROUTE_FAULTS, ...POD_FAULTS, ...FLAGGER_FAULTS, ...ARGO_FAULTS];

describe('correct sets', () => {
  test.each(Object.entries(ALL_CORRECT_SETS))('%s has no finding', (_, yaml) => {
    expect(shown(findingsIn(manifestsOf(yaml)))).toEqual([]);
  });

  test('have none together either', () => {
    const together = Object.values(CORRECT_SETS).flatMap((yaml) => manifestsOf(yaml));
    expect(shown(findingsIn(together))).toEqual([]);
  });
});

describe('broken sets', () => {
  test('every fault is there in at least two ways', () => {
    const counts = new Map<number, number>();
    for (const { fault } of FAULTS) counts.set(fault, (counts.get(fault) ?? 0) + 1);
    const scarce = Array.from({ length: 54 }, (_, index) => index + 1).filter((fault) => (counts.get(fault) ?? 0) < 2);
    expect(scarce).toEqual([]);
  });

  test.each(FAULTS)('$fault: $what ($set)', ({ set, code, break: breakIt }) => {
    const broken = new BrokenSet(set);
    breakIt(broken);
    const findings = check(broken.manifests).findings.filter(({ severity }) => severity !== 'note');
    expect(findings.map((finding) => finding.code)).toContain(code);
  });
});
