import type { promote } from '../parameters/day2/moves';
import { parametricApps } from './apps';
import { stateOf } from './change';
import { type ChangeCommandOptions, changeCommandLine } from './change-options';
import { type CliCommand, runCommandLine } from './command';
import { applyMove, appOfService } from './move';

/** A command that moves all requests of a service: `progressive promote review -e prod`. */
export const moveCommand = (name: string, summary: string, description: string, move: typeof promote): CliCommand => ({
  summary,
  run(args, io) {
    const command = changeCommandLine(name, description, `progressive ${name} review -e prod`).argument('<service>', 'the service');
    return runCommandLine(command, args, io, async () => {
      const options = command.opts<ChangeCommandOptions>();
      const [service = ''] = command.args;
      const app = appOfService(await parametricApps(options, io), service);
      const { steering, values } = stateOf(app, options.env);
      return applyMove(app, move(steering, service, values), options, io);
    });
  },
});
