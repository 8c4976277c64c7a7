import { shift } from '../../parameters/day2/moves';
import { parametricApps } from '../apps';
import { stateOf } from '../change';
import { assignments, type ChangeCommandOptions, changeCommandLine } from '../change-options';
import { type CliCommand, runCommandLine, UsageError } from '../command';
import { applyMove, appOfService } from '../move';

/** `progressive shift`: another share of requests for a version. */
export const shiftCommand: CliCommand = {
  summary: 'give a version another share of the requests, in one environment',
  run(args, io) {
    const command = changeCommandLine(
      'shift',
      "Gives versions of a service other weights: edits the parameters that decide them, in an environment's file.",
      'progressive shift review v2=20 -e prod',
    )
      .argument('<service>', 'the service')
      .argument('<version=weight...>', 'versions and their percentage of requests');
    return runCommandLine(command, args, io, async () => {
      const options = command.opts<ChangeCommandOptions>();
      const [service = '', ...shares] = command.args;
      const wanted = new Map([...assignments(shares)].map(([version, text]) => [version, percentOf(version, text)]));
      const app = appOfService(await parametricApps(options, io), service);
      const { steering, values } = stateOf(app, options.env);
      return applyMove(app, shift(steering, service, wanted, values), options, io);
    });
  },
};

function percentOf(version: string, text: string): number {
  const percent = /^\d{1,3}%?$/.test(text) ? Number.parseInt(text, 10) : Number.NaN;
  if (percent >= 0 && percent <= 100) return percent;
  throw new UsageError(`${version}=${text}: a weight is a whole number from 0 to 100.`);
}
