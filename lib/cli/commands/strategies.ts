import { STRATEGIES } from '../../release/strategies';
import { strategiesText } from '../../release/strategies-table';
import { type CliCommand, commandLine, runCommandLine } from '../command';
import { EXIT_FINE } from '../io';

/** `progressive strategies`: the ways to release, and what each fulfils and needs. */
export const strategiesCommand: CliCommand = {
  summary: 'the ways to release: what each fulfils and needs',
  run(args, io) {
    const command = commandLine(
      'strategies',
      'Lists the release strategies with what they fulfil, what they need in the cluster, and who meets a bad version.',
      'progressive strategies\nprogressive strategies --format json',
    );
    return runCommandLine(command, args, io, async () => {
      const { format } = command.opts<{ readonly format: string }>();
      io.stdout(format === 'json' ? `${JSON.stringify({ strategies: STRATEGIES }, null, 2)}\n` : strategiesText());
      return EXIT_FINE;
    });
  },
};
