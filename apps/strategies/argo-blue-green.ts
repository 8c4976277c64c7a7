import { Duration } from 'cdk8s';
import { ArgoRollout } from 'cdk8s-progressive';

/** All at once, a while after the new version stands beside the old one. */
export const release = () => ArgoRollout.blueGreen({ autoPromotionAfter: Duration.seconds(2) });
