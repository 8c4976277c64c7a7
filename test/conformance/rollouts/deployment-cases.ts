import { deployment, type RolloutCase } from './case';

const NEVER = { new: { ready: 'never' } };

function rolling(name: string, spec: object, scenario: object, rollingUpdate?: object): RolloutCase {
  const strategy = rollingUpdate && { type: 'RollingUpdate', rollingUpdate };
  return { name, scenario, steered: true, objects: [deployment(name, { ...spec, ...(strategy && { strategy }) }, true)] };
}

const at = (t: number, action: string, more: object = {}) => ({ at: { t }, do: action, ...more });
const oneMore = { maxSurge: 1, maxUnavailable: 0 };

export const DEPLOYMENTS: readonly RolloutCase[] = [
  rolling('d-good', { replicas: 10 }, {}),
  rolling('d-never', { replicas: 4 }, NEVER),
  rolling('d-never-ten', { replicas: 10, progressDeadlineSeconds: 3 }, NEVER),
  rolling('d-never-all', { replicas: 4 }, NEVER, { maxSurge: 0, maxUnavailable: '100%' }),
  rolling('d-never-half', { replicas: 3 }, NEVER, { maxSurge: '50%', maxUnavailable: 0 }),
  rolling('d-half', { replicas: 6 }, { new: { ready: 0.5 } }, { maxSurge: 1, maxUnavailable: 1 }),
  rolling('d-third', { replicas: 4 }, { ...NEVER, newer: {}, events: [at(3, 'release')] }, oneMore),
  rolling('d-restore', { replicas: 4 }, { ...NEVER, events: [at(3, 'restore')] }),
  rolling('d-scale', { replicas: 4 }, { ...NEVER, events: [at(3, 'scale', { replicas: 8 })] }, oneMore),
  rolling('d-recreate', { replicas: 3, strategy: { type: 'Recreate' } }, {}),
  rolling('d-recreate-never', { replicas: 3, strategy: { type: 'Recreate' } }, NEVER),
  rolling('d-odd', { replicas: 7 }, NEVER, { maxSurge: '30%', maxUnavailable: '30%' }),
  rolling(
    'd-third-odd',
    { replicas: 5 },
    { new: { ready: 0.5 }, newer: {}, events: [at(4, 'release')] },
    { maxSurge: 0, maxUnavailable: 2 },
  ),
  rolling('d-one', { replicas: 1 }, NEVER),
  rolling('d-restore-recreate', { replicas: 2, strategy: { type: 'Recreate' } }, { ...NEVER, events: [at(3, 'restore')] }),
];
