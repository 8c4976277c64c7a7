import { Construct } from 'constructs';
import { ManifestObject } from '../manifest/manifest-object';
import { rememberSource } from '../manifest/source-line';
import { requireShape } from '../shapes/shapes';
import { namespaceProblem } from './names';

/** How a namespace is part of the mesh: exactly one of these. */
export class MeshMode {
  /** Sidecars of the default revision. Becomes `istio-injection: enabled`. */
  public static injection(): MeshMode {
    return new MeshMode('istio-injection', 'enabled');
  }

  /**
   * Sidecars of one revision of Istio, or of a revision tag: for upgrades of Istio step by step. Becomes `istio.io/rev`.
   * @param name For example `1-31-0` or `stable`.
   */
  public static revision(name: string): MeshMode {
    return new MeshMode('istio.io/rev', name);
  }

  /** Without sidecars: the node's proxy secures the traffic. Becomes `istio.io/dataplane-mode: ambient`. Routes need a waypoint. */
  public static ambient(): MeshMode {
    return new MeshMode('istio.io/dataplane-mode', 'ambient');
  }

  /** Not part of the mesh. Becomes `istio-injection: disabled`. */
  public static off(): MeshMode {
    return new MeshMode('istio-injection', 'disabled');
  }

  private constructor(
    /** The label that says so. */
    public readonly label: string,
    /** The value of the label. */
    public readonly value: string,
  ) {}
}

/** What Pod Security admits. See https://kubernetes.io/docs/concepts/security/pod-security-standards/ */
export enum PodSecurityLevel {
  /** Everything. */
  PRIVILEGED = 'privileged',
  /** Without known ways to more rights. Sidecars without Istio's CNI plugin need it, and more: their init container changes the network. */
  BASELINE = 'baseline',
  /** What this library's pods keep to. */
  RESTRICTED = 'restricted',
}

export interface MeshNamespaceProps {
  /** Becomes `metadata.name`. Default: the construct's id. */
  readonly name?: string;
  /** How it is part of the mesh. */
  readonly mesh: MeshMode;
  /**
   * What Pod Security admits. Becomes `pod-security.kubernetes.io/enforce` and `warn`. Default: restricted; with sidecars this needs
   * Istio's CNI plugin.
   */
  readonly podSecurity?: PodSecurityLevel;
  /** Further labels. Those of the mesh and of Pod Security are stated by `mesh` and `podSecurity`. */
  readonly labels?: { [key: string]: string };
}

/**
 * A Namespace that says how its pods are part of the mesh, and what they may do.
 * See https://istio.io/latest/docs/setup/additional-setup/sidecar-injection/
 */
export class MeshNamespace extends Construct {
  /** The name of the Namespace. */
  public readonly name: string;

  public constructor(scope: Construct, id: string, props: MeshNamespaceProps) {
    super(scope, id);
    rememberSource(this);
    requireShape('MeshNamespaceProps', props, this.node.path);
    this.name = props.name ?? id;
    const level = props.podSecurity ?? PodSecurityLevel.RESTRICTED;
    const own = {
      [props.mesh.label]: props.mesh.value,
      'pod-security.kubernetes.io/enforce': level,
      'pod-security.kubernetes.io/warn': level,
    };
    new ManifestObject(this, 'namespace', {
      apiVersion: 'v1',
      kind: 'Namespace',
      name: this.name,
      clusterScoped: true,
      labels: { ...props.labels, ...own },
      fields: {},
    });
    this.node.addValidation({ validate: () => namespaceProblems(this.name, props.labels ?? {}) });
  }
}

const MESH_LABELS = ['istio-injection', 'istio.io/rev', 'istio.io/dataplane-mode'];

function namespaceProblems(name: string, labels: { readonly [key: string]: string }): string[] {
  const problems: string[] = [];
  const wrong = namespaceProblem(name);
  if (wrong) problems.push(`Namespace ${name}: metadata.name ${wrong}`);
  for (const label of Object.keys(labels)) {
    if (MESH_LABELS.includes(label))
      problems.push(`Namespace ${name}: the label '${label}' is stated by mesh; two of ${MESH_LABELS.join(', ')} contradict each other.`);
    if (/^pod-security\.kubernetes\.io\/(enforce|warn)$/.test(label))
      problems.push(`Namespace ${name}: the label '${label}' is stated by podSecurity.`);
  }
  return problems;
}
