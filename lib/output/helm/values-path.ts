/**
 * How a template names a value: `.Values.reviews.v2.weight`, or `index .Values "my-shop" "weight"` where a segment is no identifier of Go's
 * templates. A first segment in capitals could be one of the methods that `.Values` has.
 */
export function valuesPath(name: string): string {
  const segments = name.split('.');
  const plain = segments.every((segment) => /^[A-Za-z][A-Za-z0-9]*$/.test(segment)) && /^[a-z]/.test(name);
  return plain ? `.Values.${name}` : `index .Values ${segments.map((segment) => JSON.stringify(segment)).join(' ')}`;
}

/** The same as one argument of a function. */
export function valuesArgument(name: string): string {
  const path = valuesPath(name);
  return path.startsWith('.') ? path : `(${path})`;
}
