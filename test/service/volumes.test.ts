import { App, Chart } from 'cdk8s';
import { AzureDiskPersistentVolumeKind, ConfigMap, Volume } from 'cdk8s-plus-27';
import { at, podOf, problemsOf, text, withVersion, yaml } from '../support/chart';

const chart = new Chart(new App(), 'elsewhere');
const settings = Volume.fromConfigMap(chart, 'settings', ConfigMap.fromConfigMapName(chart, 'map', 'settings'), { name: 'settings' });

test('volumes are stated once, and mounted where they are asked for', () => {
  const pod = podOf({
    volumeMounts: [
      { volume: settings, path: '/etc/settings', readOnly: true },
      { volume: settings, path: '/etc/level', subPath: 'level' },
    ],
    writablePaths: ['/tmp', '/var/cache/nginx'],
  });
  expect(yaml(at(pod, 'containers', 0, 'volumeMounts'))).toBe(
    text(`
      - name: settings
        mountPath: /etc/settings
        readOnly: true
      - name: settings
        mountPath: /etc/level
        subPath: level
      - name: tmp
        mountPath: /tmp
      - name: var-cache-nginx
        mountPath: /var/cache/nginx
      `),
  );
  expect(yaml(at(pod, 'volumes'))).toBe(
    text(`
      - name: settings
        configMap:
          name: settings
      - name: tmp
        emptyDir: {}
      - name: var-cache-nginx
        emptyDir: {}
      `),
  );
});

test("fields have Kubernetes' own names where cdk8s-plus writes others", () => {
  const disk = Volume.fromAzureDisk(chart, 'disk', 'data', 'https://disks/data', {
    name: 'disk',
    kind: AzureDiskPersistentVolumeKind.MANAGED,
  });
  const block = Volume.fromAwsElasticBlockStore(chart, 'block', 'vol-1', { name: 'block' });
  const pod = podOf({ volumeMounts: [disk, block].map((volume) => ({ volume, path: `/${volume.name}` })) });
  expect(at(pod, 'volumes', 0, 'azureDisk')).toMatchObject({ diskName: 'data', diskURI: 'https://disks/data' });
  expect(at(pod, 'volumes', 1, 'awsElasticBlockStore')).toMatchObject({ volumeID: 'vol-1' });
});

test('volumes and mounts that exclude each other', () => {
  const other = Volume.fromEmptyDir(chart, 'other', 'tmp', {});
  const volumeMounts = [
    { volume: settings, path: '/tmp' },
    { volume: Volume.fromHostPath(chart, 'host', 'settings', { path: '/etc' }), path: 'etc' },
    { volume: other, path: '/other' },
  ];
  expect(problemsOf(withVersion({ volumeMounts, writablePaths: ['/tmp'] }))).toEqual([
    "shop/reviews: version 'v1': two different volumes have the name 'settings'; give one of them another name.",
    "shop/reviews: version 'v1': the path 'etc' of a volume is not absolute: it starts with '/'.",
    "shop/reviews: version 'v1': two different volumes have the name 'tmp'; give one of them another name.",
    "shop/reviews: version 'v1': two volumes are mounted at '/tmp'; mount one of them elsewhere.",
  ]);
});

test('writable paths do not share a volume by accident', () => {
  expect(problemsOf(withVersion({ writablePaths: ['/a/b', '/a-b'] }))).toEqual([
    "shop/reviews: version 'v1': two different volumes have the name 'a-b'; give one of them another name.",
  ]);
});
