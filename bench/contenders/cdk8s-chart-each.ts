import { ApiObject, App, Chart } from 'cdk8s';
import { objectsOfService, runFolder, serviceNames } from './objects';

const app = new App({ outdir: runFolder('cdk8s-chart-each') });
for (const name of serviceNames) {
  const chart = new Chart(app, name);
  objectsOfService(name).forEach(
    (object, index) => new ApiObject(chart, String(index), object as ConstructorParameters<typeof ApiObject>[2]),
  );
}
app.synth();
