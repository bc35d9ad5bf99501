// @vitest-environment node
import { expect, test } from 'vitest';
import { readEndpointQuery } from './endpoint-query.js';

test.each([
  ['POST /Mediapartners/{sid}/Ads', 'POST', '/Mediapartners/{sid}/Ads'],
  ['delete   /v1/jobs/42', 'DELETE', '/v1/jobs/42'],
  ['/v1/jobs/42', null, '/v1/jobs/42'],
  ['  /v1/jobs?full=1#top ', null, '/v1/jobs'],
  ['https://api.example.com/v1/jobs/42?full=1', null, '/v1/jobs/42'],
  ['PUT https://user@api.example.com:8443/v1/jobs', 'PUT', '/v1/jobs'],
  ['curl https://api.example.com/v1/jobs', 'GET', '/v1/jobs'],
  ['$ curl -X DELETE https://api.example.com/v1/jobs/42', 'DELETE', '/v1/jobs/42'],
  ['curl -XPUT api.example.com/v1/jobs', 'PUT', '/v1/jobs'],
  ['curl --request=PATCH --url https://api.example.com/v1/jobs', 'PATCH', '/v1/jobs'],
  ["curl -d 'a=b c' https://api.example.com/v1/jobs", 'POST', '/v1/jobs'],
  ['curl --json \'{"a": "https://x.org/y"}\' https://api.example.com/v1/jobs', 'POST', '/v1/jobs'],
  ['curl -G -d q=1 https://api.example.com/v1/jobs', 'GET', '/v1/jobs'],
  ['curl -I https://api.example.com/v1/jobs', 'HEAD', '/v1/jobs'],
  ['curl -T file.txt https://api.example.com/v1/jobs', 'PUT', '/v1/jobs'],
  [
    'curl -H \'Authorization: Bearer x\' \\\n  -H "Accept: a \\"b\\"" \\\n  \'https://api.example.com/v1/jobs\'',
    'GET',
    '/v1/jobs',
  ],
  ['curl -sX POST https://api.example.com/v1/jobs', 'POST', '/v1/jobs'],
  ['curl -isXPOST https://api.example.com/v1/jobs', 'POST', '/v1/jobs'],
  ["curl -sH 'A: b' -D headers https://api.example.com/v1/jobs", 'GET', '/v1/jobs'],
  ['curl -o out https://api.example.com/v1/jobs', 'GET', '/v1/jobs'],
] as const)('%j is read as a call', (text, method, path) => {
  expect(readEndpointQuery(text)).toEqual({ method, path });
});

test.each(['', 'list ads', 'POST', 'GET ads', 'curl', 'curl -X', "curl 'unclosed", 'and / or', 'javascript:alert(1)'])(
  '%j names no call',
  (text) => {
    expect(readEndpointQuery(text)).toBeNull();
  },
);

test('a very long line that is no call is judged at once', () => {
  expect(readEndpointQuery(`curl ${"'".repeat(50_000)}`)).toBeNull();
  expect(readEndpointQuery(' '.repeat(50_000))).toBeNull();
});
