const HEXADECIMAL = /^[0-9a-fA-F]{2}$/;
const UNRESERVED = /^[A-Za-z0-9\-_.~]$/;
/** Characters that are written as percent codes when they stand for themselves. */
const ESCAPED = /["<>`{} ]|[^\x21-\x7e]/u;

/** A path in the form that Envoy matches: `.` and `..` resolved, `\` turned into `/`, needless percent codes undone. Undefined when it is no path. */
export function canonicalPath(path: string): string | undefined {
  if (!path.startsWith('/') && !path.startsWith('\\')) return undefined;
  const segments: string[] = [];
  const parts = path.replaceAll('\\', '/').split('/').slice(1);
  for (const [index, part] of parts.entries()) {
    const segment = canonicalSegment(part);
    if (segment === undefined) return undefined;
    const last = index === parts.length - 1;
    if (segment === '.' || segment === '..') {
      if (segment === '..') segments.pop();
      if (last) segments.push('');
    } else {
      segments.push(segment);
    }
  }
  return `/${segments.join('/')}`;
}

function canonicalSegment(part: string): string | undefined {
  let result = '';
  for (let at = 0; at < part.length; at++) {
    const character = String.fromCodePoint(part.codePointAt(at) as number);
    if (character === '%') {
      const code = part.slice(at + 1, at + 3);
      if (code === '00') return undefined;
      if (!HEXADECIMAL.test(code)) {
        result += '%';
        continue;
      }
      const plain = String.fromCharCode(Number.parseInt(code, 16));
      result += UNRESERVED.test(plain) ? plain : `%${code}`;
      at += 2;
    } else {
      result += ESCAPED.test(character) ? encodeURIComponent(character) : character;
      at += character.length - 1;
    }
  }
  return result;
}

/** Whether a path lacks its first slash, or has a percent sign that starts no code: Envoy passes it on, and most servers refuse it. */
export function isBroken(path: string): boolean {
  return !path.startsWith('/') || (path.includes('%') && /^[^?]*%(?![0-9a-fA-F]{2})/.test(path));
}
