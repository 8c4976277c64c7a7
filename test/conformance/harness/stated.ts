import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { MeshRequest } from './mesh';
import { ROOT } from './paths';

/** The requests that an app states in `apps/<app>/requests.yaml`, and in `requests-<environment>.yaml` for one environment. */
export function statedRequests(app: string, environment: string): MeshRequest[] {
  const folder = join(ROOT, 'apps', app);
  return ['requests.yaml', `requests-${environment}.yaml`]
    .map((file) => join(folder, file))
    .filter((file) => existsSync(file))
    .flatMap((file) => (parse(readFileSync(file, 'utf8')) as { requests: (Omit<MeshRequest, 'id'> & { name: string })[] }).requests)
    .map(({ name, from = 'gateway', path = '/', host, method, headers, port, tls }) => ({
      id: name,
      from,
      host,
      path,
      method,
      headers,
      port: port ?? (tls ? 443 : 80),
      tls,
      mirrors: true,
    }));
}
