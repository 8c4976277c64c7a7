import type { VersionOptions, VersionProps } from './version-props';

/** What is merged entry by entry; everything else is replaced whole. */
const MERGED = ['env', 'config', 'labels', 'annotations', 'security', 'scheduling'] as const;

/** The service's defaults with a version's own statements, which win. A field that is stated as undefined counts as not stated. */
export function mergeDefaults(defaults: VersionOptions, own: VersionProps): VersionProps {
  const merged: { [field: string]: unknown } = { ...defaults };
  for (const [field, value] of Object.entries(own)) if (value !== undefined) merged[field] = value;
  for (const field of MERGED) {
    if (defaults[field] !== undefined && own[field] !== undefined) merged[field] = { ...defaults[field], ...own[field] };
  }
  return merged as unknown as VersionProps;
}
