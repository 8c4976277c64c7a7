const NAME = /^[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?$/;
const PREFIX = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/;

/**
 * Why a text is no key of labels or annotations, or undefined. See
 * https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/
 */
export function labelKeyProblem(key: string): string | undefined {
  const slash = key.indexOf('/');
  const [prefix, name] = slash < 0 ? [undefined, key] : [key.slice(0, slash), key.slice(slash + 1)];
  if (NAME.test(name) && (prefix === undefined || (prefix.length <= 253 && PREFIX.test(prefix)))) return undefined;
  return "is no key: [dns.name/]name, where the name has at most 63 letters, digits, '-', '_' and '.', with a letter or digit at both ends.";
}

/** Why a text is no value of a label, or undefined. What holds a parameter is judged when its value is known. */
export function labelValueProblem(value: string): string | undefined {
  if (value === '' || value.includes('${Expression[') || NAME.test(value)) return undefined;
  return "is no label value: at most 63 letters, digits, '-', '_' and '.', with a letter or digit at both ends.";
}
