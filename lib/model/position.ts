import type { FieldPath, Location } from '../check/finding';
import type { SourcedManifest } from './sourced';

/**
 * The line and column of a field: of its value when that is a scalar or a list's item, else of its key; of the nearest parent when the
 * field is not there. The document is parsed anew for this, once for all of its objects, so ask only for what is reported.
 */
export function positionOf(sourced: SourcedManifest, path: FieldPath = [], at: 'value' | 'key' = 'value'): Location | undefined {
  const { location, text } = sourced.origin;
  if (!text) return location;
  // Loaded here only: the parser that knows positions takes longer to load than ten files take to check.
  const { placeInDocument } = require('./document-place') as typeof import('./document-place');
  const { line, col } = placeInDocument(text.document, [...text.at, ...path], at);
  return { ...(location ?? { file: '' }), line: line + text.document.firstLine - 1, column: col };
}
