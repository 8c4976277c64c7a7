import { ApiObject, JsonPatch } from 'cdk8s';
import type { Construct } from 'constructs';
import type { Condition } from '../parameters/condition';
import { isExpression } from '../parameters/expression';
import { evaluateTree, type ManifestTree, type Tree, type TreeObject, treeOf } from './tree';

/** A Kubernetes object as a strategy states it. Strings, and any value in `fields`, may hold parameters. */
export interface ObjectProps {
  /** For example `networking.istio.io/v1`. */
  readonly apiVersion: string;
  /** For example `VirtualService`. */
  readonly kind: string;
  /** Becomes `metadata.name`. */
  readonly name: string;
  /** Becomes `metadata.namespace`. Default: the namespace of the chart. */
  readonly namespace?: string;
  /** An object without a namespace, such as a Namespace or a ClusterRole. Default: false. */
  readonly clusterScoped?: boolean;
  /** Becomes `metadata.labels`, beside those of the chart. */
  readonly labels?: { [key: string]: string };
  /** Becomes `metadata.annotations`. */
  readonly annotations?: { [key: string]: string };
  /** Every top-level field besides `apiVersion`, `kind` and `metadata`: `{ spec: { ... } }`. */
  readonly fields: { [field: string]: unknown };
  /** When the object exists. Default: always. */
  readonly when?: Condition;
}

const MANIFEST_OBJECT = Symbol.for('cdk8s-progressive.ManifestObject');

/**
 * An object of this library in the construct tree: an ApiObject, so that stock cdk8s emits it and patches apply to it, that keeps its
 * expressions for this library's own outputs.
 */
export class ManifestObject extends ApiObject {
  /** The test to use: `instanceof` says yes for every ApiObject, because cdk8s overrides it. */
  public static isManifestObject(value: unknown): value is ManifestObject {
    return typeof value === 'object' && value !== null && MANIFEST_OBJECT in value;
  }

  public readonly when: Condition | undefined;
  private readonly content: ObjectProps;
  private readonly jsonPatches: JsonPatch[] = [];
  private metadataWasRead = false;

  public constructor(scope: Construct, id: string, props: ObjectProps) {
    super(scope, id, { apiVersion: props.apiVersion, kind: props.kind, metadata: { name: props.name } });
    this.content = props;
    this.when = props.when;
    // Rendering what cdk8s holds as metadata is dear, and worth it only where somebody got hold of it, so may have added to it.
    const { metadata } = this;
    Object.defineProperty(this, 'metadata', {
      get: () => {
        this.metadataWasRead = true;
        return metadata;
      },
    });
  }

  public override addJsonPatch(...operations: JsonPatch[]): void {
    this.jsonPatches.push(...operations);
  }

  /** The object with its expressions alive. */
  public tree(): ManifestTree {
    const { apiVersion, kind, name, namespace, clusterScoped, labels, annotations, fields } = this.content;
    const { labels: addedLabels, annotations: addedAnnotations, name: _, namespace: __, ...added } = this.addedMetadata();
    const metadata = {
      name,
      namespace: clusterScoped ? undefined : (namespace ?? this.chart.namespace),
      labels: merged(this.chart.labels, labels, addedLabels),
      annotations: merged(annotations, addedAnnotations),
      ...added,
    };
    const tree = treeOf({ apiVersion, kind, metadata, ...fields }) as ManifestTree;
    return this.jsonPatches.length === 0 ? tree : this.patched(tree);
  }

  /** The object with every parameter at its default, as stock cdk8s writes it. */
  public override toJson(): unknown {
    return evaluateTree(this.tree() as Tree, { values: new Map() });
  }

  /** What was added through `metadata.addLabel` and the like after construction. */
  private addedMetadata(): { [field: string]: Tree | undefined; labels?: TreeObject; annotations?: TreeObject } {
    return this.metadataWasRead ? this.metadata.toJson() : {};
  }

  private patched(tree: ManifestTree): ManifestTree {
    const withPlaceholders = JSON.parse(JSON.stringify(tree, (_, value) => (isExpression(value) ? value._placeholder() : value)));
    try {
      return treeOf(JsonPatch.apply(withPlaceholders, ...this.jsonPatches)) as ManifestTree;
    } catch (error) {
      throw new Error(`${this.node.path}: a JSON patch does not apply to ${this.kind} ${this.name}: ${(error as Error).message}`);
    }
  }
}

function merged(...parts: (TreeObject | undefined)[]): TreeObject | undefined {
  let result: TreeObject | undefined;
  for (const part of parts) if (part && Object.keys(part).length > 0) result = { ...result, ...part };
  return result;
}

Object.defineProperty(ManifestObject.prototype, MANIFEST_OBJECT, { value: true });
