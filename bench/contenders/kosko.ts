import { modelOf } from './kosko-models';
import { objectsOfService, serviceNames } from './objects';

export default serviceNames.flatMap((name) => objectsOfService(name).map(modelOf));
