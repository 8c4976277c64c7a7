import { App, Chart } from 'cdk8s';
import { ConfigMap, Env, EnvFieldPaths, EnvValue, Secret } from 'cdk8s-plus-27';
import { Parameter } from 'cdk8s-progressive';
import { at, containerOf, problemsOf, text, withVersion, yaml } from '../support/chart';

const chart = new Chart(new App(), 'elsewhere');
const settings = ConfigMap.fromConfigMapName(chart, 'settings', 'settings');
const secret = Secret.fromSecretName(chart, 'database', 'database');

test('variables: plain, with parameters, from ConfigMaps, Secrets and fields', () => {
  const env = {
    GREETING: 'hello $(NAME)',
    REPLICAS: `${Parameter.integer('reviews.replicas', { defaultValue: 3 })}`,
    URL: `http://${Parameter.string('reviews.host', { defaultValue: 'ratings' })}:80`,
    LEVEL: EnvValue.fromConfigMap(settings, 'level'),
    PASSWORD: EnvValue.fromSecretValue({ secret, key: 'password' }),
    POD_IP: EnvValue.fromFieldRef(EnvFieldPaths.POD_IP),
    EMPTY: EnvValue.fromValue(''),
  };
  expect(yaml(at(containerOf({ env }), 'env'))).toBe(
    text(`
      - name: GREETING
        value: "hello $(NAME)"
      - name: REPLICAS
        value: "3"
      - name: URL
        value: http://ratings:80
      - name: LEVEL
        valueFrom:
          configMapKeyRef:
            name: settings
            key: level
      - name: PASSWORD
        valueFrom:
          secretKeyRef:
            name: database
            key: password
      - name: POD_IP
        valueFrom:
          fieldRef:
            fieldPath: status.podIP
      - name: EMPTY
        value: ""
      `),
  );
});

test('all keys of ConfigMaps and Secrets', () => {
  const envFrom = [Env.fromConfigMap(settings, 'APP_'), Env.fromSecret(secret)];
  expect(at(containerOf({ envFrom }), 'envFrom')).toEqual([
    { configMapRef: { name: 'settings' }, prefix: 'APP_' },
    { secretRef: { name: 'database' } },
  ]);
});

test('a name that no variable can have', () => {
  expect(problemsOf(withVersion({ env: { '1ST PORT': '80' } }))).toEqual([
    "shop/reviews: version 'v1': env '1ST PORT' is no name of a variable: letters, digits, '-', '_' and '.', not starting with a digit.",
  ]);
});
