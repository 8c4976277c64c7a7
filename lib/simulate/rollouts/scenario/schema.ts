/** JSON Schema of a scenario file; `docs/scenarios.md` explains it with examples. */

const moment = {
  oneOf: [
    {
      type: 'object',
      required: ['tick'],
      additionalProperties: false,
      description: 'a moment is { tick: 4 } (of Flagger) or { t: 30s } (after the change)',
      properties: {
        tick: { type: 'integer', minimum: 1, description: 'Half an interval before the nth look of Flagger after the change.' },
      },
    },
    {
      type: 'object',
      required: ['t'],
      additionalProperties: false,
      description: 'a moment is { tick: 4 } (of Flagger) or { t: 30s } (after the change)',
      properties: { t: { $ref: '#/$defs/seconds' } },
    },
  ],
  description: 'A moment: a tick of Flagger, or seconds after the change.',
};

const seriesOf = (value: string, title: string) => ({
  description: title,
  anyOf: [
    { $ref: `#/$defs/${value}` },
    {
      type: 'array',
      minItems: 1,
      items: {
        type: 'object',
        required: ['value'],
        additionalProperties: false,
        properties: {
          value: { $ref: `#/$defs/${value}` },
          tick: { type: 'integer', minimum: 0 },
          t: { $ref: '#/$defs/seconds' },
          weight: { type: 'number', minimum: 0, maximum: 100 },
        },
      },
      description: 'The last point that has been reached counts. All points of one list go by the same: tick, t or weight.',
    },
    {
      type: 'object',
      required: ['each'],
      additionalProperties: false,
      properties: { each: { type: 'array', minItems: 1, items: { $ref: `#/$defs/${value}` } } },
    },
    {
      type: 'object',
      required: ['cycle'],
      additionalProperties: false,
      properties: { cycle: { type: 'array', minItems: 1, items: { $ref: `#/$defs/${value}` } } },
    },
  ],
});

const pods = {
  ready: {
    anyOf: [
      { enum: ['always', 'never'], description: 'or a share such as 0.5' },
      { type: 'number', minimum: 0, maximum: 1 },
    ],
    description: 'Which of its pods ever become ready: always (default), never, or a share such as 0.5.',
  },
  readyAfter: { $ref: '#/$defs/seconds', description: 'From the start of a pod until it is ready. Default 1 second.' },
  readyEvery: { $ref: '#/$defs/seconds', description: 'Between one pod becoming ready and the next. Default 0.' },
  diesAfter: { $ref: '#/$defs/seconds', description: 'After becoming ready until it is unready for good.' },
  down: {
    type: 'array',
    items: {
      type: 'object',
      required: ['from', 'to'],
      additionalProperties: false,
      properties: { from: { $ref: '#/$defs/seconds' }, to: { $ref: '#/$defs/seconds' } },
    },
    description: 'Times, in seconds after the change, in which none of its pods is ready.',
  },
  terminationSeconds: { $ref: '#/$defs/seconds', description: 'How long a pod takes to stop. Default 0.' },
};

const version = {
  type: 'object',
  additionalProperties: false,
  properties: {
    successRate: { $ref: '#/$defs/metricSeries', description: 'Percent of its requests that succeed. Default 100.' },
    latency: { $ref: '#/$defs/metricSeries', description: '99th percentile in milliseconds. Default 10.' },
    ...pods,
    asPrimary: {
      type: 'object',
      additionalProperties: false,
      properties: pods,
      description: 'Flagger: how its pods behave once it is the primary. Default: as before.',
    },
  },
};

export const SCENARIO_SCHEMA = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'A scenario: what happens during a rollout',
  type: 'object',
  additionalProperties: false,
  properties: {
    target: {
      type: 'string',
      description: 'The service, Canary, Rollout or Deployment it is about; needed only where the manifests state several.',
    },
    change: {
      type: 'object',
      additionalProperties: false,
      description: 'What is applied at the start. Default: a new image.',
      properties: { image: { type: 'boolean' }, config: { type: 'boolean' }, replicas: { type: 'integer', minimum: 0, maximum: 10_000 } },
    },
    load: {
      type: 'object',
      additionalProperties: false,
      properties: {
        requestsPerSecond: { type: 'number', minimum: 0, description: 'Default 100.' },
        matching: {
          type: 'number',
          minimum: 0,
          maximum: 100,
          description: 'Percent of the requests that an A/B match or a header route picks. Default 10.',
        },
      },
    },
    old: version,
    new: version,
    newer: { ...version, description: 'A second release. Default: as the first.' },
    metrics: {
      type: 'object',
      additionalProperties: { $ref: '#/$defs/metricSeries' },
      description: 'What each metric measures, by its name in the manifests.',
    },
    webhooks: {
      type: 'object',
      additionalProperties: { $ref: '#/$defs/answerSeries' },
      description: 'What each webhook answers, by its name or its type.',
    },
    gates: { type: 'object', additionalProperties: { $ref: '#/$defs/answerSeries' }, description: 'The same as webhooks.' },
    events: {
      type: 'array',
      items: {
        type: 'object',
        required: ['at', 'do'],
        additionalProperties: false,
        properties: {
          at: moment,
          do: {
            enum: [
              'release',
              'restore',
              'abort',
              'promote',
              'promoteFull',
              'retry',
              'scale',
              'config',
              'suspend',
              'resume',
              'delete',
              'switch',
            ],
          },
          replicas: { type: 'integer', minimum: 0, maximum: 10_000 },
        },
      },
    },
    until: { $ref: '#/$defs/seconds', description: 'When to stop looking.' },
  },
  $defs: {
    seconds: {
      anyOf: [
        { type: 'number', minimum: 0 },
        { type: 'string', pattern: '^([0-9]+(\\.[0-9]+)?(ms|s|m|h))+$' },
      ],
      description: 'A number of seconds, or a duration such as 1m30s.',
    },
    metric: {
      anyOf: [
        { type: 'number' },
        { type: 'array', items: { type: 'number' } },
        { enum: ['none', 'error', 'NaN', 'pass', 'fail', 'inconclusive'], description: 'or a number, a list of numbers, true or false' },
        { type: 'boolean' },
      ],
    },
    answer: {
      anyOf: [
        { enum: ['ok', 'fails', 'open', 'closed'], description: 'or an HTTP status' },
        { type: 'integer', minimum: 100, maximum: 599 },
      ],
    },
    metricSeries: seriesOf('metric', 'A value, points in time or by weight, { each: [...] } or { cycle: [...] } by measurement.'),
    answerSeries: seriesOf('answer', 'An answer, points in time, { each: [...] } or { cycle: [...] } by call.'),
  },
} as const;
