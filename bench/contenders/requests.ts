import type { Request } from '../../lib/simulate/requests/request';
import { manifestsOfServices } from './manifests';
import { countSeconds, serviceNames } from './objects';

// 10,000 requests within the mesh, one in three from a tester: the model is made, and the code loaded, within the time.
const COUNT = 10_000;
const manifests = manifestsOfServices();
const requests = Array.from(
  { length: COUNT },
  (_, index): Request => ({
    from: `mesh:bench/${serviceNames[(index * 7) % serviceNames.length]}-v1`,
    host: serviceNames[index % serviceNames.length] as string,
    path: `/items/${index}?page=${index % 10}`,
    headers: index % 3 === 0 ? { 'x-group': ['test'] } : {},
  }),
);
const answers = countSeconds(() => {
  const { modelOf } = require('../../lib/model/model-of') as typeof import('../../lib/model/model-of');
  const { route } = require('../../lib/simulate/requests/route') as typeof import('../../lib/simulate/requests/route');
  const model = modelOf(manifests);
  return requests.map((request) => route(model, request));
});
const toV2 = answers.filter(({ destinations }) => destinations.length === 1 && destinations[0]?.version === 'v2').length;
if (toV2 !== Math.ceil(COUNT / 3)) throw new Error(`${toV2} of ${COUNT} requests are foretold to reach v2 alone`);
