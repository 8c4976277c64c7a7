import type { Tree, TreeObject } from '../../manifest/tree';
import type { NumberParameter } from '../../parameters/parameter';
import type { Match } from '../../traffic/match';
import type { FlaggerAbTestProps, FlaggerBlueGreenProps, FlaggerCanaryProps, SessionAffinity } from './props';

type Whole = number | NumberParameter;

/** Which of Flagger's three courses a release takes, and what shapes it. */
export interface FlaggerPlan {
  readonly name: 'canary' | 'abTest' | 'blueGreen';
  readonly stepWeight?: Whole;
  readonly stepWeights?: readonly number[];
  readonly maxWeight?: Whole;
  readonly iterations?: Whole;
  readonly stepWeightPromotion?: Whole;
  readonly mirror?: boolean;
  readonly mirrorWeight?: Whole;
  readonly matches?: readonly Match[];
  readonly sessionAffinity?: SessionAffinity;
}

export function canaryPlan(props: FlaggerCanaryProps): FlaggerPlan {
  const { stepWeight, stepWeights, maxWeight, stepWeightPromotion, mirror, mirrorWeight, sessionAffinity } = props;
  return { name: 'canary', stepWeight, stepWeights, maxWeight, stepWeightPromotion, mirror, mirrorWeight, sessionAffinity };
}

export function abTestPlan({ iterations, matches }: FlaggerAbTestProps): FlaggerPlan {
  return { name: 'abTest', iterations, matches };
}

export function blueGreenPlan({ iterations, mirror, mirrorWeight, stepWeightPromotion }: FlaggerBlueGreenProps): FlaggerPlan {
  return { name: 'blueGreen', iterations, mirror, mirrorWeight, stepWeightPromotion };
}

/** The part of `spec.analysis` that shapes the course. */
export function planTree(plan: FlaggerPlan): TreeObject {
  const { stepWeight, stepWeights, maxWeight, iterations, stepWeightPromotion, mirror, mirrorWeight, sessionAffinity } = plan;
  return {
    iterations,
    maxWeight,
    stepWeight,
    stepWeights: stepWeights as Tree | undefined,
    stepWeightPromotion,
    mirror,
    mirrorWeight,
    sessionAffinity: sessionAffinity && {
      cookieName: sessionAffinity.cookieName,
      primaryCookieName: sessionAffinity.primaryCookieName,
      maxAge: sessionAffinity.maxAge?.toSeconds(),
    },
  };
}
