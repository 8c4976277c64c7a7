import type { OutputOptions } from '../output/options';
import type { OutputName } from '../output/output';

/** What the `progressive` command asks of the app that it runs. */
export interface SynthRequest {
  /** The name of the app: its folder's name below `apps/`. */
  readonly app: string;
  /** The folder of the app, where `environments/` lies. */
  readonly appFolder: string;
  /** The folder that is written: `dist/<app>`. */
  readonly folder: string;
  readonly outputs: readonly OutputName[];
  /** Asks for the app's parameters instead of outputs: nothing is written. Default: false. */
  readonly parametersOnly?: boolean;
  /** What the app states of its outputs. Default: none. */
  readonly options?: OutputOptions;
  /** Default: all environments of the app. */
  readonly environments?: readonly string[];
  readonly check: boolean;
  readonly force: boolean;
  /** The file that takes the answer as JSON. */
  readonly answer: string;
}

/** The name of the environment variable that carries the request into the app's process, whatever language the app is written in. */
export const SYNTH_REQUEST = 'PROGRESSIVE_SYNTH';

export function readSynthRequest(): SynthRequest | undefined {
  const text = process.env[SYNTH_REQUEST];
  return text ? (JSON.parse(text) as SynthRequest) : undefined;
}
