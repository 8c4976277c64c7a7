import { App, Chart } from 'cdk8s';
import { manifestsOf } from '../../lib/manifest/manifests-of';

test('charts that depend on each other in a circle have no order', () => {
  const app = new App();
  const [one, two] = [new Chart(app, 'one'), new Chart(app, 'two')];
  one.addDependency(two);
  expect(() => manifestsOf(app)).not.toThrow();
  two.addDependency(one);
  expect(() => manifestsOf(app)).toThrow(
    'Dependency cycle detected: one => two => one: addDependency() is stated in a circle; leave one of them out.',
  );
});
