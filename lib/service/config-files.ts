/** The content of a ConfigMap that belongs to the service, and how the program sees it. */
export interface ConfigFiles {
  /** Texts by key; they may hold parameters. Becomes `data`. */
  readonly data: { [key: string]: string };
  /** The folder in which each key is a file. Becomes a read-only `volumeMount`. Default: not mounted. */
  readonly mountPath?: string;
  /** Whether each key is an environment variable. Becomes an entry of `envFrom`. Default: false. */
  readonly asEnv?: boolean;
  /**
   * Whether a change reaches running pods instead of replacing them, as feature flags need it: the kubelet renews mounted files within
   * about a minute, and the program reads them again. Needs `mountPath`; variables never change while a pod runs. Default: false.
   * See https://kubernetes.io/docs/concepts/configuration/configmap/#mounted-configmaps-are-updated-automatically
   */
  readonly live?: boolean;
}
