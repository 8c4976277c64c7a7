import { objectsOfService, serviceNames } from '../objects';

interface Model {
  new (data: never): object;
}

// kosko validates objects that are instances of the models of its own project; the newest that a CommonJS program can load know Istio as v1beta1.
const models: { readonly [kind: string]: Model } = {
  Service: require('kubernetes-models/v1').Service,
  Deployment: require('kubernetes-models/apps/v1').Deployment,
  HorizontalPodAutoscaler: require('kubernetes-models/autoscaling/v2').HorizontalPodAutoscaler,
  PodDisruptionBudget: require('kubernetes-models/policy/v1').PodDisruptionBudget,
  DestinationRule: require('@kubernetes-models/istio/networking.istio.io/v1beta1').DestinationRule,
  VirtualService: require('@kubernetes-models/istio/networking.istio.io/v1beta1').VirtualService,
};

export default serviceNames.flatMap((name) =>
  objectsOfService(name).map((object) => new (models[(object as { kind: string }).kind] as Model)(object as never)),
);
