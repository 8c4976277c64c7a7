import type { ParametricManifest, Tree } from '../../manifest/tree';
import type { Condition, ConditionTerm } from '../../parameters/condition';
import { type Steering, type Switches, steeringOf } from '../../parameters/day2/steering';
import { type Expression, isExpression } from '../../parameters/expression';
import { ChoiceParameter, type Parameter } from '../../parameters/parameter';
import type { OutputFile, Watch } from '../output';
import { conditionPipeline } from './condition';
import { escapeBraces } from './live';
import { valuesArgument, valuesPath } from './values-path';

/** What the notes are made of. */
export interface Notes {
  readonly app: string;
  readonly manifests: readonly ParametricManifest[];
  readonly parameters: readonly Parameter[];
  readonly watchOf: (manifest: ParametricManifest) => Watch | undefined;
  /** The text of an expression in a template. */
  readonly live: (expression: Expression) => string;
}

/** Where there is no condition. */
const ALWAYS = '';

/** How many lines a list has at most. */
const LISTED = 20;

/** What Helm says after an installation: what is there, how to follow it, what comes next, and the way back. */
export function notesText(notes: Notes): OutputFile {
  const { app, parameters } = notes;
  const release = '{{ .Release.Name }} --namespace {{ .Release.Namespace }}';
  const text = [
    `${app} {{ .Chart.Version }} is installed as {{ .Release.Name }} (revision {{ .Release.Revision }}).`,
    ...section('Its values:', valueRows(parameters)),
    ...section('How its release goes:', watchRows(notes)),
    ...section('What comes next, one value at a time:', nextRows(notes)),
    '',
    `What is running:       helm get manifest ${release}`,
    `Back to the last one:  helm rollback ${release}`,
    '',
  ];
  return { path: 'templates/NOTES.txt', text: text.join('\n') };
}

function section(title: string, rows: readonly string[]): string[] {
  return rows.length > 0 ? ['', title, '', ...rows] : [];
}

function valueRows(parameters: readonly Parameter[]): string[] {
  const listed = parameters.slice(0, LISTED);
  const width = Math.max(0, ...listed.map(({ name }) => name.length));
  const rows = listed.map(({ name }) => `  ${name.padEnd(width)}  {{ ${valuesPath(name)} | toJson }}`);
  return parameters.length > LISTED
    ? [...rows, `  and ${parameters.length - LISTED} more: helm get values --all {{ .Release.Name }}`]
    : rows;
}

/** One command an object, while the object exists. */
function watchRows({ manifests, watchOf, live }: Notes): string[] {
  const rows = new Map<string, (Condition | undefined)[]>();
  for (const manifest of manifests) {
    const watch = watchOf(manifest);
    if (!watch) continue;
    const { name, namespace } = manifest.object.metadata;
    const of = namespace === undefined ? '{{ .Release.Namespace }}' : templateOf(namespace, live);
    const row = `  ${watch.before}${templateOf(name, live)}${watch.after} --namespace ${of}`;
    rows.set(row, [...(rows.get(row) ?? []), manifest.when]);
  }
  const listed = [...rows].slice(0, LISTED);
  const lines = listed.map(([row, conditions]) => switched(row, conditions));
  return rows.size > LISTED ? [...lines, `  and ${rows.size - LISTED} more`] : lines;
}

function switched(row: string, conditions: readonly (Condition | undefined)[]): string {
  const terms = conditions.map((condition) => (condition ? termsOf(condition._term) : []));
  return whileTrue(
    row,
    withoutChoices(terms).map((each) => (each.length > 0 ? conditionPipeline({ kind: 'all', of: each }) : ALWAYS)),
  );
}

/** An object that is there whatever is chosen does not depend on the choice. */
function withoutChoices(terms: readonly (readonly ConditionTerm[])[]): (readonly ConditionTerm[])[] {
  return terms.map((each) => {
    const choice = each.find((term) => term.kind === 'equals');
    if (choice?.kind !== 'equals') return each;
    const others = (list: readonly ConditionTerm[]) => list.filter((term) => !isOf(term, choice.parameter));
    const rest = JSON.stringify(others(each));
    const same = terms.filter((one) => JSON.stringify(others(one)) === rest && one.some((term) => isOf(term, choice.parameter)));
    return same.length >= choice.parameter.choices.length ? others(each) : each;
  });
}

function isOf(term: ConditionTerm, parameter: ChoiceParameter): boolean {
  return term.kind === 'equals' && term.parameter.name === parameter.name;
}

function termsOf(term: ConditionTerm): readonly ConditionTerm[] {
  return term.kind === 'all' ? term.of.flatMap(termsOf) : [term];
}

/** The values that decide between versions, while they do. */
function nextRows({ app, manifests, parameters }: Notes): string[] {
  const upgrade = `  helm upgrade {{ .Release.Name }} ${app} --namespace {{ .Release.Namespace }} --reuse-values --set`;
  const steerings = steeringOf(manifests);
  const rows = parameters.flatMap((parameter) => {
    const deciding = steerings.filter((steering) => parametersOf(steering).includes(parameter.name));
    const row = `${upgrade} ${parameter.name}=${exampleOf(parameter)}`;
    return deciding.length > 0
      ? [
          whileTrue(
            row,
            deciding.map(({ whileSwitched }) => switchesPipeline(whileSwitched)),
          ),
        ]
      : [];
  });
  return rows.length > LISTED ? [...rows.slice(0, LISTED), `  and ${rows.length - LISTED} more`] : rows;
}

function switchesPipeline(switches: Switches = {}): string {
  const each = Object.entries(switches).map(([name, on]) => (on ? valuesArgument(name) : `(not ${valuesArgument(name)})`));
  if (each.length > 1) return `and ${each.join(' ')}`;
  return each[0]?.replace(/^\((.*)\)$/, '$1') ?? ALWAYS;
}

/** The row while one of the pipelines is true. */
function whileTrue(row: string, pipelines: readonly string[]): string {
  const different = [...new Set(pipelines)];
  if (different.includes(ALWAYS)) return row;
  const pipeline = different.length > 1 ? `or ${different.map((each) => `(${each})`).join(' ')}` : different[0];
  return `{{- if ${pipeline} }}\n${row}\n{{- end }}`;
}

function parametersOf(steering: Steering): string[] {
  if (steering.kind === 'choice') return [steering.parameter];
  return steering.shares.flatMap(({ weight }) => (weight.kind === 'parameter' ? [weight.parameter] : []));
}

function exampleOf(parameter: Parameter): string {
  return parameter instanceof ChoiceParameter ? (parameter.choices.find((each) => each !== parameter.defaultValue) ?? '') : '20';
}

function templateOf(tree: Tree | undefined, live: (expression: Expression) => string): string {
  return isExpression(tree) ? live(tree) : escapeBraces(String(tree));
}
