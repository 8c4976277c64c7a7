import type { TreeObject } from '../../manifest/tree';
import type { NumberParameter } from '../../parameters/parameter';
import { textsTree } from '../../service/env';
import { durationText } from '../duration-text';
import type { CorsOptions, HeaderOperations, RetryOptions } from '../route-options';
import type { Abort, Delay, RouteParts } from '../route-parts';

/**
 * What a route does besides matching, splitting and mirroring. See
 * https://istio.io/latest/docs/reference/config/networking/virtual-service/#HTTPRoute
 */
export function httpActions(parts: RouteParts): TreeObject {
  const { redirect, directResponse, rewrite, requestHeaders, responseHeaders } = parts;
  return {
    redirect: redirect && {
      uri: redirect.uri,
      authority: redirect.authority,
      scheme: redirect.scheme,
      port: redirect.port,
      redirectCode: redirect.code,
    },
    directResponse: directResponse && {
      status: directResponse.status,
      body: directResponse.body === undefined ? undefined : { string: directResponse.body },
    },
    rewrite: rewrite && { uri: rewrite.uri, authority: rewrite.authority },
    timeout: parts.timeout && durationText(parts.timeout),
    retries: parts.retries && retriesTree(parts.retries),
    fault:
      parts.abort || parts.delay
        ? { delay: parts.delay && delayTree(parts.delay), abort: parts.abort && abortTree(parts.abort) }
        : undefined,
    corsPolicy: parts.cors && corsTree(parts.cors),
    headers:
      requestHeaders || responseHeaders
        ? { request: requestHeaders && operationsTree(requestHeaders), response: responseHeaders && operationsTree(responseHeaders) }
        : undefined,
  };
}

/** A share of requests: Istio takes fractions of a percent. */
export function percentageTree(value: number | NumberParameter): TreeObject {
  return { value };
}

function abortTree({ status, percentage }: Abort): TreeObject {
  return { httpStatus: status, percentage: percentageTree(percentage) };
}

function delayTree({ fixed, percentage }: Delay): TreeObject {
  return { fixedDelay: durationText(fixed), percentage: percentageTree(percentage) };
}

function retriesTree({ attempts, perTryTimeout, retryOn, retryRemoteLocalities }: RetryOptions): TreeObject {
  return { attempts, perTryTimeout: perTryTimeout && durationText(perTryTimeout), retryOn: retryOn?.join(','), retryRemoteLocalities };
}

function corsTree(cors: CorsOptions): TreeObject {
  const { allowOrigins = [], allowOriginPrefixes = [], allowOriginRegexes = [], maxAge, ...rest } = cors;
  return {
    allowOrigins: [
      ...allowOrigins.map((exact) => ({ exact })),
      ...allowOriginPrefixes.map((prefix) => ({ prefix })),
      ...allowOriginRegexes.map((regex) => ({ regex })),
    ],
    allowMethods: rest.allowMethods,
    allowHeaders: rest.allowHeaders,
    exposeHeaders: rest.exposeHeaders,
    maxAge: maxAge && durationText(maxAge),
    allowCredentials: rest.allowCredentials,
  };
}

function operationsTree({ set, add, remove }: HeaderOperations): TreeObject {
  return { set: set && textsTree(set), add: add && textsTree(add), remove };
}
