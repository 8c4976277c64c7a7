import type { CliCommand } from './command';

/** Every command, loaded when it is asked for, so that each starts fast. A new one is a file in commands/ and a line here. */
export const commands: { readonly [name: string]: () => CliCommand } = {
  check: () => (require('./commands/check') as typeof import('./commands/check')).checkCommand,
  explain: () => (require('./commands/explain') as typeof import('./commands/explain')).explainCommand,
  init: () => (require('./commands/init') as typeof import('./commands/init')).initCommand,
  route: () => (require('./commands/route') as typeof import('./commands/route')).routeCommand,
  simulate: () => (require('./commands/simulate') as typeof import('./commands/simulate')).simulateCommand,
  synth: () => (require('./commands/synth') as typeof import('./commands/synth')).synthCommand,
};
