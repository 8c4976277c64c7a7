import { ApiObject, App, Chart } from 'cdk8s';
import { objectsOfService, runFolder, serviceNames } from './objects';

const app = new App({ outdir: runFolder('cdk8s-one-chart') });
const chart = new Chart(app, 'bench');
for (const name of serviceNames) {
  objectsOfService(name).forEach(
    (object, index) => new ApiObject(chart, `${name}-${index}`, object as ConstructorParameters<typeof ApiObject>[2]),
  );
}
app.synth();
