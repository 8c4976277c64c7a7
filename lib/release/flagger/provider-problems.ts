import type { Microservice } from '../../service/microservice';
import { isHttp, PortProtocol } from '../../service/ports';
import { serviceMatchProblems } from './match';
import type { FlaggerPlan } from './plan';
import type { FlaggerProps } from './props';
import { ABILITIES, FlaggerProvider } from './provider';

/** What a provider cannot do, or would leave out. */
export function providerProblems(service: Microservice, props: FlaggerProps, plan: FlaggerPlan): string[] {
  const provider = props.provider ?? FlaggerProvider.ISTIO;
  const { weights, match, mirror, sessionAffinity, options } = ABILITIES[provider];
  const problems: string[] = [];
  const cannot = (what: string, instead: string) => problems.push(`provider '${provider}' ${what}; ${instead}.`);
  if (plan.name === 'canary' && !weights)
    cannot(
      'moves all requests at once, it has no weights',
      'use FlaggerRelease.blueGreen, or ArgoRollout.canary, which weighs by replicas',
    );
  if (plan.matches && !match)
    cannot('does not route by header or cookie', 'use the provider istio, gatewayapi:v1 or nginx, or WeightedRelease.onIstio');
  if (plan.mirror && !mirror) cannot('does not mirror requests', 'use the provider istio, or ArgoRollout.canary with Step.setMirrorRoute');
  if (plan.sessionAffinity && !sessionAffinity) cannot('keeps no sessions', 'use the provider istio or gatewayapi:v1');
  if (provider === FlaggerProvider.GATEWAY_API && !props.gatewayRefs?.length)
    cannot('needs the Gateways that its HTTPRoute attaches to', "state gatewayRefs: [{ name: '...' }]");
  if (provider === FlaggerProvider.NGINX && !props.hosts?.length)
    cannot('needs the hosts of its Ingress', "state hosts: ['shop.example.com']");
  for (const name of ROUTE_OPTIONS)
    if (props[name] !== undefined && props[name] !== false && !options.includes(name))
      cannot(`knows no ${name}`, `leave it out, or use the provider ${knowing(name)}`);
  for (const matched of props.serviceMatches ?? []) problems.push(...serviceMatchProblems(matched, provider));
  return [...problems, ...protocolProblems(service, provider, plan)];
}

/** What of a Canary's `spec.service` only some providers read. */
const ROUTE_OPTIONS = [
  'hosts',
  'gateways',
  'gatewayRefs',
  'delegation',
  'ingressClass',
  'serviceMatches',
  'rewrite',
  'timeout',
  'retries',
  'cors',
  'requestHeaders',
  'responseHeaders',
  'trafficPolicy',
  'portDiscovery',
  'apexMetadata',
  'primaryMetadata',
  'canaryMetadata',
  'primaryMinReplicas',
  'primaryMaxReplicas',
] as const satisfies readonly (keyof FlaggerProps)[];

function knowing(option: string): string {
  return Object.values(FlaggerProvider)
    .filter((provider) => ABILITIES[provider].options.includes(option))
    .join(' or ');
}

/** Flagger writes routes for HTTP, and for TCP weights alone. */
function protocolProblems({ _ports: [main] }: Microservice, provider: FlaggerProvider, plan: FlaggerPlan): string[] {
  if (!main || isHttp(main.protocol) || provider === FlaggerProvider.KUBERNETES) return [];
  const at = `the main port '${main.name}' speaks ${main.protocol}`;
  const instead = "use the provider 'kubernetes' with FlaggerRelease.blueGreen, or ArgoRollout.canary, which weighs by replicas";
  if (provider !== FlaggerProvider.ISTIO || main.protocol !== PortProtocol.TCP)
    return [`${at}, and the provider '${provider}' makes routes for HTTP; put an HTTP port first, or ${instead}.`];
  const ignored = [plan.matches && 'matches', plan.mirror && 'mirror', plan.sessionAffinity && 'sessionAffinity'].filter(
    (name) => typeof name === 'string',
  );
  return ignored.length > 0 ? [`${at}, for which Flagger ignores ${ignored.join(' and ')}; put an HTTP port first, or ${instead}.`] : [];
}
