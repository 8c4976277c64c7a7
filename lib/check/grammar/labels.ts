const VALUE = /^[A-Za-z0-9]([A-Za-z0-9._-]*[A-Za-z0-9])?$/;
const PREFIX = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/;

/** What is wrong with a label's value; undefined when the API server takes it. */
export function labelValueProblem(value: string): string | undefined {
  if (value === '') return undefined;
  if (value.length > 63) return `is ${value.length} characters long, and at most 63 are allowed`;
  if (VALUE.test(value)) return undefined;
  return 'may hold letters, digits, "-", "_" and "." only, and starts and ends with a letter or digit';
}

/** What is wrong with a label's or annotation's key. */
export function labelKeyProblem(key: string): string | undefined {
  const slash = key.indexOf('/');
  const prefix = slash < 0 ? undefined : key.slice(0, slash);
  const name = slash < 0 ? key : key.slice(slash + 1);
  if (prefix !== undefined && (prefix.length > 253 || !PREFIX.test(prefix))) return 'has a prefix that is no DNS name';
  if (name.length === 0 || name.length > 63 || !VALUE.test(name)) return 'is no label name: 1 to 63 letters, digits, "-", "_" and "."';
  return undefined;
}

/** A value near the given one that the API server takes: `1.2.3+b5` becomes `1.2.3-b5`. */
export function suggestLabelValue(value: string): string {
  const allowed = value.replace(/[^A-Za-z0-9._-]+/g, '-').slice(0, 63);
  return allowed.replace(/^[^A-Za-z0-9]+|[^A-Za-z0-9]+$/g, '');
}

const DNS_LABEL = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/;
const DNS_1035 = /^[a-z]([-a-z0-9]*[a-z0-9])?$/;

export const isDnsLabel = (name: string): boolean => name.length <= 63 && DNS_LABEL.test(name);
export const isDns1035 = (name: string): boolean => name.length <= 63 && DNS_1035.test(name);
export const isDnsSubdomain = (name: string): boolean => name.length <= 253 && PREFIX.test(name);
