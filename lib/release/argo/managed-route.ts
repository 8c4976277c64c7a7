/** The name of the http route whose weights Argo Rollouts writes. */
export const MANAGED_ROUTE = 'primary';
