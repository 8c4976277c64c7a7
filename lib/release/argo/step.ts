import type { Duration } from 'cdk8s';
import type { Analysis } from '../../analysis/analysis';
import type { NumberParameter } from '../../parameters/parameter';
import { requireShape } from '../../shapes/shapes';
import type { Match } from '../../traffic/match';
import type { ExperimentProps } from './experiment';

/** What a step does: a closed union that `steps.ts` renders. */
export type StepAction =
  | { readonly kind: 'setWeight'; readonly weight: number | NumberParameter }
  | { readonly kind: 'pause'; readonly duration?: Duration }
  | { readonly kind: 'setCanaryScale'; readonly scale: CanaryScale }
  | { readonly kind: 'setHeaderRoute'; readonly name: string; readonly matches?: readonly Match[] }
  | { readonly kind: 'setMirrorRoute'; readonly name: string; readonly mirror?: MirrorRouteProps }
  | { readonly kind: 'analysis'; readonly analyses: readonly Analysis[] }
  | { readonly kind: 'experiment'; readonly experiment: ExperimentProps }
  | { readonly kind: 'plugin'; readonly name: string; readonly config?: { [field: string]: unknown } };

/** How many pods the new version has, apart from its weight; exactly one of these. */
export interface CanaryScale {
  /** So many pods, from 0 on. Becomes `replicas`. Default: not stated. */
  readonly replicas?: number | NumberParameter;
  /** So many percent of the replicas, 0 to 100. Becomes `weight`. Default: not stated. */
  readonly weight?: number | NumberParameter;
  /** As many as its weight demands again. Becomes `matchTrafficWeight`. Default: not stated. */
  readonly matchTrafficWeight?: boolean;
}

/** Which requests are copied. See https://argo-rollouts.readthedocs.io/en/stable/features/traffic-management/#traffic-routing-mirroring-traffic-to-canary */
export interface MirrorRouteProps {
  /** Share of the requests that are copied, 0 to 100. Becomes `percentage`. Default: 100. */
  readonly percentage?: number;
  /** Which requests: by method, path and headers. */
  readonly matches: Match[];
}

/** One step of a canary by Argo Rollouts. See https://argo-rollouts.readthedocs.io/en/stable/features/specification/ */
export class Step {
  /**
   * The share of requests (without traffic routing: of pods) that the new version gets.
   * @param percent 0 to 100; it may fall again. Becomes `setWeight`. From TypeScript also `Step.setWeight`, as Argo Rollouts calls it.
   */
  public static weight(percent: number | NumberParameter): Step {
    requireShape('number|NumberParameter', percent, 'Step.weight()');
    return new Step({ kind: 'setWeight', weight: percent });
  }

  /**
   * As `Step.weight`; only for TypeScript, because Java would take the name for that of a property.
   * @jsii ignore
   */
  public static setWeight(percent: number | NumberParameter): Step {
    return Step.weight(percent);
  }

  /** Waits. Becomes `pause`. @param duration Default: until a person goes on (`kubectl argo rollouts promote`). */
  public static pause(duration?: Duration): Step {
    if (duration !== undefined) requireShape('Duration', duration, 'Step.pause()');
    return new Step({ kind: 'pause', duration });
  }

  /**
   * Sets the number of the new version's pods apart from its weight, until `matchTrafficWeight`. Needs traffic routing. Becomes
   * `setCanaryScale`. From TypeScript also `Step.setCanaryScale`.
   */
  public static canaryScale(scale: CanaryScale): Step {
    requireShape('CanaryScale', scale, 'Step.canaryScale()');
    return new Step({ kind: 'setCanaryScale', scale });
  }

  /**
   * As `Step.canaryScale`; only for TypeScript, because Java would take the name for that of a property.
   * @jsii ignore
   */
  public static setCanaryScale(scale: CanaryScale): Step {
    return Step.canaryScale(scale);
  }

  /**
   * Sends requests with these headers to the new version, before all other routes and for every path. Needs traffic routing.
   * @param name Names the route; `removeHeaderRoute` ends it, and so does the end of the release.
   */
  public static setHeaderRoute(name: string, ...matches: Match[]): Step {
    requireShape('string', name, 'Step.setHeaderRoute()');
    requireShape('[]Match', matches, 'Step.setHeaderRoute()');
    return new Step({ kind: 'setHeaderRoute', name, matches });
  }

  /** Ends a route that `setHeaderRoute` made. */
  public static removeHeaderRoute(name: string): Step {
    requireShape('string', name, 'Step.removeHeaderRoute()');
    return new Step({ kind: 'setHeaderRoute', name });
  }

  /** Copies requests to the new version, whose answers are thrown away. Needs traffic routing. */
  public static setMirrorRoute(name: string, mirror: MirrorRouteProps): Step {
    requireShape('string', name, 'Step.setMirrorRoute()');
    requireShape('MirrorRouteProps', mirror, 'Step.setMirrorRoute()');
    return new Step({ kind: 'setMirrorRoute', name, mirror });
  }

  /** Ends a route that `setMirrorRoute` made. */
  public static removeMirrorRoute(name: string): Step {
    requireShape('string', name, 'Step.removeMirrorRoute()');
    return new Step({ kind: 'setMirrorRoute', name });
  }

  /** Waits until the analysis has come to an end; goes on if it is good, goes back if it is not. Becomes `analysis`. */
  public static analysis(...analyses: Analysis[]): Step {
    requireShape('[]Analysis', analyses, 'Step.analysis()');
    return new Step({ kind: 'analysis', analyses });
  }

  /** Runs pods of both versions beside the release for a while. Becomes `experiment`. */
  public static experiment(experiment: ExperimentProps): Step {
    requireShape('ExperimentProps', experiment, 'Step.experiment()');
    return new Step({ kind: 'experiment', experiment });
  }

  /** A step of a plugin of the controller. Becomes `plugin`. */
  public static plugin(name: string, config?: { [field: string]: unknown }): Step {
    requireShape('string', name, 'Step.plugin()');
    return new Step({ kind: 'plugin', name, config });
  }

  /** @internal */
  public readonly _action: StepAction;

  private constructor(action: unknown) {
    this._action = action as StepAction;
  }
}
