// What service.ts states in TypeScript, for the stock cdk8s command line, which runs it and collects what is written.
const { App, Chart, Duration } = require('cdk8s');
const { Analysis, ArgoRollout, ArgoTraffic, Match, Metric, Microservice, Parameter, Route, Step, WeightedRelease } = require('../../../..');

const app = new App();
const chart = new Chart(app, 'shop', { namespace: 'shop' });

const reviews = new Microservice(chart, 'reviews', { port: 80, containerPort: 8080 });
const v1 = reviews.addVersion('v1', { image: 'reviews:1' });
const v2 = reviews.addVersion('v2', { image: 'reviews:2' });
const weight = Parameter.percent('reviews.v2.weight', { defaultValue: 20 });
const testers = Route.when(Match.header('x-group').exact('test')).to(v2);
reviews.release(WeightedRelease.onIstio({ routes: [testers, Route.split(v1.rest(), v2.weight(weight))] }));

const ratings = new Microservice(chart, 'ratings', { port: 80, containerPort: 8080 });
ratings.addVersion('v1', { image: 'ratings:1' });
const success = Analysis.of(Metric.successRate({ min: 99 }));
const steps = [Step.weight(25), Step.pause(Duration.seconds(30)), Step.analysis(success)];
ratings.release(ArgoRollout.canary({ traffic: ArgoTraffic.istio(), steps }));

app.synth();
