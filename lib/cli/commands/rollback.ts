import { rollback } from '../../parameters/day2/moves';
import { moveCommand } from '../move-command';

/** `progressive rollback`: all requests back to the old version, or the version before as the one that runs. */
export const rollbackCommand = moveCommand(
  'rollback',
  'send all requests back to the version before, in one environment',
  "Sends all requests of a service back to its old version, or lets the version before run: edits one value in an environment's file.",
  rollback,
);
