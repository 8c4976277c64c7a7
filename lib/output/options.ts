/** What can be adjusted in the outputs. */
export interface OutputOptions {
  /** What the Helm chart says of itself. Default: the defaults of each. */
  readonly chart?: ChartOptions;
  /** How the Kustomize tree is laid out. Default: the defaults of each. */
  readonly kustomize?: KustomizeOptions;
  /** Where Argo CD and Flux find what they deploy. Default: the defaults of each. */
  readonly gitops?: GitopsOptions;
}

/** What a Helm chart says of itself: the fields of its `Chart.yaml`. See https://helm.sh/docs/topics/charts/#the-chartyaml-file */
export interface ChartOptions {
  /** Semantic version of the chart. Default: 0.1.0. */
  readonly version?: string;
  /** Version of what it installs. Default: none. */
  readonly appVersion?: string;
  /** One sentence. Default: "Manifests of <app>". */
  readonly description?: string;
  /** The versions of Kubernetes that it may be installed into, such as `>=1.29.0-0`: Helm refuses others. Default: any. */
  readonly kubeVersion?: string;
  /** The address of the project's page. Default: none. */
  readonly home?: string;
  /** Addresses of its source code. Default: none. */
  readonly sources?: string[];
  /** Words by which it is found. Default: none. */
  readonly keywords?: string[];
  /** Who looks after it. Default: nobody is named. */
  readonly maintainers?: ChartMaintainer[];
  /** The address of a picture. Default: none. */
  readonly icon?: string;
}

/** Who looks after a chart. */
export interface ChartMaintainer {
  readonly name: string;
  /** Default: none. */
  readonly email?: string;
  /** Default: none. */
  readonly url?: string;
}

/** How the Kustomize tree is laid out. */
export interface KustomizeOptions {
  /**
   * Split base and overlays into parts that can be applied one after the other: what all versions share, each version, the routing.
   * Default: false.
   */
  readonly parts?: boolean;
}

/** Where the outputs are committed, for controllers that fetch them. */
export interface GitopsOptions {
  /** The address of the git repository. Default: `https://git.example.com/<app>.git`, to be replaced. */
  readonly repository?: string;
  /** The branch that is deployed. Default: main. */
  readonly branch?: string;
  /** The folder in the repository below which the outputs lie. Default: dist. */
  readonly folder?: string;
}
