import { modelOf } from '../../../lib/model/model-of';
import { readManifests } from '../../../lib/model/read';
import { route } from '../../../lib/simulate/requests/route';
import { validator } from '../../support/schemas';
import { generatedCase } from './generate/case';

const fits = validator('route', 'answer');

test.each([1, 2, 3])('every answer fits the schema (seed %i)', (seed) => {
  const { objects, requests } = generatedCase(seed);
  const model = modelOf(readManifests([{ file: 'a', content: objects.map((object) => JSON.stringify(object)).join('\n---\n') }]).manifests);
  for (const request of requests) {
    const printed = JSON.parse(JSON.stringify(route(model, request)));
    expect(fits(printed) ? [] : fits.errors).toEqual([]);
  }
});

test('what lacks a field, or has an unknown one, does not fit', () => {
  expect(fits({ status: 200, destinations: [] })).toBe(false);
  expect(fits({ status: 200, destinations: [{ service: 'a' }], why: [{ kind: 'note', text: '' }] })).toBe(false);
  expect(fits({ status: 200, destinations: [], why: [{ kind: 'note', text: '' }], more: 1 })).toBe(false);
});
