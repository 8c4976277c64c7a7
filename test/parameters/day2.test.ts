import { Condition } from '../../lib/parameters/condition';
import { dataOf, parameterOf } from '../../lib/parameters/data';
import { effectOf, overfullSplits } from '../../lib/parameters/day2/effect';
import { promote, rollback, shift } from '../../lib/parameters/day2/moves';
import { type Steering, steeringIn, steeringOf } from '../../lib/parameters/day2/steering';
import { Parameter } from '../../lib/parameters/parameter';
import { restOf } from '../../lib/parameters/rest';
import { parameters as everyType } from '../output/every-parameter';
import { manifest } from '../output/small';

const v2 = Parameter.percent('share', { defaultValue: 0 });
const object = (kind: string, name: string, spec: unknown, app = 'review') =>
  manifest({ apiVersion: 'x/v1', kind, metadata: { name, labels: { app } }, spec });
const istio = [
  object('VirtualService', 'review', {
    http: [
      { match: [{}], route: [{ destination: { host: 'review', subset: 'new' } }] },
      {
        route: [
          { destination: { host: 'review', subset: 'old' }, weight: restOf([v2]) },
          { destination: { host: 'review', subset: 'new' }, weight: v2 },
        ],
      },
    ],
  }),
  object('DestinationRule', 'review', {
    subsets: [
      { name: 'old', labels: { version: 'v1' } },
      { name: 'new', labels: { version: 'v2' } },
    ],
  }),
];
const split: Steering = {
  kind: 'split',
  service: 'review',
  shares: [
    { version: 'v1', alias: 'old', weight: { kind: 'rest', fixed: 0, parameters: ['share'] } },
    { version: 'v2', alias: 'new', weight: { kind: 'parameter', parameter: 'share' } },
  ],
};

describe('what decides between versions is found in the manifests, whatever the parameters are called', () => {
  test('weights of subsets', () => {
    expect(steeringOf(istio)).toEqual([split]);
  });

  test('weights of Services behind a Gateway API route, and of Knative revisions', () => {
    const backends = [
      object('HTTPRoute', 'review', {
        rules: [
          {
            backendRefs: [
              { name: 'review-v1', weight: restOf([v2]) },
              { name: 'x', weight: v2 },
            ],
          },
        ],
      }),
      object('Service', 'x', { selector: { app: 'review', version: 'v2' } }),
      object(
        'Service',
        'k',
        {
          traffic: [
            { revisionName: 'k-v1', percent: 90 },
            { revisionName: 'k-v2', percent: v2 },
          ],
        },
        'k',
      ),
    ];
    expect(steeringOf(backends).map((each) => each.kind === 'split' && each.shares.map(({ version }) => version))).toEqual([
      ['v1', 'v2'],
      ['v1', 'v2'],
    ]);
  });

  test('a choice', () => {
    const current = Parameter.choice('which', { defaultValue: 'v1', choices: ['v1', 'v2'] });
    const { object: web, origin } = object('Deployment', 'web', {}, 'web');
    const when = Condition.isChosen(current, 'v1').and(Condition.isTrue(Parameter.boolean('on', { defaultValue: true })).not());
    const found = steeringOf([{ object: web, origin, when }]);
    const whileSwitched = { on: false };
    expect(found).toEqual([{ kind: 'choice', service: 'web', parameter: 'which', versions: ['v1', 'v2'], whileSwitched }]);
    expect(steeringIn(found, new Map([['on', false]]))).toEqual(found);
    expect(steeringIn(found, new Map([['on', true]]))).toEqual([]);
  });
});

const values = (share: number) => new Map([['share', share]]);

test.each([
  ['a parameter', { v2: 20 }, { share: 20 }],
  ['the name of the subset', { new: 20 }, { share: 20 }],
  ['what takes the rest', { v1: 70 }, { share: 30 }],
  ['both', { v1: 70, v2: 30 }, { share: 30 }],
])('shift: %s', (_, wanted, expected) => {
  const move = shift([split], 'review', new Map(Object.entries(wanted)), values(0));
  expect('values' in move && Object.fromEntries(move.values)).toEqual(expected);
});

test.each([
  ['weights that do not add up', { v1: 70, v2: 20 }, 'v1 would get 80 %, not 70 %: a split adds up to 100.'],
  ['no such version', { v3: 20 }, "review has no version 'v3' in its split; it has v1, v2."],
])('shift: %s', (_, wanted, problem) => {
  expect(shift([split], 'review', new Map(Object.entries(wanted)), values(0))).toEqual({ problem });
});

test('shift: a weight that the code states, a service of one version at a time, no such service', () => {
  const shares = [
    { version: 'v1', weight: { kind: 'fixed', percent: 90 } as const },
    { version: 'v2', weight: { kind: 'fixed', percent: 10 } as const },
  ];
  const fixed: Steering = { kind: 'split', service: 'a', shares };
  const choice: Steering = { kind: 'choice', service: 'b', parameter: 'b.current', versions: ['v1'] };
  const problem = (service: string) => shift([fixed, choice], service, new Map([['v2', 20]]), values(0));
  expect(problem('a')).toEqual({ problem: "the weight of v2 is 10 in the app's code; make it a Parameter.percent to move it." });
  expect(problem('b')).toEqual({ problem: "b runs one version at a time: use 'progressive promote b' or 'progressive rollback b'." });
  expect(problem('c')).toEqual({ problem: "no parameter decides between versions of a service 'c'; there are a, b." });
});

test('promote sends all to the new version of a split, rollback all to the old one', () => {
  expect(promote([split], 'review', values(20))).toEqual({ values: new Map([['share', 100]]) });
  expect(rollback([split], 'review', values(20))).toEqual({ values: new Map([['share', 0]]) });
});

test('of several new versions, promote takes the one with the most requests, and the others get none', () => {
  const shares = ['a', 'b', 'c'].map((version) => ({ version, weight: { kind: 'parameter', parameter: version } as const }));
  const three: Steering = { kind: 'split', service: 'x', shares };
  const now = new Map([
    ['a', 60],
    ['b', 30],
    ['c', 10],
  ]);
  expect(promote([three], 'x', now)).toEqual({
    values: new Map([
      ['a', 0],
      ['b', 100],
      ['c', 0],
    ]),
  });
  expect(rollback([three], 'x', now)).toEqual({
    values: new Map([
      ['a', 100],
      ['b', 0],
      ['c', 0],
    ]),
  });
});

test('promote and rollback move a choice by one', () => {
  const choice: Steering = { kind: 'choice', service: 'web', parameter: 'which', versions: ['v1', 'v2', 'v3'] };
  const now = (version: string) => new Map([['which', version]]);
  expect(promote([choice], 'web', now('v2'))).toEqual({ values: now('v3') });
  expect(rollback([choice], 'web', now('v2'))).toEqual({ values: now('v1') });
  expect(promote([choice], 'web', now('v3'))).toEqual({ problem: 'web is at v3, the last of its versions (v1, v2, v3).' });
  expect(rollback([choice], 'web', now('v1'))).toEqual({ problem: 'web is at v1, the first of its versions (v1, v2, v3).' });
});

test('the effect is one sentence a service', () => {
  expect(effectOf([split, split], values(0), values(20))).toEqual(['review: v1 100 % -> 80 %, v2 0 % -> 20 %']);
  expect(effectOf([split], values(5), values(5))).toEqual([]);
  expect(overfullSplits([split], values(120))).toEqual(['review: that leaves -20 % for v1; lower another version by at least 20.']);
});

test.each(Object.entries(everyType))('the parameter %s is the same after a way through JSON', (_, parameter) => {
  expect(parameterOf(JSON.parse(JSON.stringify(dataOf(parameter))))).toEqual(parameter);
});
