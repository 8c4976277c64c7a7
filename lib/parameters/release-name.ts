import { type EvaluationContext, Expression } from './expression';

/**
 * The name of the installation, for authors who want several side by side. In a Helm chart it is `.Release.Name`; elsewhere it is the fixed
 * name given here.
 */
export class ReleaseName extends Expression {
  /** @internal */
  public readonly _kind = 'release-name';

  /**
   * @param fixedName What stands in outputs that know no release, for example `upcommerce`. A DNS label of at most 53 characters, as Helm demands.
   */
  public constructor(public readonly fixedName: string) {
    super();
    if (!/^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/.test(fixedName) || fixedName.length > 53) {
      throw new Error(
        `ReleaseName: '${fixedName}' is not a name that Helm takes: lower-case letters, digits and '-', at most 53 characters, starting and ending with a letter or digit.`,
      );
    }
  }

  /** @internal */
  public _evaluate(context: EvaluationContext): string {
    return context.releaseName ?? this.fixedName;
  }
}
