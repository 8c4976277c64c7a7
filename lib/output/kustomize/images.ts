import { isMap } from './json-patch';

/** One line of `images`: every container image of this name gets the tag. */
export interface ImageTag {
  readonly name: string;
  readonly newTag: string;
}

/** An object as the base has it, and as the environment wants it. */
export interface Pair {
  readonly from: unknown;
  readonly to: unknown;
}

interface Occurrence {
  readonly from: string;
  /** Undefined where the environment has something else there. */
  readonly to: string | undefined;
}

/** The lists in which kustomize looks for images, at any depth of any object. */
const LISTS = new Set(['containers', 'initContainers']);
const IMAGE = /^([^@]+?)(?::([\w][\w.-]{0,127}))?$/;

/**
 * The changes of tags that kustomize's image transformer expresses exactly: it changes every image of a name, so all of them have to get the
 * same tag.
 * @param pairs Every object of the overlay; objects that only the environment has stand for themselves.
 */
export function imageTags(pairs: readonly Pair[]): ImageTag[] {
  const byName = new Map<string, Occurrence[]>();
  for (const { from, to } of pairs) {
    for (const occurrence of occurrencesIn(from, to)) {
      const name = nameOf(occurrence.from);
      byName.set(name, [...(byName.get(name) ?? []), occurrence]);
    }
  }
  const tags: ImageTag[] = [];
  for (const [name, occurrences] of byName) {
    if (occurrences.every(({ from, to }) => from === to)) continue;
    const newTag = IMAGE.exec(occurrences[0]?.to ?? '')?.[2];
    const fits = occurrences.every(({ from, to }) => IMAGE.test(from) && to === `${name}:${newTag}`);
    // A name is read as a regular expression: it must not fit another image.
    const others = [...byName.keys()].filter((other) => other !== name && new RegExp(`^${name}$`).test(other));
    if (newTag !== undefined && fits && /^[\w./:-]+$/.test(name) && others.length === 0) tags.push({ name, newTag });
  }
  return tags.sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** What the transformer makes of an object. */
export function withImageTags(value: unknown, tags: ReadonlyMap<string, string>, key = ''): unknown {
  if (Array.isArray(value)) {
    return value.map((item) => {
      const next = withImageTags(item, tags);
      const tag = LISTS.has(key) && isMap(item) && typeof item.image === 'string' ? tags.get(nameOf(item.image)) : undefined;
      return tag === undefined ? next : { ...(next as object), image: `${nameOf((item as { image: string }).image)}:${tag}` };
    });
  }
  if (!isMap(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([field, inner]) => [field, withImageTags(inner, tags, field)]));
}

function nameOf(image: string): string {
  return IMAGE.exec(image)?.[1] ?? image.replace(/[@].*$/, '').replace(/:[^/:]*$/, '');
}

function* occurrencesIn(from: unknown, to: unknown, key = ''): Generator<Occurrence> {
  if (Array.isArray(from)) {
    for (const [index, item] of from.entries()) {
      const other: unknown = Array.isArray(to) && to.length === from.length ? to[index] : undefined;
      if (LISTS.has(key) && isMap(item) && typeof item.image === 'string') {
        yield { from: item.image, to: isMap(other) && typeof other.image === 'string' ? other.image : undefined };
      }
      yield* occurrencesIn(item, other);
    }
  } else if (isMap(from)) {
    for (const [field, inner] of Object.entries(from)) yield* occurrencesIn(inner, isMap(to) ? to[field] : undefined, field);
  }
}
