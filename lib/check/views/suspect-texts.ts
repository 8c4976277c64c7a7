import { mayHoldCredential } from '../grammar/credentials';
import { isUnsafe } from '../grammar/unsafe-text';
import { SECRET } from '../kinds';
import type { Subject } from '../subject';
import { type Text, textsOf } from './texts';

/** Texts that may hold a credential or odd characters, and all texts of Secrets, where a credential may be encoded. */
export function suspectTexts(subject: Subject): readonly Text[] {
  return subject.once('suspect texts', () =>
    textsOf(
      subject,
      (text, { id }) => (text.length >= 16 && (mayHoldCredential(text) || (id.kind === SECRET.kind && id.group === ''))) || isUnsafe(text),
    ),
  );
}
