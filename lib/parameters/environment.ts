import type { ParameterValues } from './expression';

/** An environment: its name, and the values it states, those of the environments it extends included. */
export interface Environment {
  readonly name: string;
  readonly values: ParameterValues;
}

/** The one environment of an app that has none of its own. */
export const DEFAULT_ENVIRONMENT: Environment = { name: 'default', values: new Map() };

/** The text of `environments/<name>.yaml`. */
export interface EnvironmentFile {
  readonly name: string;
  /** How messages name the file. */
  readonly file: string;
  readonly text: string;
}
