import type { Manifest } from '../../manifest/manifest';
import { at, labels } from './data';
import { type DeploymentPlan, deploymentPlan } from './deployment';
import { idOf, type Objects } from './objects';
import type { PlanBase } from './types';

/** A Service whose selector is switched from one version to another. */
export interface BlueGreenServicePlan extends PlanBase {
  readonly controller: 'service';
  /** The label that tells the versions apart. */
  readonly label: string;
  readonly active: ColouredVersion;
  readonly preview: ColouredVersion;
}

export interface ColouredVersion {
  /** The value of the label. */
  readonly value: string;
  readonly deployment: DeploymentPlan;
}

/** A Service that selects one of several Deployments, which differ only in one label of those it selects by. */
export function blueGreenPlan(manifest: Manifest, objects: Objects): BlueGreenServicePlan | undefined {
  const selector = labels(at(manifest, 'spec', 'selector'));
  const namespace = manifest.metadata?.namespace ?? '';
  const near = objects.ofKind('apps', 'Deployment').filter((one) => (one.metadata?.namespace ?? '') === namespace);
  for (const label of Object.keys(selector)) {
    if (Object.keys(selector).length < 2) return undefined;
    const pods = (one: Manifest) => labels(at(one, 'spec', 'template', 'metadata', 'labels'));
    const same = near.filter((one) =>
      Object.entries(selector).every(([key, value]) => (key === label ? pods(one)[key] !== undefined : pods(one)[key] === value)),
    );
    const active = same.find((one) => pods(one)[label] === selector[label]);
    const preview = same.find((one) => pods(one)[label] !== selector[label]);
    if (!active || !preview) continue;
    const coloured = (one: Manifest): ColouredVersion => ({ value: pods(one)[label] ?? '', deployment: deploymentPlan(one) });
    return {
      controller: 'service',
      object: idOf(manifest),
      service: manifest.metadata?.name ?? '',
      replicas: deploymentPlan(active).replicas,
      problems: [],
      assumptions: [],
      label,
      active: coloured(active),
      preview: coloured(preview),
    };
  }
  return undefined;
}
