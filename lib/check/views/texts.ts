import { type Field, isObject } from '../field';
import type { Resource } from '../resource';
import type { Subject } from '../subject';

export interface Text {
  readonly resource: Resource;
  readonly field: Field;
  readonly text: string;
}

/**
 * All texts of all objects that a rule may be interested in: one walk over everything serves every rule that looks at texts wherever they
 * stand.
 */
export function textsOf(subject: Subject, interesting: (text: string, resource: Resource) => boolean): Text[] {
  const found: Text[] = [];
  for (const resource of subject.resources) {
    if (resource.context) continue;
    const path: (string | number)[] = [];
    const scan = (value: unknown): void => {
      if (typeof value === 'string') {
        if (interesting(value, resource)) found.push({ resource, field: resource.root.at(...path), text: value });
      } else if (Array.isArray(value)) {
        for (let index = 0; index < value.length; index++) step(index, value[index]);
      } else if (isObject(value)) {
        for (const name of Object.keys(value)) step(name, value[name]);
      }
    };
    const step = (name: string | number, value: unknown): void => {
      path.push(name);
      scan(value);
      path.pop();
    };
    scan(resource.root.value);
  }
  return found;
}
