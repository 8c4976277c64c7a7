import { Chart } from 'cdk8s';
import { MeshMode, MeshNamespace, ProgressiveApp } from 'cdk8s-progressive';
import { strategies } from './all';
import { addReviews } from './service';

// The matrix: one service, released in every way, each in a namespace of its own. Only the argument of `release` changes.
const app = new ProgressiveApp();
for (const [name, release] of Object.entries(strategies)) {
  const chart = new Chart(app, name, { namespace: name });
  new MeshNamespace(chart, 'namespace', { name, mesh: MeshMode.injection() });
  addReviews(chart, release);
}

app.synth();
