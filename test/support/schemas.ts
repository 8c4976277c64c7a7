import * as fs from 'node:fs';
import * as path from 'node:path';
import Ajv2020, { type ValidateFunction } from 'ajv/dist/2020';

export const SCHEMAS = path.resolve(__dirname, '../../schemas');

const read = (name: string) => JSON.parse(fs.readFileSync(path.join(SCHEMAS, `${name}.schema.json`), 'utf8'));

/** Validates what `schemas/<name>.schema.json` describes, or one of its definitions. */
export function validator(name: string, definition?: string): ValidateFunction {
  const ajv = new Ajv2020({ strict: false });
  for (const file of [...new Set(['check', name])]) ajv.addSchema(read(file), `${file}.schema.json`);
  return ajv.compile({ $ref: `${name}.schema.json${definition ? `#/$defs/${definition}` : ''}` });
}
