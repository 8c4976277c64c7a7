import { Chart } from 'cdk8s';
import { Microservice, ProgressiveApp } from 'cdk8s-progressive';

const app = new ProgressiveApp();
const chart = new Chart(app, 'shop', { namespace: 'shop' });
new Microservice(chart, 'hello').addVersion('v1', { image: 'registry.example/hello:1.0.0' });
app.synth();
