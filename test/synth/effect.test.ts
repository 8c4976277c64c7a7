import { readManifests } from '../../lib/model/read';
import { effectOf } from '../../lib/synth/effect';

const service =
  'apiVersion: v1\nkind: Service\nmetadata: {name: web, namespace: shop}\nspec: {selector: {app: web}, ports: [{name: http, port: 80}]}\n';
const deployment = (version: string) =>
  `apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web, namespace: shop}\nspec: {template: {metadata: {labels: {app: web, version: ${version}}}}}\n`;
const files = [
  { path: 'yaml/prod/service.yaml', text: service },
  { path: 'yaml/prod/deployment.yaml', text: deployment('v2') },
];
const manifests = readManifests(files.map(({ path, text }) => ({ file: path, content: text }))).manifests;
const prod = [{ environment: 'prod', manifests }];
const report = { created: [], updated: [], deleted: [], unchanged: 1 };

test('a changed file is held against what it replaces, in the surroundings that stay', () => {
  const written = { ...report, updated: ['yaml/prod/deployment.yaml'] };
  expect(effectOf(prod, files, written, new Map([['yaml/prod/deployment.yaml', Buffer.from(deployment('v1'))]]))).toEqual([
    'prod: shop/web: v1 -> v2',
  ]);
});

test('a file that moves to another name changes nothing', () => {
  const written = { ...report, created: ['yaml/prod/deployment.yaml'], deleted: ['yaml/prod/web.yaml'] };
  expect(effectOf(prod, files, written, new Map([['yaml/prod/web.yaml', Buffer.from(deployment('v2'))]]))).toEqual([]);
});

test('an environment that is new, and one that is as it was, have nothing to tell', () => {
  expect(effectOf(prod, files, { ...report, created: files.map(({ path }) => path) }, new Map())).toEqual([]);
  expect(effectOf(prod, files, report, new Map())).toEqual([]);
});

test('where very much changed, it says who can tell', () => {
  const replaced = new Map(Array.from({ length: 501 }, (_, index) => [`yaml/prod/${index}.yaml`, Buffer.from('')] as const));
  expect(effectOf(prod, files, report, replaced)).toEqual([
    "prod: more than 500 files changed; 'progressive diff' says what that does to requests.",
  ]);
});
