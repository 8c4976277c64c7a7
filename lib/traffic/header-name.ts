/** Whether a text is a token of HTTP, or one of Envoy's pseudo headers. */
export function isHeaderName(name: string): boolean {
  return /^:?[!#$%&'*+.^_`|~0-9A-Za-z-]+$/.test(name);
}
