import { Chart } from 'cdk8s';
import { Microservice, Parameter, ProgressiveApp, ReleaseName, Resources, RollingUpdate } from 'cdk8s-progressive';

const app = new ProgressiveApp();
const chart = new Chart(app, 'upcommerce', { namespace: 'sre' });
app.synth();
