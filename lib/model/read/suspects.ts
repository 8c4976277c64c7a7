import type { Finding } from '../../check/finding';
import { type Place, problem } from './problems';

const CONFLICT = /^(?:<{7}|>{7})(?: |\r?$)/m;
/** Actions of a Helm template that no manifest holds: values, releases, charts, includes. */
const HELM_ACTION = /\{\{-?\s*(?:\.(?:Values|Release|Chart|Capabilities|Files|Template)\b|(?:include|template|define|tpl|required)\s)/;
/** An action where YAML wants a key or a value: at the start of a line or of a bare value. */
const BREAKING_ACTION = /(?:^|[:,[-])[ \t]*\{\{/m;

/** Git's conflict markers at the start of a line. */
export function conflictIn(text: string, place: Place): Finding | undefined {
  if (!text.includes('<<<<<<<') && !text.includes('>>>>>>>')) return undefined;
  const found = CONFLICT.exec(text);
  if (!found) return undefined;
  const at = { ...place, line: lineAt(text, found.index, place), column: 1 };
  return problem(
    'conflict',
    at,
    'The file holds the markers of a merge conflict.',
    'Resolve the conflict: keep one side and remove the marker lines.',
  );
}

/**
 * Source of a Helm template. Where the document parses, control flow (`{{ range .Alerts }}`) is text that another program reads, such as
 * Alertmanager, and what stands in the data of ConfigMaps alone is a note; where it does not, a `{{` that stands where it breaks the YAML
 * counts too.
 */
export function templateIn(text: string, place: Place, parses: boolean): Finding | undefined {
  if (!text.includes('{{')) return undefined;
  const found = HELM_ACTION.exec(text) ?? (parses ? null : BREAKING_ACTION.exec(text));
  if (!found) return undefined;
  const start = text.lastIndexOf('\n', found.index + found[0].lastIndexOf('{{')) + 1;
  const open = found.index + found[0].lastIndexOf('{{');
  const spot = { ...place, line: lineAt(text, open, place), column: open - start + 1 };
  const fix = 'Point at the chart (the folder with Chart.yaml), or pipe the output of `helm template` in.';
  if (parses && dataTexts(text).reduce((sum, one) => sum + actionsIn(one), 0) === actionsIn(text))
    return problem(
      'template',
      spot,
      'The data holds text of a Helm template, which the cluster takes as it is.',
      `If it is to be rendered: ${fix}`,
      'note',
    );
  return problem('template', spot, 'This is the source of a Helm template, not a manifest.', fix);
}

const actionsIn = (text: string): number => [...text.matchAll(new RegExp(HELM_ACTION, 'g'))].length;

/** The quoted texts and blocks in the data of ConfigMaps and Secrets, as they are written. */
function dataTexts(text: string): string[] {
  // Loaded here only: few files hold such texts, and all are read by a faster parser.
  const { isPair, isScalar, parseDocument, visit } = require('yaml') as typeof import('yaml');
  const texts: string[] = [];
  visit(parseDocument(text), {
    Scalar(role, node, path) {
      const within = path.some(
        (parent) => isPair(parent) && isScalar(parent.key) && ['data', 'stringData'].includes(`${parent.key.value}`),
      );
      if (role === 'value' && within && node.type !== 'PLAIN' && node.range) texts.push(text.slice(node.range[0], node.range[1]));
    },
  });
  return texts;
}

function lineAt(text: string, offset: number, place: Place): number {
  let line = place.line ?? 1;
  for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) line++;
  return line;
}
