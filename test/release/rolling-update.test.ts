import { Microservice, RollingUpdate, type RollingUpdateProps } from 'cdk8s-progressive';
import { at, type Build, objectOf, problemsOf } from '../support/chart';

const rolling =
  (props?: RollingUpdateProps): Build =>
  (chart) => {
    const service = new Microservice(chart, 'reviews', { defaults: { replicas: 4 } });
    service.addVersion('v1', { image: 'shop/reviews:1.0.0' });
    service.release(new RollingUpdate(props));
  };
const strategyOf = (props?: RollingUpdateProps) => at(objectOf('Deployment', rolling(props)), 'spec', 'strategy');

test('by default capacity never falls', () => {
  expect(strategyOf()).toEqual({ type: 'RollingUpdate', rollingUpdate: { maxSurge: 1, maxUnavailable: 0 } });
});

test('as stated', () => {
  expect(strategyOf({ maxSurge: '25%', maxUnavailable: 1 })).toEqual({
    type: 'RollingUpdate',
    rollingUpdate: { maxSurge: '25%', maxUnavailable: 1 },
  });
});

test.each([
  [
    { maxSurge: 0 },
    'maxSurge and maxUnavailable are both 0, so no pod could ever be replaced; set maxSurge to at least 1, or maxUnavailable to at least 1.',
  ],
  [{ maxSurge: -1 }, 'maxSurge -1 is neither a whole number from 0 on nor a percentage such as 25%.'],
  [{ maxUnavailable: '1.5%' }, 'maxUnavailable 1.5% is neither a whole number from 0 on nor a percentage such as 25%.'],
  [{ maxUnavailable: '101%' }, 'maxUnavailable 101% is more than 100%.'],
])('what cannot work: %j', (props, problem) => {
  expect(problemsOf(rolling(props))).toEqual([`shop/reviews: RollingUpdate: ${problem}`]);
});
