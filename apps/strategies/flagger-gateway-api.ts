import { Duration } from 'cdk8s';
import { FlaggerProvider, FlaggerRelease } from 'cdk8s-progressive';
import { healthy } from './analysis';

/** A canary behind a Gateway of the Gateway API. */
export const release = () =>
  FlaggerRelease.canary({
    stepWeight: 50,
    maxWeight: 50,
    provider: FlaggerProvider.GATEWAY_API,
    gatewayRefs: [{ name: 'public', namespace: 'gateways' }],
    hosts: ['canary.example.com'],
    interval: Duration.seconds(30),
    threshold: 2,
    analysis: healthy,
  });
