// Made by `npm run imports` from the release of argo-cd in imports/releases.json; not edited by hand.

import { ApiObject, type ApiObjectMetadata } from 'cdk8s';
import type { Construct } from 'constructs';

export interface ApplicationSetProps {
  readonly metadata?: ApiObjectMetadata;
  readonly spec: ApplicationSetSpec;
}

export class ApplicationSet extends ApiObject {
  constructor(scope: Construct, id: string, props: ApplicationSetProps) {
    super(scope, id, { ...props, apiVersion: 'argoproj.io/v1alpha1', kind: 'ApplicationSet' });
  }
}

export interface ApplicationSetSpec {
  readonly applyNestedSelectors?: boolean;
  readonly generators: readonly ApplicationSetSpecGenerators[];
  readonly goTemplate?: boolean;
  readonly goTemplateOptions?: readonly string[];
  readonly ignoreApplicationDifferences?: readonly ApplicationSetSpecIgnoreApplicationDifferences[];
  readonly preservedFields?: ApplicationSetSpecPreservedFields;
  readonly strategy?: ApplicationSetSpecStrategy;
  readonly syncPolicy?: ApplicationSetSpecSyncPolicy;
  readonly template: ApplicationSetSpecTemplate;
  readonly templatePatch?: string;
}

export interface ApplicationSetSpecSyncPolicy {
  readonly applicationsSync?: 'create-only' | 'create-update' | 'create-delete' | 'sync';
  readonly preserveResourcesOnDeletion?: boolean;
}

export interface ApplicationSetSpecStrategy {
  readonly deletionOrder?: string;
  readonly rollingSync?: ApplicationSetSpecStrategyRollingSync;
  readonly type?: string;
}

export interface ApplicationSetSpecStrategyRollingSync {
  readonly steps?: readonly ApplicationSetSpecStrategyRollingSyncSteps[];
}

export interface ApplicationSetSpecStrategyRollingSyncSteps {
  readonly matchExpressions?: readonly ApplicationSetSpecStrategyRollingSyncStepsMatchExpressions[];
  readonly maxUpdate?: number | string;
}

export interface ApplicationSetSpecStrategyRollingSyncStepsMatchExpressions {
  readonly key?: string;
  readonly operator?: string;
  readonly values?: readonly string[];
}

export interface ApplicationSetSpecPreservedFields {
  readonly annotations?: readonly string[];
  readonly labels?: readonly string[];
}

export interface ApplicationSetSpecIgnoreApplicationDifferences {
  readonly jqPathExpressions?: readonly string[];
  readonly jsonPointers?: readonly string[];
  readonly name?: string;
}

export interface ApplicationSetSpecGenerators {
  readonly clusterDecisionResource?: ApplicationSetSpecGeneratorsClusterDecisionResource;
  readonly clusters?: ApplicationSetSpecGeneratorsClusters;
  readonly git?: ApplicationSetSpecGeneratorsGit;
  readonly list?: ApplicationSetSpecGeneratorsList;
  readonly matrix?: ApplicationSetSpecGeneratorsMatrix;
  readonly merge?: ApplicationSetSpecGeneratorsMerge;
  readonly plugin?: ApplicationSetSpecGeneratorsPlugin;
  readonly pullRequest?: ApplicationSetSpecGeneratorsPullRequest;
  readonly scmProvider?: ApplicationSetSpecGeneratorsScmProvider;
  readonly selector?: ApplicationSetSpecGeneratorsSelector;
}

export interface ApplicationSetSpecGeneratorsMerge {
  readonly generators: readonly ApplicationSetSpecGeneratorsMergeGenerators[];
  readonly mergeKeys: readonly string[];
  readonly template?: ApplicationSetSpecTemplate;
}

export interface ApplicationSetSpecGeneratorsMatrix {
  readonly generators: readonly ApplicationSetSpecGeneratorsMergeGenerators[];
  readonly template?: ApplicationSetSpecTemplate;
}

export interface ApplicationSetSpecGeneratorsMergeGenerators {
  readonly clusterDecisionResource?: ApplicationSetSpecGeneratorsClusterDecisionResource;
  readonly clusters?: ApplicationSetSpecGeneratorsClusters;
  readonly git?: ApplicationSetSpecGeneratorsGit;
  readonly list?: ApplicationSetSpecGeneratorsList;
  readonly matrix?: unknown;
  readonly merge?: unknown;
  readonly plugin?: ApplicationSetSpecGeneratorsPlugin;
  readonly pullRequest?: ApplicationSetSpecGeneratorsPullRequest;
  readonly scmProvider?: ApplicationSetSpecGeneratorsScmProvider;
  readonly selector?: ApplicationSetSpecGeneratorsSelector;
}

export interface ApplicationSetSpecGeneratorsScmProvider {
  readonly awsCodeCommit?: ApplicationSetSpecGeneratorsScmProviderAwsCodeCommit;
  readonly azureDevOps?: ApplicationSetSpecGeneratorsScmProviderAzureDevOps;
  readonly bitbucket?: ApplicationSetSpecGeneratorsScmProviderBitbucket;
  readonly bitbucketServer?: ApplicationSetSpecGeneratorsScmProviderBitbucketServer;
  readonly cloneProtocol?: string;
  readonly filters?: readonly ApplicationSetSpecGeneratorsScmProviderFilters[];
  readonly gitea?: ApplicationSetSpecGeneratorsScmProviderGitea;
  readonly github?: ApplicationSetSpecGeneratorsScmProviderGithub;
  readonly gitlab?: ApplicationSetSpecGeneratorsScmProviderGitlab;
  readonly requeueAfterSeconds?: number;
  readonly template?: ApplicationSetSpecTemplate;
  readonly values?: { readonly [key: string]: string };
}

export interface ApplicationSetSpecGeneratorsScmProviderGitlab {
  readonly allBranches?: boolean;
  readonly api?: string;
  readonly caRef?: ApplicationSetSpecGeneratorsPullRequestGitlabCaRef;
  readonly group: string;
  readonly includeArchivedRepos?: boolean;
  readonly includeSharedProjects?: boolean;
  readonly includeSubgroups?: boolean;
  readonly insecure?: boolean;
  readonly tokenRef?: ApplicationSetSpecGeneratorsPullRequestGiteaTokenRef;
  readonly topic?: string;
}

export interface ApplicationSetSpecGeneratorsScmProviderGithub {
  readonly allBranches?: boolean;
  readonly api?: string;
  readonly appSecretName?: string;
  readonly excludeArchivedRepos?: boolean;
  readonly organization: string;
  readonly tokenRef?: ApplicationSetSpecGeneratorsPullRequestGiteaTokenRef;
}

export interface ApplicationSetSpecGeneratorsScmProviderGitea {
  readonly allBranches?: boolean;
  readonly api: string;
  readonly excludeArchivedRepos?: boolean;
  readonly insecure?: boolean;
  readonly owner: string;
  readonly tokenRef?: ApplicationSetSpecGeneratorsPullRequestGiteaTokenRef;
}

export interface ApplicationSetSpecGeneratorsScmProviderFilters {
  readonly branchMatch?: string;
  readonly labelMatch?: string;
  readonly pathsDoNotExist?: readonly string[];
  readonly pathsExist?: readonly string[];
  readonly repositoryMatch?: string;
}

export interface ApplicationSetSpecGeneratorsScmProviderBitbucketServer {
  readonly allBranches?: boolean;
  readonly api: string;
  readonly basicAuth?: ApplicationSetSpecGeneratorsPullRequestBitbucketBasicAuth;
  readonly bearerToken?: ApplicationSetSpecGeneratorsPullRequestBitbucketBearerToken;
  readonly caRef?: ApplicationSetSpecGeneratorsPullRequestGitlabCaRef;
  readonly insecure?: boolean;
  readonly project: string;
}

export interface ApplicationSetSpecGeneratorsScmProviderBitbucket {
  readonly allBranches?: boolean;
  readonly appPasswordRef: ApplicationSetSpecGeneratorsPullRequestGiteaTokenRef;
  readonly owner: string;
  readonly user: string;
}

export interface ApplicationSetSpecGeneratorsScmProviderAzureDevOps {
  readonly accessTokenRef: ApplicationSetSpecGeneratorsPullRequestGiteaTokenRef;
  readonly allBranches?: boolean;
  readonly api?: string;
  readonly organization: string;
  readonly teamProject: string;
}

export interface ApplicationSetSpecGeneratorsScmProviderAwsCodeCommit {
  readonly allBranches?: boolean;
  readonly region?: string;
  readonly role?: string;
  readonly tagFilters?: readonly ApplicationSetSpecGeneratorsScmProviderAwsCodeCommitTagFilters[];
}

export interface ApplicationSetSpecGeneratorsScmProviderAwsCodeCommitTagFilters {
  readonly key: string;
  readonly value?: string;
}

export interface ApplicationSetSpecGeneratorsPullRequest {
  readonly azuredevops?: ApplicationSetSpecGeneratorsPullRequestAzuredevops;
  readonly bitbucket?: ApplicationSetSpecGeneratorsPullRequestBitbucket;
  readonly bitbucketServer?: ApplicationSetSpecGeneratorsPullRequestBitbucketServer;
  readonly continueOnRepoNotFoundError?: boolean;
  readonly filters?: readonly ApplicationSetSpecGeneratorsPullRequestFilters[];
  readonly gitea?: ApplicationSetSpecGeneratorsPullRequestGitea;
  readonly github?: ApplicationSetSpecGeneratorsPullRequestGithub;
  readonly gitlab?: ApplicationSetSpecGeneratorsPullRequestGitlab;
  readonly requeueAfterSeconds?: number;
  readonly template?: ApplicationSetSpecTemplate;
  readonly values?: { readonly [key: string]: string };
}

export interface ApplicationSetSpecGeneratorsPullRequestGitlab {
  readonly api?: string;
  readonly caRef?: ApplicationSetSpecGeneratorsPullRequestGitlabCaRef;
  readonly insecure?: boolean;
  readonly labels?: readonly string[];
  readonly project: string;
  readonly pullRequestState?: string;
  readonly tokenRef?: ApplicationSetSpecGeneratorsPullRequestGiteaTokenRef;
}

export interface ApplicationSetSpecGeneratorsPullRequestGithub {
  readonly api?: string;
  readonly appSecretName?: string;
  readonly labels?: readonly string[];
  readonly owner: string;
  readonly repo: string;
  readonly tokenRef?: ApplicationSetSpecGeneratorsPullRequestGiteaTokenRef;
}

export interface ApplicationSetSpecGeneratorsPullRequestGitea {
  readonly api: string;
  readonly insecure?: boolean;
  readonly labels?: readonly string[];
  readonly owner: string;
  readonly repo: string;
  readonly tokenRef?: ApplicationSetSpecGeneratorsPullRequestGiteaTokenRef;
}

export interface ApplicationSetSpecGeneratorsPullRequestFilters {
  readonly branchMatch?: string;
  readonly targetBranchMatch?: string;
  readonly titleMatch?: string;
}

export interface ApplicationSetSpecGeneratorsPullRequestBitbucketServer {
  readonly api: string;
  readonly basicAuth?: ApplicationSetSpecGeneratorsPullRequestBitbucketBasicAuth;
  readonly bearerToken?: ApplicationSetSpecGeneratorsPullRequestBitbucketBearerToken;
  readonly caRef?: ApplicationSetSpecGeneratorsPullRequestGitlabCaRef;
  readonly insecure?: boolean;
  readonly project: string;
  readonly repo: string;
}

export interface ApplicationSetSpecGeneratorsPullRequestGitlabCaRef {
  readonly configMapName: string;
  readonly key: string;
}

export interface ApplicationSetSpecGeneratorsPullRequestBitbucket {
  readonly api?: string;
  readonly basicAuth?: ApplicationSetSpecGeneratorsPullRequestBitbucketBasicAuth;
  readonly bearerToken?: ApplicationSetSpecGeneratorsPullRequestBitbucketBearerToken;
  readonly owner: string;
  readonly repo: string;
}

export interface ApplicationSetSpecGeneratorsPullRequestBitbucketBearerToken {
  readonly tokenRef: ApplicationSetSpecGeneratorsPullRequestGiteaTokenRef;
}

export interface ApplicationSetSpecGeneratorsPullRequestBitbucketBasicAuth {
  readonly passwordRef: ApplicationSetSpecGeneratorsPullRequestGiteaTokenRef;
  readonly username: string;
}

export interface ApplicationSetSpecGeneratorsPullRequestAzuredevops {
  readonly api?: string;
  readonly labels?: readonly string[];
  readonly organization: string;
  readonly project: string;
  readonly repo: string;
  readonly tokenRef?: ApplicationSetSpecGeneratorsPullRequestGiteaTokenRef;
}

export interface ApplicationSetSpecGeneratorsPullRequestGiteaTokenRef {
  readonly key: string;
  readonly secretName: string;
}

export interface ApplicationSetSpecGeneratorsPlugin {
  readonly configMapRef: ApplicationSetSpecGeneratorsPluginConfigMapRef;
  readonly input?: ApplicationSetSpecGeneratorsPluginInput;
  readonly requeueAfterSeconds?: number;
  readonly template?: ApplicationSetSpecTemplate;
  readonly values?: { readonly [key: string]: string };
}

export interface ApplicationSetSpecGeneratorsPluginInput {
  readonly parameters?: { readonly [key: string]: unknown };
}

export interface ApplicationSetSpecGeneratorsPluginConfigMapRef {
  readonly name: string;
}

export interface ApplicationSetSpecGeneratorsList {
  readonly elements?: readonly unknown[];
  readonly elementsYaml?: string;
  readonly template?: ApplicationSetSpecTemplate;
}

export interface ApplicationSetSpecGeneratorsGit {
  readonly directories?: readonly ApplicationSetSpecGeneratorsGitFiles[];
  readonly files?: readonly ApplicationSetSpecGeneratorsGitFiles[];
  readonly pathParamPrefix?: string;
  readonly repoURL: string;
  readonly requeueAfterSeconds?: number;
  readonly revision: string;
  readonly template?: ApplicationSetSpecTemplate;
  readonly values?: { readonly [key: string]: string };
}

export interface ApplicationSetSpecGeneratorsGitFiles {
  readonly exclude?: boolean;
  readonly path: string;
}

export interface ApplicationSetSpecGeneratorsClusters {
  readonly flatList?: boolean;
  readonly selector?: ApplicationSetSpecGeneratorsSelector;
  readonly template?: ApplicationSetSpecTemplate;
  readonly values?: { readonly [key: string]: string };
}

export interface ApplicationSetSpecGeneratorsClusterDecisionResource {
  readonly configMapRef: string;
  readonly labelSelector?: ApplicationSetSpecGeneratorsSelector;
  readonly name?: string;
  readonly requeueAfterSeconds?: number;
  readonly template?: ApplicationSetSpecTemplate;
  readonly values?: { readonly [key: string]: string };
}

export interface ApplicationSetSpecTemplate {
  readonly metadata: ApplicationSetSpecTemplateMetadata;
  readonly spec: ApplicationSetSpecTemplateSpec;
}

export interface ApplicationSetSpecTemplateSpec {
  readonly destination: ApplicationSetSpecTemplateSpecDestination;
  readonly ignoreDifferences?: readonly ApplicationSetSpecTemplateSpecIgnoreDifferences[];
  readonly info?: readonly ApplicationSetSpecTemplateSpecInfo[];
  readonly project: string;
  readonly revisionHistoryLimit?: number;
  readonly source?: ApplicationSetSpecTemplateSpecSource;
  readonly sourceHydrator?: ApplicationSetSpecTemplateSpecSourceHydrator;
  readonly sources?: readonly ApplicationSetSpecTemplateSpecSource[];
  readonly syncPolicy?: ApplicationSetSpecTemplateSpecSyncPolicy;
}

export interface ApplicationSetSpecTemplateSpecSyncPolicy {
  readonly automated?: ApplicationSetSpecTemplateSpecSyncPolicyAutomated;
  readonly managedNamespaceMetadata?: ApplicationSetSpecTemplateSpecSyncPolicyManagedNamespaceMetadata;
  readonly retry?: ApplicationSetSpecTemplateSpecSyncPolicyRetry;
  readonly syncOptions?: readonly string[];
}

export interface ApplicationSetSpecTemplateSpecSyncPolicyRetry {
  readonly backoff?: ApplicationSetSpecTemplateSpecSyncPolicyRetryBackoff;
  readonly limit?: number;
  readonly refresh?: boolean;
}

export interface ApplicationSetSpecTemplateSpecSyncPolicyRetryBackoff {
  readonly duration?: string;
  readonly factor?: number;
  readonly maxDuration?: string;
}

export interface ApplicationSetSpecTemplateSpecSyncPolicyManagedNamespaceMetadata {
  readonly annotations?: { readonly [key: string]: string };
  readonly labels?: { readonly [key: string]: string };
}

export interface ApplicationSetSpecTemplateSpecSyncPolicyAutomated {
  readonly allowEmpty?: boolean;
  readonly enabled?: boolean;
  readonly prune?: boolean;
  readonly selfHeal?: boolean;
}

export interface ApplicationSetSpecTemplateSpecSourceHydrator {
  readonly drySource: ApplicationSetSpecTemplateSpecSourceHydratorDrySource;
  readonly hydrateTo?: ApplicationSetSpecTemplateSpecSourceHydratorHydrateTo;
  readonly syncSource: ApplicationSetSpecTemplateSpecSourceHydratorSyncSource;
}

export interface ApplicationSetSpecTemplateSpecSourceHydratorSyncSource {
  readonly path: string;
  readonly repoURL?: string;
  readonly targetBranch: string;
}

export interface ApplicationSetSpecTemplateSpecSourceHydratorHydrateTo {
  readonly targetBranch: string;
}

export interface ApplicationSetSpecTemplateSpecSourceHydratorDrySource {
  readonly directory?: ApplicationSetSpecTemplateSpecSourceDirectory;
  readonly helm?: ApplicationSetSpecTemplateSpecSourceHelm;
  readonly kustomize?: ApplicationSetSpecTemplateSpecSourceKustomize;
  readonly path: string;
  readonly plugin?: ApplicationSetSpecTemplateSpecSourcePlugin;
  readonly repoURL: string;
  readonly targetRevision: string;
}

export interface ApplicationSetSpecTemplateSpecSource {
  readonly chart?: string;
  readonly directory?: ApplicationSetSpecTemplateSpecSourceDirectory;
  readonly helm?: ApplicationSetSpecTemplateSpecSourceHelm;
  readonly kustomize?: ApplicationSetSpecTemplateSpecSourceKustomize;
  readonly name?: string;
  readonly path?: string;
  readonly plugin?: ApplicationSetSpecTemplateSpecSourcePlugin;
  readonly ref?: string;
  readonly repoURL: string;
  readonly tagPrefix?: string;
  readonly targetRevision?: string;
}

export interface ApplicationSetSpecTemplateSpecSourcePlugin {
  readonly env?: readonly ApplicationSetSpecTemplateSpecInfo[];
  readonly name?: string;
  readonly parameters?: readonly ApplicationSetSpecTemplateSpecSourcePluginParameters[];
}

export interface ApplicationSetSpecTemplateSpecSourcePluginParameters {
  readonly array?: readonly string[];
  readonly map?: { readonly [key: string]: string };
  readonly name?: string;
  readonly string?: string;
}

export interface ApplicationSetSpecTemplateSpecSourceKustomize {
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
  readonly patches?: readonly ApplicationSetSpecTemplateSpecSourceKustomizePatches[];
  readonly replicas?: readonly ApplicationSetSpecTemplateSpecSourceKustomizeReplicas[];
  readonly version?: string;
}

export interface ApplicationSetSpecTemplateSpecSourceKustomizeReplicas {
  readonly count: number | string;
  readonly name: string;
}

export interface ApplicationSetSpecTemplateSpecSourceKustomizePatches {
  readonly options?: { readonly [key: string]: boolean };
  readonly patch?: string;
  readonly path?: string;
  readonly target?: ApplicationSetSpecTemplateSpecSourceKustomizePatchesTarget;
}

export interface ApplicationSetSpecTemplateSpecSourceKustomizePatchesTarget {
  readonly annotationSelector?: string;
  readonly group?: string;
  readonly kind?: string;
  readonly labelSelector?: string;
  readonly name?: string;
  readonly namespace?: string;
  readonly version?: string;
}

export interface ApplicationSetSpecTemplateSpecSourceHelm {
  readonly apiVersions?: readonly string[];
  readonly fileParameters?: readonly ApplicationSetSpecTemplateSpecSourceHelmFileParameters[];
  readonly ignoreMissingValueFiles?: boolean;
  readonly kubeVersion?: string;
  readonly namespace?: string;
  readonly parameters?: readonly ApplicationSetSpecTemplateSpecSourceHelmParameters[];
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

export interface ApplicationSetSpecTemplateSpecSourceHelmParameters {
  readonly forceString?: boolean;
  readonly name?: string;
  readonly value?: string;
}

export interface ApplicationSetSpecTemplateSpecSourceHelmFileParameters {
  readonly name?: string;
  readonly path?: string;
}

export interface ApplicationSetSpecTemplateSpecSourceDirectory {
  readonly exclude?: string;
  readonly include?: string;
  readonly jsonnet?: ApplicationSetSpecTemplateSpecSourceDirectoryJsonnet;
  readonly recurse?: boolean;
}

export interface ApplicationSetSpecTemplateSpecSourceDirectoryJsonnet {
  readonly extVars?: readonly ApplicationSetSpecTemplateSpecSourceDirectoryJsonnetTlas[];
  readonly libs?: readonly string[];
  readonly tlas?: readonly ApplicationSetSpecTemplateSpecSourceDirectoryJsonnetTlas[];
}

export interface ApplicationSetSpecTemplateSpecSourceDirectoryJsonnetTlas {
  readonly code?: boolean;
  readonly name: string;
  readonly value: string;
}

export interface ApplicationSetSpecTemplateSpecInfo {
  readonly name: string;
  readonly value: string;
}

export interface ApplicationSetSpecTemplateSpecIgnoreDifferences {
  readonly group?: string;
  readonly jqPathExpressions?: readonly string[];
  readonly jsonPointers?: readonly string[];
  readonly kind: string;
  readonly managedFieldsManagers?: readonly string[];
  readonly name?: string;
  readonly namespace?: string;
}

export interface ApplicationSetSpecTemplateSpecDestination {
  readonly name?: string;
  readonly namespace?: string;
  readonly server?: string;
}

export interface ApplicationSetSpecTemplateMetadata {
  readonly annotations?: { readonly [key: string]: string };
  readonly finalizers?: readonly string[];
  readonly labels?: { readonly [key: string]: string };
  readonly name?: string;
  readonly namespace?: string;
}

export interface ApplicationSetSpecGeneratorsSelector {
  readonly matchExpressions?: readonly ApplicationSetSpecGeneratorsSelectorMatchExpressions[];
  readonly matchLabels?: { readonly [key: string]: string };
}

export interface ApplicationSetSpecGeneratorsSelectorMatchExpressions {
  readonly key: string;
  readonly operator: string;
  readonly values?: readonly string[];
}
