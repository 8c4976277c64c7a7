const amounts = { type: 'object', additionalProperties: { type: 'number' } };
const count = { type: 'integer', minimum: 0 };
const words = { type: 'array', items: { type: 'string' } };
const percent = { type: 'number', minimum: 0, maximum: 100 };

const row = {
  type: 'object',
  required: ['t', 'phase', 'weights', 'newVersion', 'replicas', 'available', 'events'],
  additionalProperties: false,
  properties: {
    tick: { type: 'integer', minimum: 1, description: 'Flagger: the nth look after the change.' },
    t: { type: 'number', minimum: 0, description: 'Seconds after the change.' },
    phase: { type: 'string', description: "The controller's own word." },
    weights: { ...amounts, description: 'Percent by side, the old one first.' },
    newVersion: { ...percent, description: 'Percent of the requests that the new version answers.' },
    replicas: { ...amounts, description: 'Pods wanted.' },
    available: { ...amounts, description: 'Pods available.' },
    step: { type: 'string', description: 'Argo Rollouts: the step that is being worked on.' },
    index: { ...count, description: 'Argo Rollouts: its index.' },
    message: { type: 'string', description: 'Argo Rollouts: the message of its status.' },
    failedChecks: { ...count, description: 'Flagger: as its status has it.' },
    iterations: { type: 'integer', description: 'Flagger: as its status has it.' },
    canaryWeight: { ...percent, description: 'Flagger: as its status has it; read the weights instead.' },
    routes: { ...words, description: 'Routes beside the weighted one.' },
    services: { type: 'object', additionalProperties: { type: 'string' }, description: 'Which version each Service selects.' },
    checks: {
      type: 'array',
      items: {
        type: 'object',
        required: ['name', 'kind', 'ok', 'value'],
        additionalProperties: false,
        properties: {
          name: { type: 'string' },
          kind: { enum: ['metric', 'webhook'] },
          ok: { type: 'boolean' },
          value: { type: 'string' },
          why: { type: 'string' },
        },
      },
    },
    events: words,
  },
};

/** JSON Schema of what `progressive simulate --format json` prints for one rollout; several are a list, `{ "rollouts": [...] }`. */
export const COURSE_SCHEMA = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'How a rollout goes',
  type: 'object',
  required: ['object', 'controller', 'course', 'end', 'exposure', 'assumptions', 'problems'],
  additionalProperties: false,
  properties: {
    object: {
      type: 'object',
      required: ['group', 'kind', 'namespace', 'name'],
      properties: { group: { type: 'string' }, kind: { type: 'string' }, namespace: { type: 'string' }, name: { type: 'string' } },
      description: 'The object that states the plan.',
    },
    controller: { enum: ['deployment', 'flagger', 'argo-rollouts', 'service', 'knative'] },
    course: { type: 'array', items: row, minItems: 1 },
    end: {
      type: 'object',
      required: ['what', 'reason', 'phase', 't'],
      additionalProperties: false,
      properties: {
        what: {
          enum: ['promoted', 'rolledBack', 'failed', 'waiting', 'stuck', 'refused', 'unchanged', 'deleted', 'suspended', 'unfinished'],
        },
        reason: { type: 'string' },
        phase: { type: 'string' },
        t: { type: 'number' },
        tick: { type: 'integer' },
      },
    },
    exposure: {
      type: 'object',
      required: ['seconds', 'requests', 'share', 'who'],
      additionalProperties: false,
      properties: {
        seconds: { type: 'number' },
        requests: {
          type: 'object',
          required: ['total', 'newVersion', 'failed', 'failedByNewVersion'],
          properties: { total: count, newVersion: count, failed: count, failedByNewVersion: count },
        },
        share: { type: 'object', required: ['most', 'average'], properties: { most: percent, average: percent } },
        who: words,
      },
    },
    assumptions: words,
    problems: {
      type: 'array',
      items: {
        type: 'object',
        required: ['path', 'message', 'effect'],
        properties: { path: { type: 'string' }, message: { type: 'string' }, effect: { enum: ['refused', 'invalid', 'unknown'] } },
      },
    },
  },
} as const;
