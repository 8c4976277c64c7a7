import { positionOf } from '../model/position';
import type { SourcedManifest } from '../model/sourced';
import type { Finding, Severity } from './finding';
import { type Reported, reporter } from './report';
import { type Resource, resourceOf } from './resource';
import type { Rule } from './rule';
import { RULES } from './rules';
import { crdSchemas } from './schema/crds';
import { type SchemaFinding, schemaFindings } from './schema-findings';
import { sortFindings } from './sort';
import { Subject } from './subject';
import { type Suppressed, type Suppression, suppress } from './suppression';

export interface CheckOptions {
  /** Objects that may be referred to, and about which nothing is reported. */
  readonly context?: readonly SourcedManifest[];
  /** What is known and accepted. */
  readonly ignore?: readonly Suppression[];
  /** Findings from before, such as those of the reader: they are sorted and suppressed with the others. */
  readonly problems?: readonly Finding[];
  /** `1.29` to `1.36`; the newest without it. */
  readonly kubernetesVersion?: string;
  /** CustomResourceDefinitions of kinds that the library does not know; those among the manifests are taken too. */
  readonly crds?: readonly SourcedManifest[];
  /** Whether objects are held against the schemas of their kinds; they are unless a test does without. */
  readonly schema?: boolean;
  /** All of them, unless a test asks for one. */
  readonly rules?: readonly Rule[];
}

export interface CheckReport {
  /** By severity, then by place. */
  readonly findings: readonly Finding[];
  readonly suppressed: readonly Suppressed[];
  /** The number of objects that were checked. */
  readonly objects: number;
}

/** Checks a set of manifests: each object against its schema, then all rules across them. Pure, and it never throws. */
export function check(manifests: readonly SourcedManifest[], options: CheckOptions = {}): CheckReport {
  const own = manifests.map((source) => resourceOf(source, false));
  const resources = [...own, ...(options.context ?? []).map((source) => resourceOf(source, true))];
  const reported: Reported[] = (options.problems ?? []).map((finding) => ({ finding, resource: undefined }));
  const ruled: Reported[] = [];
  const subject = new Subject(resources);
  for (const rule of options.rules ?? RULES) run(rule, subject, ruled);
  const bySchema = options.schema === false ? [] : checkSchemas(own, manifests, options);
  reported.push(...withoutRepeats(bySchema, ruled), ...ruled);
  const { findings, suppressed } = suppress(reported, resources, options.ignore ?? []);
  return { findings: sortFindings(findings), suppressed, objects: manifests.length };
}

function checkSchemas(own: readonly Resource[], manifests: readonly SourcedManifest[], options: CheckOptions): Schematic[] {
  const definitions = [...(options.crds ?? []), ...(options.context ?? []), ...manifests].map(({ manifest }) => manifest);
  const settings = { kubernetesVersion: options.kubernetesVersion, crds: crdSchemas(definitions) };
  return own.flatMap((resource) => schemaFindings(resource, settings).map((found) => ({ ...found, resource })));
}

/** A rule that fails on odd input must not hide what the others find. */
function run(rule: Rule, subject: Subject, into: Reported[]): void {
  try {
    rule.check(subject, reporter(rule, into));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    into.push({
      resource: undefined,
      finding: {
        code: 'PD0092',
        severity: 'note',
        message: `The check ${rule.code} could not be made: ${reason}.`,
        fix: 'Correct what else is reported; if nothing is, please report this as a fault of progressive.',
      },
    });
  }
}

interface Schematic extends Reported, SchemaFinding {
  readonly resource: Resource;
}

/** What a rule says about a field says more than what a schema says about it, or about the choice between it and others. */
function withoutRepeats(bySchema: readonly Schematic[], ruled: readonly Reported[]): Reported[] {
  const places = new Map<Resource, Set<string>>();
  for (const { finding, resource } of ruled) {
    if (!resource || finding.severity === 'note') continue;
    const known = places.get(resource) ?? new Set();
    known.add(JSON.stringify(finding.path ?? []));
    places.set(resource, known);
  }
  return bySchema.filter(({ finding: { path = [] }, choice, resource }) => {
    const said = places.get(resource);
    return !said || ![path, ...choice.map((field) => [...path, field])].some((place) => said.has(JSON.stringify(place)));
  });
}

/** The findings with line and column, which are computed from the files only for what is reported. */
export function withPositions(findings: readonly Finding[], manifests: readonly SourcedManifest[]): Finding[] {
  const index = new Map<string, SourcedManifest>();
  for (const manifest of manifests) {
    const key = placeKey(resourceOf(manifest, false).id, manifest.origin.location);
    if (!index.has(key)) index.set(key, manifest);
  }
  return findings.map((finding) => {
    if (finding.location?.column !== undefined || !finding.object) return finding;
    const source = index.get(placeKey(finding.object, finding.location));
    const location = source && positionOf(source, finding.path ?? []);
    return location ? { ...finding, location } : finding;
  });
}

const placeKey = (id: Finding['object'], location: Finding['location']): string =>
  JSON.stringify([id?.group, id?.kind, id?.namespace, id?.name, location?.file, location?.document]);

/** How many findings there are of each severity. */
export function countBySeverity(findings: readonly Finding[]): Record<Severity, number> {
  const counts = { error: 0, warning: 0, note: 0 };
  for (const { severity } of findings) counts[severity]++;
  return counts;
}
