import type { ChoiceNode, SchemaNode } from './node';
import type { JsonSchema } from './schema';
import type { Sink } from './sink';
import { listed, wanted } from './words';

type Check = (node: SchemaNode, value: unknown, sink: Sink) => void;

/** Reports, in words, which demand of `oneOf`, `anyOf`, `allOf` or `not` a value misses. */
export function checkChoice({ keyword, alternatives }: ChoiceNode, value: unknown, sink: Sink, check: Check): void {
  if (keyword === 'allOf') {
    for (const one of alternatives) check(one, value, sink);
    return;
  }
  if (byFieldsAlone(keyword, alternatives, value)) return;
  const trials = alternatives.map((one) => {
    const trial = sink.trial();
    check(one, value, trial);
    return trial;
  });
  const fitting = trials.filter((trial) => trial.problems.length === 0).length;
  if (keyword === 'not' ? fitting === 0 : keyword === 'anyOf' ? fitting > 0 : fitting === 1) return;
  const schemas = alternatives.map((one) => one.schema);
  if (keyword === 'not') sink.add('choice', forbidden(schemas[0], value, sink));
  else explain(keyword, schemas, trials, value, sink);
}

/** Whether all is well as far as the given fields tell, which is all that most choices ask for. */
function byFieldsAlone(keyword: ChoiceNode['keyword'], alternatives: readonly SchemaNode[], value: unknown): boolean {
  let fitting = 0;
  for (const { schema } of alternatives) {
    if (schema.required !== undefined && isOnlyOf(schema, 'required'))
      fitting += schema.required.every((name) => isGiven(value, name)) ? 1 : 0;
    else if (isNoneOf(schema) && isOnlyOf(schema, 'not')) fitting += noneGiven(schema.not as JsonSchema, value) ? 1 : 0;
    else return false;
  }
  return keyword === 'not' ? fitting === 0 : keyword === 'anyOf' ? fitting > 0 : fitting === 1;
}

function isOnlyOf(schema: JsonSchema, keyword: string): boolean {
  for (const key in schema) if (key !== keyword) return false;
  return true;
}

function noneGiven(not: JsonSchema, value: unknown): boolean {
  return !(not.anyOf ?? [not]).some((one) => isOnlyOf(one, 'required') && one.required?.every((name) => isGiven(value, name)));
}

function explain(keyword: 'oneOf' | 'anyOf', schemas: readonly JsonSchema[], trials: readonly Sink[], value: unknown, sink: Sink): void {
  const demands = schemas.filter((one) => !isNoneOf(one)).map((one) => one.required ?? []);
  const byField = demands.every((names) => names.length > 0);
  if (!byField) {
    explainOther(keyword, schemas, trials, sink);
    return;
  }
  const always = demands.reduce((common, names) => common.filter((name) => names.includes(name)));
  const said = (names: readonly string[]): string =>
    listed(names.length > always.length ? names.filter((name) => !always.includes(name)) : names, 'with');
  const options = demands.map(said);
  const there = demands.filter((names) => names.every((name) => isGiven(value, name))).map(said);
  if (keyword === 'oneOf' && there.length > 1) {
    sink.add('choice', `only one of ${listed(options, 'or')} can be given; ${listed(there)} are there`, options);
  } else if (there.length === 0) {
    sink.add('choice', `${keyword === 'oneOf' ? 'one' : 'at least one'} of ${listed(options, 'or')} must be given`, options);
  } else {
    // One is given, and it is wrong inside.
    const given = trials.find(
      (_, index) => !isNoneOf(schemas[index]) && (schemas[index].required ?? []).every((name) => isGiven(value, name)),
    );
    sink.problems.push(...(given?.problems ?? []));
  }
}

function explainOther(keyword: 'oneOf' | 'anyOf', schemas: readonly JsonSchema[], trials: readonly Sink[], sink: Sink): void {
  const types = schemas.map((one) => (one.type === undefined ? undefined : wanted(one)));
  if (types.every((type) => type !== undefined)) {
    sink.add('choice', `${listed(types, 'or')} belongs here`);
    return;
  }
  const fitting = trials.filter((trial) => trial.problems.length === 0).length;
  if (keyword === 'oneOf' && fitting > 1) {
    sink.add('choice', `${fitting} of the ${schemas.length} forms that exclude each other fit at once`);
    return;
  }
  const nearest = trials.reduce((best, trial) => (trial.problems.length < best.problems.length ? trial : best));
  sink.problems.push(...nearest.problems.slice(0, 1).map((one) => ({ ...one, keyword: 'choice' as const })));
}

/** What `not` says. */
function forbidden(schema: JsonSchema, value: unknown, sink: Sink): string {
  const sets = (schema.anyOf ?? [schema]).map((one) => one.required ?? []);
  const there = sets.filter((names) => names.length > 0 && names.every((name) => isGiven(value, name)));
  if (there.length > 0)
    return there
      .map((names) => (names.length > 1 ? `${listed(names)} cannot be given together` : `${names[0]} cannot be given here`))
      .join('; ');
  return `${sink.shown(value)} is not allowed here`;
}

/** `not: anyOf: required ...`: the alternative that nothing of the choice is given. */
function isNoneOf({ not }: JsonSchema): boolean {
  return not !== undefined && (not.anyOf ?? [not]).every((one) => one.required !== undefined && isOnlyOf(one, 'required'));
}

/** A field that is null counts as absent. */
function isGiven(value: unknown, name: string): boolean {
  return (
    typeof value === 'object' &&
    value !== null &&
    Object.hasOwn(value, name) &&
    ((value as { [name: string]: unknown })[name] ?? null) !== null
  );
}
