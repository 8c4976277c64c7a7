import { objectsOfService, serviceNames } from '../objects';

interface Model {
  new (data: never): object;
}

// kosko validates objects that are instances of the models of its own project.
const models: { readonly [kind: string]: Model } = {
  Service: require('kubernetes-models/v1/Service').Service,
  Deployment: require('kubernetes-models/apps/v1/Deployment').Deployment,
  HorizontalPodAutoscaler: require('kubernetes-models/autoscaling/v2/HorizontalPodAutoscaler').HorizontalPodAutoscaler,
  PodDisruptionBudget: require('kubernetes-models/policy/v1/PodDisruptionBudget').PodDisruptionBudget,
  DestinationRule: require('@kubernetes-models/istio/networking.istio.io/v1/DestinationRule').DestinationRule,
  VirtualService: require('@kubernetes-models/istio/networking.istio.io/v1/VirtualService').VirtualService,
};

export default serviceNames.flatMap((name) =>
  objectsOfService(name).map((object) => new (models[(object as { kind: string }).kind] as Model)(object as never)),
);
