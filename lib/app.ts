import { App, type AppProps, type IResolver, type ResolutionContext } from 'cdk8s';
import { manifestsOf } from './manifest/manifests-of';
import type { OutputOptions } from './output/options';
import { isExpression } from './parameters/expression';
import { readSynthRequest } from './synth/request';

/** What an app can state beside what cdk8s takes. */
export interface ProgressiveAppProps extends AppProps {
  /** What the outputs say and how they are laid out: the chart's version, parts of a Kustomize tree, the git repository. Default: their defaults. */
  readonly outputs?: OutputOptions;
}

/**
 * A cdk8s App that keeps parameters alive, so that `progressive synth` can write every output and environment from it. Everything else is
 * as in cdk8s; without the `progressive` command it writes plain YAML with every parameter at its default.
 */
export class ProgressiveApp extends App {
  private readonly outputs?: OutputOptions;

  public constructor(props: ProgressiveAppProps = {}) {
    const { outputs, ...others } = props;
    super({ ...others, resolvers: [...(props.resolvers ?? []), new KeepExpressions()] });
    this.outputs = outputs;
  }

  /** Writes the outputs that the `progressive` command asked for when that runs the app, else plain YAML as cdk8s does. */
  public override synth(): void {
    const request = readSynthRequest();
    if (request) {
      // Loaded here only: an app that cdk8s runs needs none of the outputs and checks.
      const { answerSynthRequest } = require('./synth/answer') as typeof import('./synth/answer');
      answerSynthRequest({ ...request, options: this.outputs }, () => manifestsOf(this));
    } else super.synth();
  }
}

/** Turns an expression inside an object of another library into its placeholder, which survives as text. */
class KeepExpressions implements IResolver {
  public resolve(context: ResolutionContext): void {
    if (isExpression(context.value) && readSynthRequest()) context.replaceValue(context.value._placeholder());
  }
}
