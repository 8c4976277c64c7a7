import { check, withPositions } from '../../../lib/check/check';
import { FORMATS } from '../../../lib/check/formats';
import { linesOf } from '../../../lib/cli/lines';
import { readManifests } from '../../../lib/model/read';
import { validator } from '../../support/schemas';

const file = 'folder, a/set.yaml';
const content = `
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec:
  selector: { matchLabels: { app: wob } }
  template:
    metadata: { labels: { app: web } }
    spec: { containers: [{ name: web, image: 'web:1' }] }
---
apiVersion: v1
kind: ConfigMap
metadata: { name: keys }
data: { key: AKIAABCDEFGHIJKLMNOP }
`;

function render(name: string, text = content): string {
  const inputs = [{ file, content: text }];
  const { manifests } = readManifests(inputs);
  const report = check(manifests, { ignore: [{ code: 'PD0901', reason: 'old image', from: 'test' }] });
  const format = FORMATS.find((each) => each.name === name);
  const result = { ...report, findings: withPositions(report.findings, manifests), lineOf: linesOf(inputs) };
  return format?.render(result, { color: false, quiet: false }) ?? '';
}

test('text shows the line, the column, the fix and a summary', () => {
  expect(render('text')).toBe(`error PD0204: The selector asks for app: wob, and the pod template has app: web: the API server refuses it.
  at folder, a/set.yaml:6:35  Deployment shop/web  spec.selector.matchLabels.app
  6 |   selector: { matchLabels: { app: wob } }
                                        ^
  fix: Give the pod template every label that the selector asks for. A selector cannot be changed later.

error PD0902: This value holds an access key of AWS. (It is not shown here.)
  at folder, a/set.yaml:14:14  ConfigMap keys  data.key
  fix: Revoke it, keep it in a secret store, and refer to it with secretKeyRef or an ExternalSecret.

2 objects checked: 2 errors, 1 suppressed.
PD0204, PD0902
progressive explain CODE tells more about each.
`);
});

test('text says so where there was nothing to check', () => {
  const result = { ...check([]), lineOf: () => undefined };
  const text = FORMATS.find(({ name }) => name === 'text');
  expect(text?.render(result, { color: false, quiet: false })).toBe('nothing was checked, there is no object in what was read.\n');
});

test('no format shows a credential', () => {
  for (const { name } of FORMATS) expect(render(name)).not.toContain('AKIA');
});

test('json is as its schema says', () => {
  const validate = validator('check');
  const report = JSON.parse(render('json'));
  validate(report);
  expect(validate.errors).toBeNull();
  expect(report.findings[0]).toMatchObject({
    code: 'PD0204',
    severity: 'error',
    file,
    line: 6,
    column: 35,
    kind: 'Deployment',
    namespace: 'shop',
    name: 'web',
    path: 'spec.selector.matchLabels.app',
  });
  expect(report.summary).toEqual({ objects: 2, errors: 2, warnings: 0, notes: 0, suppressed: 1, codes: { PD0204: 1, PD0902: 1 } });
});

test('sarif has a rule for each result, and an address for each file', () => {
  const [run] = JSON.parse(render('sarif')).runs;
  expect(
    run.results.map(({ ruleId, ruleIndex }: { ruleId: string; ruleIndex: number }) => run.tool.driver.rules[ruleIndex].id === ruleId),
  ).toEqual([true, true, true]);
  expect(run.results[0].locations[0].physicalLocation).toEqual({
    artifactLocation: { uri: 'folder%2C%20a/set.yaml' },
    region: { startLine: 6, startColumn: 35 },
  });
  expect(run.results[2].suppressions).toEqual([{ kind: 'inSource', justification: 'old image' }]);
});

test('github escapes what would end a property', () => {
  expect(render('github').split('\n')[0]).toMatch(
    /^::error file=folder%2C a\/set\.yaml,line=6,col=35,title=PD0204 Deployment shop\/web::spec\.selector/,
  );
});

test('junit is well formed, with a failure for each finding', () => {
  const text = render('junit');
  expect(text.match(/<failure type="error"/g)).toHaveLength(2);
  expect(text).toContain('<testsuites name="progressive check" tests="2" failures="2">');
  expect(render('junit', 'apiVersion: v1\nkind: Namespace\nmetadata: { name: a }')).toContain('<testcase name="PD0090"');
});
