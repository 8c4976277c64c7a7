/** One document of a file: a slice of its text, with the line it starts on (from 1). */
export interface Document {
  readonly start: number;
  readonly end: number;
  readonly firstLine: number;
}

/**
 * Splits a file at the lines that start with `---`, as kubectl does before it parses, so that one bad document leaves the others readable.
 * Documents without content are left out.
 */
export function* documentsOf(text: string): Generator<Document> {
  let line = 1;
  for (let at = text.charCodeAt(0) === 0xfeff ? 1 : 0; at < text.length; ) {
    const body = isMarker(text, at) ? bodyAfterMarker(text, at) : at;
    const end = nextMarker(text, at);
    if (hasContent(text, body, end)) yield { start: body, end, firstLine: body === at ? line : line + 1 };
    line += lineBreaks(text, at, end);
    at = end;
  }
}

function isMarker(text: string, at: number): boolean {
  return text.startsWith('---', at) && (at + 3 === text.length || ' \t\r\n'.includes(text[at + 3] as string));
}

/** The start of the next line that is a marker, or the end of the text. */
function nextMarker(text: string, from: number): number {
  let at = text.indexOf('\n---', from);
  while (at >= 0 && !isMarker(text, at + 1)) at = text.indexOf('\n---', at + 1);
  return at < 0 ? text.length : at + 1;
}

/** The line after the marker; the marker itself when content follows it on its line. */
function bodyAfterMarker(text: string, at: number): number {
  const stop = endOfLine(text, at);
  const rest = text.slice(at + 3, stop).trim();
  return rest === '' || rest.startsWith('#') ? Math.min(stop + 1, text.length) : at;
}

function hasContent(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at = endOfLine(text, at) + 1) {
    const line = text.slice(at, Math.min(endOfLine(text, at), end)).trim();
    if (line !== '' && line !== '...' && !line.startsWith('#') && !line.startsWith('%')) return true;
  }
  return false;
}

function endOfLine(text: string, at: number): number {
  const newline = text.indexOf('\n', at);
  return newline < 0 ? text.length : newline;
}

function lineBreaks(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = text.indexOf('\n', from); at >= 0 && at < to; at = text.indexOf('\n', at + 1)) count++;
  return count;
}
