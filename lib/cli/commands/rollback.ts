import { rollback } from '../../parameters/day2/moves';
import { parametricApps } from '../apps';
import { stateOf } from '../change';
import { type ChangeCommandOptions, changeCommandLine } from '../change-options';
import { type CliCommand, runCommandLine } from '../command';
import { applyMove, appOfService } from '../move';

/** `progressive rollback`: all requests back to the old version, or the version before as the one that runs. */
export const rollbackCommand: CliCommand = {
  summary: 'send all requests back to the version before, in one environment',
  run(args, io) {
    const command = changeCommandLine(
      'rollback',
      "Sends all requests of a service back to its old version, or lets the version before run: edits one value in an environment's file.",
      'progressive rollback review -e prod',
    ).argument('<service>', 'the service');
    return runCommandLine(command, args, io, async () => {
      const options = command.opts<ChangeCommandOptions>();
      const [service = ''] = command.args;
      const app = appOfService(await parametricApps(options, io), service);
      const { steering, values } = stateOf(app, options.env);
      return applyMove(app, rollback(steering, service, values), options, io);
    });
  },
};
