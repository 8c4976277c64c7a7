import { evaluateTree, treeOf } from '../manifest/tree';
import type { Analysis } from './analysis';

/** What is wrong with an analysis as a whole, whichever controller carries it out. */
export function analysisProblems(analysis: Analysis): string[] {
  const { prometheus } = analysis._options;
  return [
    ...argumentProblems(analysis),
    ...labelProblems(analysis),
    ...addressProblems('the analysis', 'prometheus', prometheus),
    ...analysis._loadTests.flatMap((test) => addressProblems(`load test '${test.name}'`, 'address', test.address)),
    ...analysis._webhooks.flatMap((webhook) => addressProblems(`${webhook._type} webhook '${webhook._name}'`, 'url', webhook._props.url)),
    ...analysis._metrics.flatMap(({ name, _source: source }) => {
      if (source.kind === 'prometheus') return addressProblems(`metric '${name}'`, 'address', source.address);
      return source.kind === 'web' ? addressProblems(`metric '${name}'`, 'url', source.props.url) : [];
    }),
  ];
}

/** An address that nobody can ask, with parameters at their defaults. An argument at its beginning may be anything. */
function addressProblems(what: string, field: string, address: string | undefined): string[] {
  if (address === undefined) return [];
  const plain = String(evaluateTree(treeOf(address), { values: new Map() }));
  return /^(https?:\/\/[^\s/]|\{\{)/.test(plain)
    ? []
    : [`${what}: ${field} is '${plain}', which is no address that can be asked; state one such as 'http://gate.ops/approved'.`];
}

/** Names that become those of objects, or of a container. */
function labelProblems(analysis: Analysis): string[] {
  const names = [
    ...analysis._metrics.map(({ name }) => ['metric', name] as const),
    ...analysis._alerts.map(({ name }) => ['alert', name] as const),
    ...(analysis._options.name === undefined ? [] : [['analysis', analysis._options.name] as const]),
  ];
  return names.flatMap(([what, name]) =>
    /^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/.test(name)
      ? []
      : [
          `${what} '${name}': its name is no DNS label, and objects are named by it; allowed are lower-case letters, digits and '-' between them.`,
        ],
  );
}

/** Arguments that every AnalysisTemplate of the library has already. */
const RESERVED = ['namespace', 'hash'];

function argumentProblems(analysis: Analysis): string[] {
  const names = (analysis._options.args ?? []).map(({ name }) => name);
  return names.flatMap((name, index) => {
    if (!/^[A-Za-z][\w-]*$/.test(name))
      return [`argument '${name}': a name is letters, digits, '-' and '_', a letter first; name it so, and in queries as {{args.NAME}}.`];
    if (RESERVED.includes(name)) return [`argument '${name}': the library has one of that name already; give it another name.`];
    return names.indexOf(name) < index ? [`argument '${name}' is stated twice; state it once, or give one another name.`] : [];
  });
}
