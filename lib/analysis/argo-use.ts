/** How an analysis is used in a Rollout. */
export enum ArgoUse {
  /** In a step, or before or after promotion: it must come to an end. */
  INLINE = 'inline',
  /** Beside all steps. */
  BACKGROUND = 'background',
}
