import { describeId } from '../../manifest/manifest';
import { areaOf, entryOf } from '../catalog';
import { type Finding, fieldPathText } from '../finding';
import type { Format } from './result';

/** SARIF 2.1.0, which code hosts show beside the changed lines. */
export const sarifFormat: Format = {
  name: 'sarif',
  render({ findings, suppressed }) {
    const all = [...findings, ...suppressed.map(({ finding }) => finding)];
    const codes = [...new Set(all.map(({ code }) => code))].sort();
    const log = {
      $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
      version: '2.1.0',
      runs: [
        {
          tool: {
            driver: {
              name: 'progressive',
              informationUri: 'https://github.com/cdk8s-progressive/cdk8s-progressive',
              rules: codes.map(rule),
            },
          },
          columnKind: 'utf16CodeUnits',
          results: [
            ...findings.map((finding) => result(finding, codes)),
            ...suppressed.map(({ finding, reason }) => ({
              ...result(finding, codes),
              suppressions: [{ kind: 'inSource', justification: reason }],
            })),
          ],
        },
      ],
    };
    return `${JSON.stringify(log, null, 2)}\n`;
  },
};

function rule(code: string): object {
  const entry = entryOf(code);
  if (!entry) return { id: code };
  return {
    id: code,
    shortDescription: { text: entry.title },
    fullDescription: { text: entry.why },
    help: { text: `${entry.why}\n\n${entry.fix}` },
    ...(entry.links.length > 0 ? { helpUri: entry.links[0] } : {}),
    defaultConfiguration: { level: entry.severity },
    properties: { tags: [areaOf(code)] },
  };
}

function result({ code, severity, message, fix, object, path, location, construct }: Finding, codes: readonly string[]): object {
  const region =
    location?.line === undefined
      ? {}
      : { region: { startLine: location.line, ...(location.column === undefined ? {} : { startColumn: location.column }) } };
  const physical = location ? { physicalLocation: { artifactLocation: { uri: uriOf(location.file) }, ...region } } : {};
  const name = object && `${describeId(object)}${path && path.length > 0 ? ` ${fieldPathText(path)}` : ''}`;
  const logical = name ? { logicalLocations: [{ fullyQualifiedName: construct ? `${construct}: ${name}` : name, kind: 'resource' }] } : {};
  const places = location || name ? { locations: [{ ...physical, ...logical }] } : {};
  return { ruleId: code, ruleIndex: codes.indexOf(code), level: severity, message: { text: `${message} ${fix}` }, ...places };
}

const uriOf = (file: string): string => file.split(/[\\/]/).map(encodeURIComponent).join('/');
