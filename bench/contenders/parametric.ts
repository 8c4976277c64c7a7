import { Chart } from 'cdk8s';
import { Parameter, ProgressiveApp } from 'cdk8s-progressive';
import { serviceNames } from './objects';
import { addService } from './service';

// The same app with a parameter for every service, which each environment sets.
const app = new ProgressiveApp();
const chart = new Chart(app, 'bench', { namespace: 'bench' });
for (const name of serviceNames) addService(chart, name, Parameter.percent(`${name}.weight`, { defaultValue: 10 }));
app.synth();
