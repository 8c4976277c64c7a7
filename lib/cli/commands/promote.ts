import { promote } from '../../parameters/day2/moves';
import { moveCommand } from '../move-command';

/** `progressive promote`: all requests to the new version, or the next version as the one that runs. */
export const promoteCommand = moveCommand(
  'promote',
  'send all requests to the next version, in one environment',
  "Sends all requests of a service to its new version, or lets the next version run: edits one value in an environment's file.",
  promote,
);
