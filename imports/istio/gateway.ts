// Made by `npm run imports` from the release of istio in imports/releases.json; not edited by hand.

import { ApiObject, type ApiObjectMetadata } from 'cdk8s';
import type { Construct } from 'constructs';

export interface GatewayProps {
  readonly apiVersion?: 'networking.istio.io/v1' | 'networking.istio.io/v1beta1' | 'networking.istio.io/v1alpha3';
  readonly metadata?: ApiObjectMetadata;
  readonly spec?: GatewaySpec;
}

export class Gateway extends ApiObject {
  constructor(scope: Construct, id: string, props: GatewayProps = {}) {
    super(scope, id, { ...props, apiVersion: props.apiVersion ?? 'networking.istio.io/v1', kind: 'Gateway' });
  }
}

export interface GatewaySpec {
  readonly selector?: { readonly [key: string]: string };
  readonly servers?: readonly GatewaySpecServers[];
}

export interface GatewaySpecServers {
  readonly bind?: string;
  readonly defaultEndpoint?: string;
  readonly hosts: readonly string[];
  readonly name?: string;
  readonly port: GatewaySpecServersPort;
  readonly tls?: GatewaySpecServersTls;
}

export interface GatewaySpecServersTls {
  readonly caCertCredentialName?: string;
  readonly caCertificates?: string;
  readonly caCrl?: string;
  readonly cipherSuites?: readonly string[];
  readonly credentialName?: string;
  readonly credentialNames?: readonly string[];
  readonly httpsRedirect?: boolean;
  readonly insecureSkipVerify?: boolean | null;
  readonly maxProtocolVersion?: 'TLS_AUTO' | 'TLSV1_0' | 'TLSV1_1' | 'TLSV1_2' | 'TLSV1_3';
  readonly minProtocolVersion?: 'TLS_AUTO' | 'TLSV1_0' | 'TLSV1_1' | 'TLSV1_2' | 'TLSV1_3';
  readonly mode?: GatewaySpecServersTlsMode;
  readonly privateKey?: string;
  readonly serverCertificate?: string;
  readonly subjectAltNames?: readonly string[];
  readonly tlsCertificates?: readonly GatewaySpecServersTlsTlsCertificates[];
  readonly verifyCertificateHash?: readonly string[];
  readonly verifyCertificateSpki?: readonly string[];
}

export interface GatewaySpecServersTlsTlsCertificates {
  readonly caCertificates?: string;
  readonly privateKey?: string;
  readonly serverCertificate?: string;
}

export type GatewaySpecServersTlsMode = 'PASSTHROUGH' | 'SIMPLE' | 'MUTUAL' | 'AUTO_PASSTHROUGH' | 'ISTIO_MUTUAL' | 'OPTIONAL_MUTUAL';

export interface GatewaySpecServersPort {
  readonly name: string;
  readonly number: number;
  readonly protocol: string;
  readonly targetPort?: number;
}
