import type { Move } from '../parameters/day2/moves';
import { oneApp, type ParametricApp } from './apps';
import { type ChangeOptions, changeValues } from './change';
import { EXIT_PROBLEMS, type Io } from './io';

/** The app in which parameters decide between versions of a service. */
export function appOfService(apps: readonly ParametricApp[], service: string): ParametricApp {
  const services = [...new Set(apps.flatMap(({ steering }) => steering.map((each) => each.service)))];
  const known = services.length > 0 ? `there are ${services.join(', ')}.` : 'no version is decided by a parameter.';
  const steers = ({ steering }: ParametricApp) => steering.some((each) => each.service === service);
  return oneApp(apps, `service '${service}' whose versions a parameter decides`, steers, known);
}

/** Carries a move out, or says why there is none. */
export function applyMove(app: ParametricApp, move: Move, options: ChangeOptions, io: Io): number {
  if ('values' in move) return changeValues(app, move.values, options, io);
  io.stderr(`${move.problem}\n`);
  return EXIT_PROBLEMS;
}
