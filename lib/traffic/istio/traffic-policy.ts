import type { TreeObject } from '../../manifest/tree';
import type { ConnectionPool, DestinationPolicy, OutlierDetection, PortPolicy } from '../destination-policy';
import { durationText } from '../duration-text';

/** See https://istio.io/latest/docs/reference/config/networking/destination-rule/#TrafficPolicy */
export function trafficPolicyTree(policy: DestinationPolicy): TreeObject {
  return { ...settings(policy), portLevelSettings: policy.ports?.map(portTree) };
}

function portTree(policy: PortPolicy): TreeObject {
  return { port: { number: policy.port }, ...settings(policy) };
}

function settings(policy: DestinationPolicy | PortPolicy): TreeObject {
  return {
    loadBalancer: policy.loadBalancing?._tree,
    connectionPool: policy.connectionPool && connectionPoolTree(policy.connectionPool),
    outlierDetection: policy.outlierDetection && outlierTree(policy.outlierDetection),
    tls: policy.tls && { ...policy.tls },
  };
}

function connectionPoolTree(pool: ConnectionPool): TreeObject {
  return {
    tcp: unlessEmpty({ maxConnections: pool.maxConnections, connectTimeout: pool.connectTimeout && durationText(pool.connectTimeout) }),
    http: unlessEmpty({
      http1MaxPendingRequests: pool.maxPendingRequests,
      http2MaxRequests: pool.maxRequests,
      maxRequestsPerConnection: pool.maxRequestsPerConnection,
      maxRetries: pool.maxRetries,
      idleTimeout: pool.idleTimeout && durationText(pool.idleTimeout),
    }),
  };
}

function outlierTree(outlier: OutlierDetection): TreeObject {
  return {
    ...outlier,
    interval: outlier.interval && durationText(outlier.interval),
    baseEjectionTime: outlier.baseEjectionTime && durationText(outlier.baseEjectionTime),
  };
}

function unlessEmpty(tree: TreeObject): TreeObject | undefined {
  return Object.values(tree).some((value) => value !== undefined) ? tree : undefined;
}
