import type { CliCommand } from './command';

/** Every command, loaded when it is asked for, so that each starts fast. A new one is a file in commands/ and a line here. */
export const commands: { readonly [name: string]: () => CliCommand } = {
  check: () => (require('./commands/check') as typeof import('./commands/check')).checkCommand,
  diff: () => (require('./commands/diff') as typeof import('./commands/diff')).diffCommand,
  explain: () => (require('./commands/explain') as typeof import('./commands/explain')).explainCommand,
  init: () => (require('./commands/init') as typeof import('./commands/init')).initCommand,
  parameters: () => (require('./commands/parameters') as typeof import('./commands/parameters')).parametersCommand,
  promote: () => (require('./commands/promote') as typeof import('./commands/promote')).promoteCommand,
  rollback: () => (require('./commands/rollback') as typeof import('./commands/rollback')).rollbackCommand,
  route: () => (require('./commands/route') as typeof import('./commands/route')).routeCommand,
  set: () => (require('./commands/set') as typeof import('./commands/set')).setCommand,
  shift: () => (require('./commands/shift') as typeof import('./commands/shift')).shiftCommand,
  simulate: () => (require('./commands/simulate') as typeof import('./commands/simulate')).simulateCommand,
  strategies: () => (require('./commands/strategies') as typeof import('./commands/strategies')).strategiesCommand,
  synth: () => (require('./commands/synth') as typeof import('./commands/synth')).synthCommand,
};
