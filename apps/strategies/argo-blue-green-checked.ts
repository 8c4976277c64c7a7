import { ArgoRollout } from 'cdk8s-progressive';
import { healthy } from './analysis';

/** All at once; what must hold is asked before and after. */
export const release = () =>
  ArgoRollout.blueGreen({ prePromotion: healthy, postPromotion: healthy.withOptions({ name: 'after' }), previewReplicas: 1 });
