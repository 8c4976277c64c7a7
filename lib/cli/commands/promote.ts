import { promote } from '../../parameters/day2/moves';
import { parametricApps } from '../apps';
import { stateOf } from '../change';
import { type ChangeCommandOptions, changeCommandLine } from '../change-options';
import { type CliCommand, runCommandLine } from '../command';
import { applyMove, appOfService } from '../move';

/** `progressive promote`: all requests to the new version, or the next version as the one that runs. */
export const promoteCommand: CliCommand = {
  summary: 'send all requests to the next version, in one environment',
  run(args, io) {
    const command = changeCommandLine(
      'promote',
      "Sends all requests of a service to its new version, or lets the next version run: edits one value in an environment's file.",
      'progressive promote review -e prod',
    ).argument('<service>', 'the service');
    return runCommandLine(command, args, io, async () => {
      const options = command.opts<ChangeCommandOptions>();
      const [service = ''] = command.args;
      const app = appOfService(await parametricApps(options, io), service);
      const { steering, values } = stateOf(app, options.env);
      return applyMove(app, promote(steering, service, values), options, io);
    });
  },
};
