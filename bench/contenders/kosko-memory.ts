import { countSeconds, objectsOfService, serviceNames } from './objects';

// What kosko does in memory alone: its models are loaded, made and validated; nothing is written.
countSeconds(() => {
  const { modelOf } = require('./kosko-models') as typeof import('./kosko-models');
  for (const name of serviceNames) for (const object of objectsOfService(name)) modelOf(object).validate();
});
