import type { StringMatch } from '../../model/istio/virtual-service';
import { fullMatch } from '../../model/re2';

/** A text that a match fits; undefined for a regular expression that is too hard to guess. */
export function fitting(match: StringMatch | undefined, anything: string): string | undefined {
  if (!match || match.kind === 'present') return anything;
  return match.kind === 'regex' ? ofRegex(match.value) : match.value;
}

/** A text that a regular expression matches as a whole: guessed by leaving out what is optional, then tried. */
function ofRegex(regex: string): string | undefined {
  const text = regex
    .replace(/^\(\?i\)/, '')
    .replace(/\(\?:/g, '(')
    .replace(/\((?:[^()|]*\|)*\^\|([^()]*)\)\??/g, '') // (^|.*;) at the beginning
    .replace(/\(([^()|]*)\|[^()]*\)/g, '($1)')
    .replace(/\([^()]*\)[?*]/g, '')
    .replace(/\[[^\]]*0-9[^\]]*\]|\\d/g, '1')
    .replace(/\[[^\]]*\]|\\w/g, 'a')
    .replace(/\\s|\s/g, ' ')
    .replace(/\.[*?]+/g, '')
    .replace(/\.\+/g, 'x')
    .replace(/[\^$()]/g, '')
    .replace(/(\\?.)[*?]/g, '')
    .replace(/\+|\{\d+(,\d*)?\}/g, '')
    .replace(/\\/g, '');
  return [text, 'a', '1', ''].find((candidate) => fullMatch(regex, candidate));
}
