import { Duration, Size } from 'cdk8s';
import { ConnectionScheme, Cpu, Handler, ImagePullPolicy, Probe } from 'cdk8s-plus-27';
import { HttpHealth, Parameter, PortProtocol, Resources } from 'cdk8s-progressive';
import { at, containerOf, podOf, problemsOf, text, withVersion, yaml } from '../support/chart';

test('the three probes of a program that tells its health by HTTP', () => {
  const health = HttpHealth.at('/healthz', { readinessPath: '/ready', period: Duration.seconds(5), startWithin: Duration.minutes(2) });
  const { startupProbe, livenessProbe, readinessProbe } = containerOf({ health }) as Record<string, unknown>;
  expect(yaml({ startupProbe, livenessProbe, readinessProbe })).toBe(
    text(`
      startupProbe:
        httpGet:
          path: /healthz
          port: http
        periodSeconds: 2
        failureThreshold: 60
      livenessProbe:
        httpGet:
          path: /healthz
          port: http
        periodSeconds: 5
        failureThreshold: 3
      readinessProbe:
        httpGet:
          path: /ready
          port: http
        periodSeconds: 5
        failureThreshold: 1
      `),
  );
});

test("cdk8s-plus' probes win over health, and know the port of the container", () => {
  const container = containerOf({
    health: HttpHealth.at('/healthz'),
    readiness: Probe.fromHttpGet('/ready', { scheme: ConnectionScheme.HTTPS, timeoutSeconds: Duration.seconds(2) }),
    liveness: Probe.fromCommand(['alive']),
    startup: Probe.fromTcpSocket({ port: 9090 }),
  });
  expect(at(container, 'readinessProbe')).toEqual({
    failureThreshold: 3,
    timeoutSeconds: 2,
    httpGet: { path: '/ready', port: 8080, scheme: 'HTTPS' },
  });
  expect(at(container, 'livenessProbe')).toEqual({ failureThreshold: 3, exec: { command: ['alive'] } });
  expect(at(container, 'startupProbe')).toEqual({ failureThreshold: 3, tcpSocket: { port: 9090 } });
});

test('command and arguments', () => {
  expect(containerOf({ command: ['serve'], args: ['--level', `${Parameter.string('level', { defaultValue: 'info' })}`] })).toMatchObject({
    command: ['serve'],
    args: ['--level', 'info'],
  });
});

test('resources of ours, with parameters', () => {
  const memory = Parameter.quantity('reviews.memory', { defaultValue: '512Mi' });
  expect(at(containerOf({ resources: Resources.of({ cpu: '250m', memory, ephemeralStorage: '1Gi' }) }), 'resources')).toEqual({
    requests: { cpu: '250m', memory: '512Mi', 'ephemeral-storage': '1Gi' },
    limits: { memory: '512Mi', 'ephemeral-storage': '1Gi' },
  });
});

test("resources of cdk8s-plus'", () => {
  const resources = { cpu: { request: Cpu.millis(250) }, memory: { request: Size.mebibytes(64), limit: Size.gibibytes(1) } };
  expect(at(containerOf({ resources }), 'resources')).toEqual({ requests: { cpu: '250m', memory: '64Mi' }, limits: { memory: '1024Mi' } });
});

test('resources that Kubernetes would refuse', () => {
  const resources = Resources.of({ cpu: '2', cpuLimit: '500m', memory: '256MB', memoryLimit: '512m' });
  expect(problemsOf(withVersion({ resources }))).toEqual([
    "shop/reviews: version 'v1': resources.requests.memory '256MB' is no quantity: a number with a unit, such as 100m or 256Mi.",
    "shop/reviews: version 'v1': resources.limits.memory '512m' is thousandths of a byte; write '512Mi'.",
    "shop/reviews: version 'v1': resources.requests.cpu '2' is more than limits.cpu '500m'; Kubernetes refuses that: raise the limit.",
  ]);
});

test('time to end', () => {
  const pod = podOf({ terminationGracePeriod: Duration.minutes(1), preStopSleep: Duration.seconds(5) });
  expect(at(pod, 'terminationGracePeriodSeconds')).toBe(60);
  expect(at(pod, 'containers', 0, 'lifecycle')).toEqual({ preStop: { sleep: { seconds: 5 } } });
  expect(at(containerOf({ preStop: Handler.fromHttpGet('/drain') }), 'lifecycle')).toEqual({
    preStop: { httpGet: { path: '/drain', port: 8080, scheme: 'HTTP' } },
  });
});

test('no time to end', () => {
  const preStop = Handler.fromCommand(['drain']);
  expect(problemsOf(withVersion({ preStop, preStopSleep: Duration.seconds(30) }))).toEqual([
    "shop/reviews: version 'v1': both preStop and preStopSleep are stated, and a container has one preStop; keep one of them.",
    "shop/reviews: version 'v1': preStopSleep of 30 s leaves no time of the 30 s of terminationGracePeriod; shorten it, or lengthen terminationGracePeriod.",
  ]);
});

test('containers before and beside, hardened like the program', () => {
  const pod = podOf({
    initContainers: [{ name: 'migrate', image: 'shop/migrate:1.0.0', command: ['migrate'] }],
    sidecars: [
      {
        name: 'log',
        image: 'shop/log:1.0.0',
        imagePullPolicy: ImagePullPolicy.IF_NOT_PRESENT,
        ports: [{ number: 2020, hostPort: 2020, hostIp: '127.0.0.1', name: 'log' }],
        securityContext: { user: 20001, readOnlyRootFilesystem: false },
        resources: { cpu: { request: Cpu.millis(10) } },
      },
    ],
  });
  expect(yaml(at(pod, 'initContainers'))).toBe(
    text(`
      - name: migrate
        image: shop/migrate:1.0.0
        command:
          - migrate
        resources:
          requests:
            cpu: 100m
            memory: 256Mi
          limits:
            cpu: "1"
            memory: 256Mi
        securityContext:
          allowPrivilegeEscalation: false
          readOnlyRootFilesystem: true
          capabilities:
            drop:
              - ALL
      `),
  );
  expect(yaml(at(pod, 'containers', 1))).toBe(
    text(`
      name: log
      image: shop/log:1.0.0
      imagePullPolicy: IfNotPresent
      ports:
        - containerPort: 2020
          hostPort: 2020
          hostIP: "127.0.0.1"
          name: log
      resources:
        requests:
          cpu: 10m
        limits: {}
      securityContext:
        allowPrivilegeEscalation: false
        readOnlyRootFilesystem: false
        capabilities:
          drop:
            - ALL
        runAsUser: 20001
      `),
  );
});

test('containers without a name of their own', () => {
  const image = 'shop/log:1.0.0';
  expect(problemsOf(withVersion({ sidecars: [{ image }, { name: 'reviews', image }] }))).toEqual([
    "shop/reviews: version 'v1': an init container or sidecar has no name; state name.",
    "shop/reviews: version 'v1': two containers have the name 'reviews'; give one of them another.",
  ]);
});

test('health is asked at the first HTTP port', () => {
  const ports = [
    { port: 9000, protocol: PortProtocol.GRPC },
    { name: 'http-admin', port: 9090 },
  ];
  const container = containerOf({ health: HttpHealth.at('/healthz') }, { ports });
  expect(at(container, 'livenessProbe', 'httpGet')).toEqual({ path: '/healthz', port: 'http-admin' });
});

test.each([[[]], [[{ port: 9000, protocol: PortProtocol.GRPC }]]])('health over HTTP needs a port that speaks it: %j', (ports) => {
  expect(problemsOf(withVersion({ health: HttpHealth.at('/healthz') }, { ports }))).toEqual([
    "shop/reviews: version 'v1': health asks over HTTP, and the service has no HTTP port; state readiness and liveness as probes, or a port.",
  ]);
});
