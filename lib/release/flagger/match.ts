import type { TreeObject } from '../../manifest/tree';
import type { Match } from '../../traffic/match';
import { escapeRegex } from '../../traffic/regular-expression';
import type { TextCondition } from '../../traffic/text-condition';
import { FlaggerProvider } from './provider';

/** `spec.analysis.match[]` of an A/B test. */
export function abMatchTree(match: Match, provider: FlaggerProvider): TreeObject {
  const { headers, sourceLabels } = match._parts;
  return {
    headers: headers && Object.fromEntries(Object.entries(headers).map(([name, condition]) => [name, headerTree(condition, provider)])),
    sourceLabels,
  };
}

/** Presence is any value; on Gateway API, where Flagger cannot map a prefix, it is said by an expression. */
function headerTree(condition: TextCondition, provider: FlaggerProvider): TreeObject {
  if ('present' in condition) return { regex: '.*' };
  if ('prefix' in condition && provider === FlaggerProvider.GATEWAY_API) return { regex: `^${escapeRegex(condition.prefix)}.*$` };
  return condition;
}

/** What a match states that Flagger's A/B test would drop. */
export function abMatchProblems(match: Match, provider: FlaggerProvider): string[] {
  const { headers, sourceLabels, cookies: _, ...others } = match._parts;
  const dropped = Object.entries(others).flatMap(([name, value]) => (value === undefined ? [] : [name]));
  if (sourceLabels && provider !== FlaggerProvider.ISTIO) dropped.push('sourceLabels');
  const problems = match._problems.map((problem) => `FlaggerRelease.abTest: matches: ${problem}.`);
  if (dropped.length > 0)
    problems.push(
      `FlaggerRelease.abTest: matches: Flagger would drop ${dropped.join(', ')}; its A/B test knows headers and cookies${provider === FlaggerProvider.ISTIO ? ' and labels of the calling pods' : ''}. Use WeightedRelease.onIstio, which routes by everything.`,
    );
  if (headers === undefined && sourceLabels === undefined && dropped.length === 0)
    problems.push(
      "FlaggerRelease.abTest: matches: a match without a condition would send everyone to the new version; state one: Match.header('X-group').exact('test').",
    );
  return problems;
}
