import type { VersionOptions, VersionProps } from './version-props';

/** What is merged entry by entry; everything else is replaced whole. */
const MERGED = ['env', 'config', 'labels', 'annotations', 'security', 'scheduling'] as const;

/** What says one thing in two ways: a version that states one of them sets the other aside. */
const ALTERNATIVES = [
  ['replicas', 'autoscaling'],
  ['preStop', 'preStopSleep'],
] as const;

/** The service's defaults with a version's own statements, which win. A field that is stated as undefined counts as not stated. */
export function mergeDefaults(defaults: VersionOptions, own: VersionProps): VersionProps {
  const merged: { [field: string]: unknown } = { ...defaults };
  for (const [one, other] of ALTERNATIVES) {
    if (own[one] !== undefined) delete merged[other];
    if (own[other] !== undefined) delete merged[one];
  }
  for (const [field, value] of Object.entries(own)) if (value !== undefined) merged[field] = value;
  for (const field of MERGED) {
    if (defaults[field] !== undefined && own[field] !== undefined) merged[field] = { ...defaults[field], ...own[field] };
  }
  return merged as unknown as VersionProps;
}
