import type { Tree, TreeObject } from '../../manifest/tree';
import { textTree } from '../../service/env';
import type { Route } from '../route';
import type { CorsOptions, HeaderOperations } from '../route-options';

/** `filters[]` that HTTPRoute and GRPCRoute have in common. */
export function commonFilters({ _parts: parts }: Route): TreeObject[] {
  const filters: TreeObject[] = [];
  if (parts.requestHeaders) filters.push({ type: 'RequestHeaderModifier', requestHeaderModifier: modifier(parts.requestHeaders) });
  if (parts.responseHeaders) filters.push({ type: 'ResponseHeaderModifier', responseHeaderModifier: modifier(parts.responseHeaders) });
  for (const { version, percentage } of parts.mirrors ?? [])
    filters.push({
      type: 'RequestMirror',
      requestMirror: { backendRef: { name: version.workloadName, port: version.service.port }, percent: percentage },
    });
  return filters;
}

/** `filters[]` of an HTTPRoute. */
export function httpFilters(route: Route): TreeObject[] {
  const { rewrite, redirect, cors } = route._parts;
  const filters = commonFilters(route);
  const byPrefix = route.matches.length > 0 && route.matches.every(({ _parts: { uri } }) => uri && 'prefix' in uri);
  if (rewrite)
    filters.push({
      type: 'URLRewrite',
      urlRewrite: { hostname: rewrite.authority, path: rewrite.uri === undefined ? undefined : path(rewrite.uri, byPrefix) },
    });
  if (redirect)
    filters.push({
      type: 'RequestRedirect',
      requestRedirect: {
        scheme: redirect.scheme,
        hostname: redirect.authority,
        port: redirect.port,
        path: redirect.uri === undefined ? undefined : path(redirect.uri, false),
        statusCode: redirect.code ?? 301,
      },
    });
  if (cors) filters.push({ type: 'CORS', cors: corsTree(cors) });
  return filters;
}

function path(value: string, byPrefix: boolean): TreeObject {
  return byPrefix
    ? { type: 'ReplacePrefixMatch', replacePrefixMatch: textTree(value) }
    : { type: 'ReplaceFullPath', replaceFullPath: textTree(value) };
}

function corsTree({ allowOrigins, allowMethods, allowHeaders, exposeHeaders, maxAge, allowCredentials }: CorsOptions): TreeObject {
  return { allowOrigins, allowMethods, allowHeaders, exposeHeaders, maxAge: maxAge?.toSeconds(), allowCredentials };
}

function modifier({ set, add, remove }: HeaderOperations): TreeObject {
  return { set: set && pairs(set), add: add && pairs(add), remove: remove as Tree | undefined };
}

function pairs(values: { readonly [name: string]: string }): TreeObject[] {
  return Object.entries(values).map(([name, value]) => ({ name, value: textTree(value) }));
}
