import { isExpression } from '../parameters/expression';
import { fromTokens } from '../parameters/text';

const PART = '[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*';
const IMAGE = new RegExp(
  `^(?:[A-Za-z0-9.-]+(?::[0-9]+)?/)?${PART}(?:/${PART})*(?<tag>:[A-Za-z0-9_][A-Za-z0-9_.-]{0,127})?(?<digest>@sha256:[0-9a-f]{64})?$`,
);

/**
 * Why a text is no image that can be pulled again, or undefined when it is one. Parameters inside count with their defaults.
 * See https://kubernetes.io/docs/concepts/containers/images/
 */
export function imageProblem(image: string): string | undefined {
  const written = fromTokens(image);
  const text = isExpression(written) ? String(written.resolve()) : written;
  const parts = IMAGE.exec(text);
  if (!parts) return 'is no image: [registry/]name:tag, in lower case, or name@sha256: and 64 hexadecimal digits.';
  if (parts.groups?.tag || parts.groups?.digest) return undefined;
  return `has neither tag nor digest, so nobody knows which version runs; write '${text}:1.0.0'.`;
}
