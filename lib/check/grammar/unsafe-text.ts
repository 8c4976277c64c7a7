// NUL and other controls but tab and line ends, DEL and C1, lone surrogates, U+FFFE and U+FFFF.
const UNSAFE = new RegExp(
  '[\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f\\ufffe\\uffff]|[\\ud800-\\udbff](?![\\udc00-\\udfff])|(?<![\\ud800-\\udbff])[\\udc00-\\udfff]',
);
const PLAIN = /^[\t\n\r\u0020-\u007e]*$/;

/** Whether a text holds characters that YAML tools change or refuse. */
export const isUnsafe = (text: string): boolean => !PLAIN.test(text) && UNSAFE.test(text);

/** The first such character, as `U+0000`. */
export function unsafeCharacter(text: string): string {
  return `U+${(UNSAFE.exec(text)?.[0].charCodeAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
