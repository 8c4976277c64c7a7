import { askShop, object } from './shop';

const testers = (header: string, match: string) =>
  object(
    'networking.istio.io/v1',
    'VirtualService',
    'testers',
    `{hosts: [t.example.com, web], gateways: [gw, mesh], http: [{match: [{headers: {${header}: ${match}}}], directResponse: {status: 299}}, {directResponse: {status: 298}}]}`,
  );
const ask = (header: string, match: string, request: object = {}) =>
  askShop(testers(JSON.stringify(header), match), { host: 't.example.com', ...request });
const MESH = { from: 'mesh:shop/web-v1', host: 'web' };

describe('headers that proxies write themselves', () => {
  test.each([['x-forwarded-for'], ['x-envoy-external-address'], ['x-request-id']])('%s is there at a gateway', (header) => {
    const answer = ask(header, '{}');
    expect(answer.status).toBe(299);
    expect(answer.assumptions?.join()).toContain(`${header} is written by the proxy`);
  });

  test('a sidecar writes the id of a request only', () => {
    expect(ask('x-request-id', '{}', MESH)).toMatchObject({ status: 299, assumptions: [expect.stringContaining('x-request-id')] });
    expect(ask('x-forwarded-for', '{}', MESH)).not.toHaveProperty('assumptions');
  });

  test('an id that was sent stays; the address is added to those that were sent', () => {
    expect(ask('x-request-id', '{exact: a}', { headers: { 'x-request-id': 'a' } }).status).toBe(299);
    expect(ask('x-forwarded-for', '{regex: "10.0.0.1,.+"}', { headers: { 'X-Forwarded-For': '10.0.0.1' } }).status).toBe(299);
  });

  test('other headers rest on nothing', () => {
    expect(ask('x-group', '{}')).toMatchObject({ status: 298 });
    expect(ask('x-group', '{}').assumptions).toBeUndefined();
  });
});

describe('claims of a token', () => {
  const claim = (request: object) => ask('@request.auth.claims.group', '{exact: a}', request);

  test('are none without a token, whatever headers are sent', () => {
    expect(claim({})).toMatchObject({ status: 298 });
    expect(claim({ headers: { '@request.auth.claims.group': 'a' } }).unmodelled).toBeUndefined();
  });

  test('are not known of a token', () => {
    expect(claim({ headers: { authorization: 'Bearer x' } })).toMatchObject({
      status: null,
      unmodelled: [expect.stringContaining('what a token claims is not known')],
    });
  });
});
