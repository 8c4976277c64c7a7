import { Chart } from 'cdk8s';
import { ProgressiveApp } from 'cdk8s-progressive';
import { serviceNames } from './objects';
import { addService } from './service';

const app = new ProgressiveApp();
const chart = new Chart(app, 'bench', { namespace: 'bench' });
for (const name of serviceNames) addService(chart, name, 10);
app.synth();
