import { isDeepStrictEqual } from 'node:util';
import type { ObjectProps } from '../manifest/manifest-object';
import { Condition } from '../parameters/condition';
import type { BooleanParameter } from '../parameters/parameter';
import type { Microservice } from '../service/microservice';
import { requireShape } from '../shapes/shapes';
import type { IRelease } from './release';

/** The two sides of a switch. */
export interface SwitchedReleaseProps {
  /** The strategy while the parameter is true. */
  readonly on: IRelease;
  /** The strategy while it is false. */
  readonly off: IRelease;
}

/**
 * One of two strategies, by a parameter: whole resources exist or do not. What both make alike exists always.
 *
 * @example
 * SwitchedRelease.by(Parameter.boolean('canary.enable', { defaultValue: false }), { on: flagger, off: new RollingUpdate() })
 */
export class SwitchedRelease implements IRelease {
  /** @param parameter The switch: a value of the chart, or of an environment. */
  public static by(parameter: BooleanParameter, props: SwitchedReleaseProps): SwitchedRelease {
    requireShape('BooleanParameter', parameter, 'SwitchedRelease.by()');
    requireShape('SwitchedReleaseProps', props, 'SwitchedRelease.by()');
    return new SwitchedRelease(parameter, props);
  }

  private constructor(
    private readonly parameter: BooleanParameter,
    private readonly props: SwitchedReleaseProps,
  ) {}

  public bind(service: Microservice): void {
    const isOn = Condition.isTrue(this.parameter);
    const on = service._collect(() => this.props.on.bind(service));
    const off = service._collect(() => this.props.off.bind(service));
    for (const [id, object] of on) {
      const same = isDeepStrictEqual(object, off.get(id));
      service.addObject(same ? id : `on-${id}`, same ? object : under(isOn, object));
    }
    for (const [id, object] of off) {
      if (!isDeepStrictEqual(object, on.get(id))) service.addObject(`off-${id}`, under(isOn.not(), object));
    }
  }
}

function under(condition: Condition, object: ObjectProps): ObjectProps {
  return { ...object, when: object.when ? condition.and(object.when) : condition };
}
