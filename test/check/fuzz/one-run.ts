import { check, withPositions } from '../../../lib/check/check';
import { FORMATS } from '../../../lib/check/formats';
import { linesOf } from '../../../lib/cli/lines';
import { readManifests } from '../../../lib/model/read';

/** Everything that `progressive check` does with one file, in one of its formats. What is no clear finding is a defect: it is returned. */
export function defectsOf(content: string | Uint8Array, seed: number): string[] {
  const input = { file: 'fuzz.yaml', content };
  try {
    const { manifests, problems } = readManifests([input]);
    const report = check(manifests, { problems });
    const findings = withPositions(report.findings, manifests);
    const result = { ...report, findings, lineOf: linesOf([input]) };
    FORMATS[seed % FORMATS.length]?.render(result, { color: false, quiet: false });
    return findings.flatMap(({ code, message, fix, location }) => {
      if (code === 'PD0092') return [message];
      if (message === '' || fix === '' || /undefined|\[object Object\]|NaN is not|TypeError|RangeError/.test(message))
        return [`${code}: unclear: ${message}`];
      const { file, line = 1, column = 1 } = location ?? {};
      return file === undefined || line < 1 || column < 1 ? [`${code}: no place: ${message}`] : [];
    });
  } catch (error) {
    return [error instanceof Error ? (error.stack ?? error.message) : String(error)];
  }
}
