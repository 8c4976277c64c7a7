import { manifestsOfServices } from './manifests';
import { countSeconds } from './objects';

// The checks as synth makes them, of objects that are in memory: schemas and rules are loaded within the time.
const manifests = manifestsOfServices();
const { findings } = countSeconds(() => {
  const { check } = require('../../lib/check/check') as typeof import('../../lib/check/check');
  return check(manifests);
});
if (findings.some(({ severity }) => severity === 'error')) throw new Error(JSON.stringify(findings[0]));
