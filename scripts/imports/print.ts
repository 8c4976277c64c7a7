import type { Member, Named, Shape, Shapes } from './shapes';
import { quoted } from './shapes';

const width = 140;

/** How shapes are called in one file. */
export interface Naming {
  /** The name of a shape of this file. */
  named(id: string): string;
  /** The name of a definition of Kubernetes; remembers that the file needs it. */
  kubernetes(definition: string): string;
}

export const capitalized = (word: string): string =>
  word.charAt(0).toUpperCase() + word.slice(1).replace(/[^A-Za-z0-9]+(.?)/g, (_, next: string) => next.toUpperCase());

/** A name for each named shape: the hint for one of its paths, or else the shortest path in words. */
export function namesOf(
  shapes: Shapes,
  hints: { readonly [path: string]: string },
  prefix: string,
  taken: readonly string[],
): Map<string, string> {
  const names = new Map<string, string>();
  const used = new Set(taken);
  for (const [id, { paths }] of shapes.named) {
    const hint = paths.map((path) => hints[path.join('.')]).find((one) => one !== undefined);
    const made = paths.map((path) => prefix + path.map(capitalized).join('')).sort((a, b) => a.length - b.length || (a < b ? -1 : 1));
    let name = hint ?? made[0];
    for (let copy = 2; used.has(name); copy++) name = `${hint ?? made[0]}${copy}`;
    used.add(name);
    names.set(id, name);
  }
  return names;
}

/** The declaration of an interface or of a list of values. */
export function declaration(name: string, type: Omit<Named, 'paths'>, naming: Naming): string {
  if (type.values !== undefined) {
    const line = `export type ${name} = ${type.values.join(' | ')};`;
    return line.length <= width ? `${line}\n` : `export type ${name} =\n${type.values.map((value) => `  | ${value}`).join('\n')};\n`;
  }
  const members = (type.members ?? []).map((one) => member(one, naming));
  if (type.open === true) members.push('  readonly [key: string]: unknown;\n');
  return members.length === 0 ? `export type ${name} = Record<string, never>;\n` : `export interface ${name} {\n${members.join('')}}\n`;
}

/** One line of an interface. */
export function member(one: Member, naming: Naming): string {
  const name = /^[A-Za-z_$][\w$]*$/.test(one.name) ? one.name : quoted(one.name);
  return `  readonly ${name}${one.required ? '' : '?'}: ${written(one.shape, naming)};\n`;
}

function written(shape: Shape, naming: Naming): string {
  if (shape.is === 'text') return shape.text;
  if (shape.is === 'named') return naming.named(shape.id);
  if (shape.is === 'kubernetes') return naming.kubernetes(shape.definition);
  const inner = written(shape.of, naming);
  if (shape.is === 'nullable') return inner === 'unknown' ? inner : `${inner} | null`;
  if (shape.is === 'map') return `{ readonly [key: string]: ${inner} }`;
  return inner.includes(' | ') || inner.startsWith('readonly ') ? `readonly (${inner})[]` : `readonly ${inner}[]`;
}

/** The construct of a kind: its properties and its class. */
export function construct(
  kind: {
    readonly name: string;
    readonly kind: string;
    readonly apiVersions: readonly string[];
    readonly members: readonly Member[];
  },
  naming: Naming,
): string {
  const [newest] = kind.apiVersions;
  const choice = kind.apiVersions.length > 1 ? `  readonly apiVersion?: ${kind.apiVersions.map(quoted).join(' | ')};\n` : '';
  const required = kind.members.some((one) => one.required);
  const version = choice === '' ? '...props, ' : '...props, apiVersion: props.apiVersion ?? ';
  const given = choice === '' ? `${version}apiVersion: ${quoted(newest)}` : `${version}${quoted(newest)}`;
  return `export interface ${kind.name}Props {
${choice}  readonly metadata?: ApiObjectMetadata;
${kind.members.map((one) => member(one, naming)).join('')}}

export class ${kind.name} extends ApiObject {
  constructor(scope: Construct, id: string, props: ${kind.name}Props${required ? '' : ' = {}'}) {
    super(scope, id, { ${given}, kind: ${quoted(kind.kind)} });
  }
}
`;
}

/** The whole text of a file: where it comes from, what it imports, what it declares. */
export function file(release: string, imports: readonly string[], parts: readonly string[]): string {
  const head = `// Made by \`npm run imports\` from the release of ${release} in imports/releases.json; not edited by hand.\n`;
  return `${head}\n${imports.length > 0 ? `${imports.join('\n')}\n\n` : ''}${parts.join('\n')}`;
}
