const text = { type: 'string' };
const share = { type: 'number', minimum: 0, maximum: 1 };
const percent = { type: 'number', minimum: 0, maximum: 100 };
const port = { type: 'integer', minimum: 0, maximum: 65535 };

const destination = {
  type: 'object',
  description: 'Where a share of the requests goes.',
  required: ['service', 'namespace', 'port', 'weight'],
  additionalProperties: false,
  properties: {
    service: { ...text, description: "The Service's name; the host of a ServiceEntry." },
    namespace: text,
    subset: { ...text, description: 'The subset of the DestinationRule.' },
    version: { ...text, description: 'The version that answers, when all pods behind it are of one.' },
    port,
    weight: { ...share, description: 'The share of the requests; all add up to 1.' },
    pods: {
      type: 'array',
      description: 'The workloads behind it, each with its part of the share, in proportion to its replicas.',
      items: {
        type: 'object',
        required: ['workload', 'version', 'weight'],
        additionalProperties: false,
        properties: { workload: text, version: text, weight: share },
      },
    },
    status: { type: 'integer', description: 'Present when no pod answers this share.' },
    reason: { ...text, description: 'Why no pod answers it.' },
    host: { ...text, description: 'The host that the pods see, where it differs between destinations.' },
  },
};

const mirror = {
  type: 'object',
  required: ['service', 'namespace', 'port', 'percent'],
  additionalProperties: false,
  properties: { service: text, namespace: text, subset: text, version: text, port, percent },
};

const step = {
  type: 'object',
  required: ['kind', 'text'],
  additionalProperties: false,
  properties: {
    kind: { enum: ['entry', 'listener', 'host', 'rule', 'action', 'destination', 'note'] },
    text,
    object: { ...text, description: '`VirtualService shop/reviews`' },
    path: { ...text, description: '`spec.http[0].match[1]`' },
    matched: { type: 'boolean', description: 'Of rules: whether the request fits.' },
  },
};

/** What `progressive route --format json` prints for one request. */
export const ANSWER_SCHEMA = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  title: 'Answer of progressive route',
  type: 'object',
  required: ['status', 'destinations', 'why'],
  additionalProperties: false,
  properties: {
    status: {
      type: ['integer', 'null'],
      description: '200 stands for whatever the pods answer; null where it depends on the split, or is not modelled.',
    },
    destinations: { type: 'array', items: destination },
    location: { ...text, description: 'Where a redirect leads.' },
    path: { ...text, description: 'The path and query that the pods see.' },
    host: { ...text, description: 'The host that the pods see.' },
    grpcStatus: { type: 'integer' },
    mirrors: { type: 'array', items: mirror },
    faults: {
      type: 'object',
      additionalProperties: false,
      properties: {
        abort: { type: 'object', properties: { status: { type: 'integer' }, grpcStatus: text, percent } },
        delay: { type: 'object', properties: { duration: text, percent } },
      },
    },
    retries: {
      type: 'object',
      required: ['tries', 'on'],
      properties: { tries: { type: 'integer', minimum: 1 }, on: text, perTryTimeout: text },
    },
    timeout: { ...text, description: 'There is none by default.' },
    affinity: { ...text, description: 'What keeps a client on one pod.' },
    why: { type: 'array', minItems: 1, items: step, description: 'The chain of decisions.' },
    unmodelled: { type: 'array', items: text, description: 'What the answer leaves out; the status is null where that could change it.' },
    assumptions: { type: 'array', items: text, description: 'What the answer rests on without having seen it.' },
    calls: { type: 'array', description: 'Of a chain: the requests that this one leads to.', items: { type: 'object' } },
  },
};
