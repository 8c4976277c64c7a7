import { describeId } from '../../../manifest/manifest';
import type { Field } from '../../field';
import { hostKey } from '../../relations/hosts';
import type { Rule } from '../../rule';
import { append } from '../../subject';
import { exportTargets, isExportedTo } from '../../views/destination-rule';
import type { VirtualServiceView } from '../../views/virtual-service';

interface Claim {
  readonly view: VirtualServiceView;
  readonly host: Field;
}

export const meshHostTwice: Rule = {
  code: 'PD0106',
  severity: 'error',
  title: 'Two VirtualServices route one host inside the mesh',
  why: 'Sidecars take one VirtualService for a host, the oldest; the rules of the other have no effect, and which is the oldest depends on what was created first. At a gateway they are merged in no defined order.',
  fix: 'Put all rules of a host into one VirtualService, or let one root VirtualService delegate to the others.',
  links: [
    'https://istio.io/latest/docs/reference/config/analysis/ist0109/',
    'https://istio.io/latest/docs/ops/best-practices/traffic-management/#split-virtual-services',
  ],
  check(subject, report) {
    const mesh = new Map<string, Claim[]>();
    const gateways = new Map<string, Claim[]>();
    for (const view of subject.virtualServices) {
      const namespace = view.resource.id.namespace;
      for (const host of view.hosts) {
        const key = hostKey(host.text ?? '', namespace);
        if (view.onMesh) append(mesh, key, { view, host });
        for (const gateway of view.gateways) {
          if (gateway !== 'mesh') append(gateways, `${gateway.includes('/') ? gateway : `${namespace}/${gateway}`} ${key}`, { view, host });
        }
      }
    }
    for (const claims of mesh.values()) {
      const [first, ...others] = claims;
      for (const other of others) {
        if (other.view === first.view || !visibleTogether(first.view, other.view)) continue;
        report(
          other.view.resource,
          other.host,
          `${describeId(first.view.resource.id)} routes the host ${other.host.text} inside the mesh too: only the older of the two has any effect.`,
        );
      }
    }
    for (const claims of gateways.values()) {
      const [first, ...others] = claims;
      for (const other of others) {
        if (other.view === first.view || (first.view.onMesh && other.view.onMesh)) continue;
        report(
          other.view.resource,
          other.host,
          `${describeId(first.view.resource.id)} routes the host ${other.host.text} at the same gateway: their rules are merged by age, not in an order that the files show.`,
          { severity: 'note' },
        );
      }
    }
  },
};

function visibleTogether(a: VirtualServiceView, b: VirtualServiceView): boolean {
  const ofA = exportTargets(a.resource);
  const ofB = exportTargets(b.resource);
  if (ofA.includes('*')) return true;
  return ofA.some((namespace) => isExportedTo(ofB, namespace));
}
