import { describeId } from '../../manifest/manifest';
import { entryOf } from '../catalog';
import { type Finding, fieldPathText } from '../finding';
import { groupBy } from '../subject';
import type { Format } from './result';
import { placeOf } from './text';

/** JUnit's XML, which build servers show as test results: one suite for each file, one case for each finding; notes pass. */
export const junitFormat: Format = {
  name: 'junit',
  render({ findings, objects }) {
    const suites = groupBy(findings, ({ location, construct }) => location?.file ?? construct ?? 'manifests');
    if (suites.size === 0) suites.set('manifests', []);
    const failures = findings.filter(({ severity }) => severity !== 'note').length;
    const body = [...suites].map(([file, found]) => suite(file, found, objects));
    return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="progressive check" tests="${Math.max(1, findings.length)}" failures="${failures}">\n${body.join('')}</testsuites>\n`;
  },
};

function suite(file: string, findings: readonly Finding[], objects: number): string {
  const failures = findings.filter(({ severity }) => severity !== 'note').length;
  const cases =
    findings.length > 0 ? findings.map(testCase).join('') : `    <testcase name="${objects} objects checked" classname="progressive"/>\n`;
  return `  <testsuite name="${xml(file)}" tests="${Math.max(1, findings.length)}" failures="${failures}">\n${cases}  </testsuite>\n`;
}

function testCase(finding: Finding): string {
  const { code, severity, message, fix, object, path } = finding;
  const name = [code, object && describeId(object), path && path.length > 0 && fieldPathText(path)].filter(Boolean).join(' ');
  const open = `    <testcase name="${xml(name)}" classname="${xml(entryOf(code)?.title ?? code)}"`;
  const text = xml(`${placeOf(finding)}\n${message}\n${fix}`);
  if (severity === 'note') return `${open}>\n      <system-out>${text}</system-out>\n    </testcase>\n`;
  return `${open}>\n      <failure type="${severity}" message="${xml(message)}">${text}</failure>\n    </testcase>\n`;
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' };

// XML takes no control characters, not even escaped.
const CONTROLS = new RegExp('[\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\ufffe\\uffff]|[\\ud800-\\udfff]', 'gu');

const xml = (text: string): string => text.replace(CONTROLS, '\ufffd').replace(/[&<>"']/g, (character) => ENTITIES[character]);
