import type { NumberParameter } from '../parameters/parameter';
import type { Microservice } from '../service/microservice';
import { ClientTlsMode, type DestinationPolicy, type PortPolicy } from './destination-policy';

/** What Istio would refuse of a destination policy, or what would have no effect. */
export function policyProblems(service: Microservice, policy: DestinationPolicy): string[] {
  const ports = (policy.ports ?? []).flatMap((each) => {
    const known = service._ports.some(({ port }) => port === each.port);
    const at = `trafficPolicy.portLevelSettings[${each.port}]`;
    const unknown = known
      ? []
      : [`${at}: the service has no port ${each.port}; it has ${service._ports.map(({ port }) => port).join(', ') || 'none'}.`];
    return [...unknown, ...settingsProblems(at, each)];
  });
  return [...settingsProblems('trafficPolicy', policy), ...ports];
}

function settingsProblems(at: string, { connectionPool = {}, outlierDetection = {}, tls }: DestinationPolicy | PortPolicy): string[] {
  const { connectTimeout: _, idleTimeout: __, ...limits } = connectionPool;
  const { consecutive5xxErrors, consecutiveGatewayErrors, maxEjectionPercent, minHealthPercent, interval, baseEjectionTime } =
    outlierDetection;
  return [
    ...Object.entries(limits).flatMap(([field, value]) => range(`${at}.connectionPool.${field}`, value, 0, 2 ** 32 - 1)),
    ...Object.entries({ consecutive5xxErrors, consecutiveGatewayErrors }).flatMap(([field, value]) =>
      range(`${at}.outlierDetection.${field}`, value, 0, 2 ** 32 - 1),
    ),
    ...Object.entries({ maxEjectionPercent, minHealthPercent }).flatMap(([field, value]) =>
      range(`${at}.outlierDetection.${field}`, value, 0, 100),
    ),
    ...Object.entries({ interval, baseEjectionTime }).flatMap(([field, value]) =>
      value && value.toMilliseconds() < 1
        ? [`${at}.outlierDetection.${field} is ${value.toMilliseconds()} ms; allowed is 1 ms and more.`]
        : [],
    ),
    ...(tls &&
    tls.mode !== ClientTlsMode.MUTUAL &&
    tls.mode !== ClientTlsMode.SIMPLE &&
    (tls.credentialName ?? tls.caCertificates ?? tls.sni ?? tls.subjectAltNames) !== undefined
      ? [
          `${at}.tls: mode ${tls.mode} takes no credentialName, caCertificates, sni or subjectAltNames; leave them out, or use SIMPLE or MUTUAL.`,
        ]
      : []),
    ...(tls?.mode === ClientTlsMode.MUTUAL && tls.credentialName === undefined ? [`${at}.tls: mode MUTUAL needs a credentialName.`] : []),
  ];
}

function range(field: string, value: number | NumberParameter | undefined, least: number, most: number): string[] {
  const number = typeof value === 'object' ? Number(value.defaultValue) : value;
  if (number === undefined || (Number.isInteger(number) && number >= least && number <= most)) return [];
  return [`${field} is ${number}; allowed is a whole number from ${least} to ${most}.`];
}
