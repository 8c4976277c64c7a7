import { Parameter, RollingUpdate, SwitchedRelease } from 'cdk8s-progressive';
import { release as canary } from './flagger-canary';

/** A canary where an environment wants one, else a rolling update. */
export const release = () =>
  SwitchedRelease.by(Parameter.boolean('canary.enable', { defaultValue: false, description: 'Whether new versions are tried first.' }), {
    on: canary(),
    off: new RollingUpdate(),
  });
