interface Model {
  validate(): void;
}

interface ModelClass {
  new (data: never): Model;
}

// kosko validates objects that are instances of the models of its own project; the newest that a CommonJS program can load know Istio as v1beta1.
const models: { readonly [kind: string]: ModelClass } = {
  Service: require('kubernetes-models/v1').Service,
  Deployment: require('kubernetes-models/apps/v1').Deployment,
  HorizontalPodAutoscaler: require('kubernetes-models/autoscaling/v2').HorizontalPodAutoscaler,
  PodDisruptionBudget: require('kubernetes-models/policy/v1').PodDisruptionBudget,
  DestinationRule: require('@kubernetes-models/istio/networking.istio.io/v1beta1').DestinationRule,
  VirtualService: require('@kubernetes-models/istio/networking.istio.io/v1beta1').VirtualService,
};

/** An object as kosko's users state it: without what its class stands for. */
export function modelOf(object: object): Model {
  const { apiVersion: _, kind, ...data } = object as { apiVersion: string; kind: string };
  return new (models[kind] as ModelClass)(data as never);
}
