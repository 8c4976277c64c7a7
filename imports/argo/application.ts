// Made by `npm run imports` from the release of argo-cd in imports/releases.json; not edited by hand.

import { ApiObject, type ApiObjectMetadata } from 'cdk8s';
import type { Construct } from 'constructs';

export interface ApplicationProps {
  readonly metadata?: ApiObjectMetadata;
  readonly operation?: ApplicationOperation;
  readonly spec: ApplicationSpec;
}

export class Application extends ApiObject {
  constructor(scope: Construct, id: string, props: ApplicationProps) {
    super(scope, id, { ...props, apiVersion: 'argoproj.io/v1alpha1', kind: 'Application' });
  }
}

export interface ApplicationSpec {
  readonly destination: ApplicationSpecDestination;
  readonly ignoreDifferences?: readonly ApplicationSpecIgnoreDifferences[];
  readonly info?: readonly ApplicationSpecInfo[];
  readonly project: string;
  readonly revisionHistoryLimit?: number;
  readonly source?: ApplicationSpecSource;
  readonly sourceHydrator?: ApplicationSpecSourceHydrator;
  readonly sources?: readonly ApplicationSpecSource[];
  readonly syncPolicy?: ApplicationSpecSyncPolicy;
}

export interface ApplicationSpecSyncPolicy {
  readonly automated?: ApplicationSpecSyncPolicyAutomated;
  readonly managedNamespaceMetadata?: ApplicationSpecSyncPolicyManagedNamespaceMetadata;
  readonly retry?: ApplicationOperationRetry;
  readonly syncOptions?: readonly string[];
}

export interface ApplicationSpecSyncPolicyManagedNamespaceMetadata {
  readonly annotations?: { readonly [key: string]: string };
  readonly labels?: { readonly [key: string]: string };
}

export interface ApplicationSpecSyncPolicyAutomated {
  readonly allowEmpty?: boolean;
  readonly enabled?: boolean;
  readonly prune?: boolean;
  readonly selfHeal?: boolean;
}

export interface ApplicationSpecSourceHydrator {
  readonly drySource: ApplicationSpecSourceHydratorDrySource;
  readonly hydrateTo?: ApplicationSpecSourceHydratorHydrateTo;
  readonly syncSource: ApplicationSpecSourceHydratorSyncSource;
}

export interface ApplicationSpecSourceHydratorSyncSource {
  readonly path: string;
  readonly repoURL?: string;
  readonly targetBranch: string;
}

export interface ApplicationSpecSourceHydratorHydrateTo {
  readonly targetBranch: string;
}

export interface ApplicationSpecSourceHydratorDrySource {
  readonly directory?: ApplicationSpecSourceDirectory;
  readonly helm?: ApplicationSpecSourceHelm;
  readonly kustomize?: ApplicationSpecSourceKustomize;
  readonly path: string;
  readonly plugin?: ApplicationSpecSourcePlugin;
  readonly repoURL: string;
  readonly targetRevision: string;
}

export interface ApplicationSpecIgnoreDifferences {
  readonly group?: string;
  readonly jqPathExpressions?: readonly string[];
  readonly jsonPointers?: readonly string[];
  readonly kind: string;
  readonly managedFieldsManagers?: readonly string[];
  readonly name?: string;
  readonly namespace?: string;
}

export interface ApplicationSpecDestination {
  readonly name?: string;
  readonly namespace?: string;
  readonly server?: string;
}

export interface ApplicationOperation {
  readonly info?: readonly ApplicationSpecInfo[];
  readonly initiatedBy?: ApplicationOperationInitiatedBy;
  readonly retry?: ApplicationOperationRetry;
  readonly sync?: ApplicationOperationSync;
}

export interface ApplicationOperationSync {
  readonly autoHealAttemptsCount?: number;
  readonly dryRun?: boolean;
  readonly manifests?: readonly string[];
  readonly prune?: boolean;
  readonly resources?: readonly ApplicationOperationSyncResources[];
  readonly revision?: string;
  readonly revisions?: readonly string[];
  readonly source?: ApplicationSpecSource;
  readonly sources?: readonly ApplicationSpecSource[];
  readonly syncOptions?: readonly string[];
  readonly syncStrategy?: ApplicationOperationSyncSyncStrategy;
}

export interface ApplicationOperationSyncSyncStrategy {
  readonly apply?: ApplicationOperationSyncSyncStrategyHook;
  readonly hook?: ApplicationOperationSyncSyncStrategyHook;
}

export interface ApplicationOperationSyncSyncStrategyHook {
  readonly force?: boolean;
}

export interface ApplicationSpecSource {
  readonly chart?: string;
  readonly directory?: ApplicationSpecSourceDirectory;
  readonly helm?: ApplicationSpecSourceHelm;
  readonly kustomize?: ApplicationSpecSourceKustomize;
  readonly name?: string;
  readonly path?: string;
  readonly plugin?: ApplicationSpecSourcePlugin;
  readonly ref?: string;
  readonly repoURL: string;
  readonly tagPrefix?: string;
  readonly targetRevision?: string;
}

export interface ApplicationSpecSourcePlugin {
  readonly env?: readonly ApplicationSpecInfo[];
  readonly name?: string;
  readonly parameters?: readonly ApplicationSpecSourcePluginParameters[];
}

export interface ApplicationSpecSourcePluginParameters {
  readonly array?: readonly string[];
  readonly map?: { readonly [key: string]: string };
  readonly name?: string;
  readonly string?: string;
}

export interface ApplicationSpecSourceKustomize {
  readonly apiVersions?: readonly string[];
  readonly commonAnnotations?: { readonly [key: string]: string };
  readonly commonAnnotationsEnvsubst?: boolean;
  readonly commonLabels?: { readonly [key: string]: string };
  readonly components?: readonly string[];
  readonly forceCommonAnnotations?: boolean;
  readonly forceCommonLabels?: boolean;
  readonly ignoreMissingComponents?: boolean;
  readonly images?: readonly string[];
  readonly kubeVersion?: string;
  readonly labelIncludeTemplates?: boolean;
  readonly labelWithoutSelector?: boolean;
  readonly namePrefix?: string;
  readonly nameSuffix?: string;
  readonly namespace?: string;
  readonly patches?: readonly ApplicationSpecSourceKustomizePatches[];
  readonly replicas?: readonly ApplicationSpecSourceKustomizeReplicas[];
  readonly version?: string;
}

export interface ApplicationSpecSourceKustomizeReplicas {
  readonly count: number | string;
  readonly name: string;
}

export interface ApplicationSpecSourceKustomizePatches {
  readonly options?: { readonly [key: string]: boolean };
  readonly patch?: string;
  readonly path?: string;
  readonly target?: ApplicationSpecSourceKustomizePatchesTarget;
}

export interface ApplicationSpecSourceKustomizePatchesTarget {
  readonly annotationSelector?: string;
  readonly group?: string;
  readonly kind?: string;
  readonly labelSelector?: string;
  readonly name?: string;
  readonly namespace?: string;
  readonly version?: string;
}

export interface ApplicationSpecSourceHelm {
  readonly apiVersions?: readonly string[];
  readonly fileParameters?: readonly ApplicationSpecSourceHelmFileParameters[];
  readonly ignoreMissingValueFiles?: boolean;
  readonly kubeVersion?: string;
  readonly namespace?: string;
  readonly parameters?: readonly ApplicationSpecSourceHelmParameters[];
  readonly passCredentials?: boolean;
  readonly releaseName?: string;
  readonly skipCrds?: boolean;
  readonly skipSchemaValidation?: boolean;
  readonly skipTests?: boolean;
  readonly valueFiles?: readonly string[];
  readonly values?: string;
  readonly valuesObject?: { readonly [key: string]: unknown };
  readonly version?: string;
}

export interface ApplicationSpecSourceHelmParameters {
  readonly forceString?: boolean;
  readonly name?: string;
  readonly value?: string;
}

export interface ApplicationSpecSourceHelmFileParameters {
  readonly name?: string;
  readonly path?: string;
}

export interface ApplicationSpecSourceDirectory {
  readonly exclude?: string;
  readonly include?: string;
  readonly jsonnet?: ApplicationSpecSourceDirectoryJsonnet;
  readonly recurse?: boolean;
}

export interface ApplicationSpecSourceDirectoryJsonnet {
  readonly extVars?: readonly ApplicationSpecSourceDirectoryJsonnetTlas[];
  readonly libs?: readonly string[];
  readonly tlas?: readonly ApplicationSpecSourceDirectoryJsonnetTlas[];
}

export interface ApplicationSpecSourceDirectoryJsonnetTlas {
  readonly code?: boolean;
  readonly name: string;
  readonly value: string;
}

export interface ApplicationOperationSyncResources {
  readonly group?: string;
  readonly kind: string;
  readonly name: string;
  readonly namespace?: string;
}

export interface ApplicationOperationRetry {
  readonly backoff?: ApplicationOperationRetryBackoff;
  readonly limit?: number;
  readonly refresh?: boolean;
}

export interface ApplicationOperationRetryBackoff {
  readonly duration?: string;
  readonly factor?: number;
  readonly maxDuration?: string;
}

export interface ApplicationOperationInitiatedBy {
  readonly automated?: boolean;
  readonly username?: string;
}

export interface ApplicationSpecInfo {
  readonly name: string;
  readonly value: string;
}
