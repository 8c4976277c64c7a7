import { load } from 'js-yaml';
import { fieldPathText } from '../../../lib/check/finding';
import type { SchemaOptions } from '../../../lib/check/schema/schema';
import { validateSchema } from '../../../lib/check/schema/validate';

/** The problems of a manifest, as `path: message`. */
export function problems(yaml: string, options?: SchemaOptions): string[] {
  return validateSchema(load(yaml), options).map((one) => `${fieldPathText(one.path)}: ${one.message}`);
}
