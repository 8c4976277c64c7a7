import type { ArgoPlan } from '../../../lib/model/plan';
import type { Scenario, ScenarioEvent } from '../../../lib/simulate/rollouts/scenario/scenario';
import type { Controllers } from '../harness/check';
import { type Rollout, rolloutPath } from '../harness/rollouts';

/** A rollout that is being played. */
export interface Play {
  readonly controllers: Controllers;
  readonly name: string;
  readonly plan: ArgoPlan;
  readonly scenario: Scenario;
}

/** A new version, or an old one again. */
export const setImage = ({ controllers: { cluster }, name }: Play, tag: number) =>
  cluster.kube.patch(rolloutPath(name, 'web'), [{ op: 'replace', path: '/spec/template/spec/containers/0/image', value: `app:${tag}` }]);

/** What `kubectl argo rollouts` does, and what a person does with kubectl. */
export async function act(play: Play, { action, replicas }: ScenarioEvent): Promise<void> {
  const { kube } = play.controllers.cluster;
  const path = rolloutPath(play.name, 'web');
  const status = (patch: object) => kube.merge(`${path}/status`, { status: patch });
  if (action === 'release') await setImage(play, 3);
  else if (action === 'restore') await setImage(play, 1);
  else if (action === 'scale') await kube.merge(path, { spec: { replicas } });
  else if (action === 'abort') await status({ abort: true });
  else if (action === 'retry') await status({ abort: false });
  else if (action === 'promoteFull') await status({ promoteFull: true });
  else if (action === 'promote') {
    const { status: before } = await kube.get<Rollout>(path);
    const { pauseConditions = [], currentStepIndex = 0 } = before ?? {};
    const byStep = play.plan.strategy.kind === 'canary' && currentStepIndex < play.plan.strategy.steps.length;
    if (byStep && pauseConditions.some(({ reason }) => reason === 'InconclusiveAnalysisRun'))
      await status({ controllerPause: false, pauseConditions: null, currentStepIndex: currentStepIndex + 1 });
    else await status({ pauseConditions: null, ...(byStep && pauseConditions.length === 0 && { currentStepIndex: currentStepIndex + 1 }) });
  } else throw new Error(`${action} cannot be done to a Rollout`);
}
