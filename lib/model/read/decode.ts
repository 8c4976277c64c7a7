import type { Finding } from '../../check/finding';
import { problem } from './problems';

/** Text of a file's bytes; a problem instead when they are no UTF-8 text. */
export function decode(file: string, bytes: Uint8Array): { text?: string; problem?: Finding } {
  if (isUtf16(bytes)) {
    const fix = 'Save the file as UTF-8.';
    return { problem: problem('encoding', { file }, 'The file is UTF-16: only UTF-8 is read.', fix) };
  }
  const nul = bytes.indexOf(0);
  if (nul >= 0) return { problem: binary(file, nul) };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    const message = 'The file is not valid UTF-8: it is binary, or in another encoding.';
    return { problem: problem('encoding', { file }, message, 'Save it as UTF-8, or leave it out.') };
  }
}

/** A problem when text holds a NUL, which no YAML may. */
export function nulIn(file: string, text: string): Finding | undefined {
  const nul = text.indexOf('\0');
  return nul < 0 ? undefined : binary(file, nul);
}

function binary(file: string, offset: number): Finding {
  return problem('binary', { file }, `The file is binary: byte ${offset} is NUL.`, 'Leave it out: manifests are text.');
}

function isUtf16(bytes: Uint8Array): boolean {
  return bytes.length >= 2 && ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff));
}
