// @vitest-environment node
import { expect, test } from 'vitest';
import type { HttpMethod } from './catalog.js';
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
  ['POST /v1/jobs HTTP/1.1\r\nHost: api.example.com\r\n\r\n{}', 'POST', '/v1/jobs'],
  ['QUERY /v1/jobs', 'QUERY', '/v1/jobs'],
  ['curl.exe -X PUT ^\r\n  "https://api.example.com/v1/jobs" ^\r\n  -d "{}"', 'PUT', '/v1/jobs'],
  ["curl 'https://api.example.com/v1/jobs' --data-raw $'it\\'s' --compressed", 'POST', '/v1/jobs'],
  ['curl "$API/v1/jobs" | jq .', 'GET', '/v1/jobs'],
  ['curl -X "POST" --url "https://{{host}}/v1/jobs"', 'POST', '/v1/jobs'],
  ["curl -d $'it\\'s' 'https://api.example.com/v1/jobs'", 'POST', '/v1/jobs'],
  ["curl https://api.example.com/v1/it\\'s", 'GET', "/v1/it's"],
  ['curl "https://api.example.com/v1/jobs', 'GET', '/v1/jobs'],
  ['curl https://api.example.com/v1/a^b', 'GET', '/v1/a^b'],
  ['curl -sS -v api.example.com/v1/jobs', 'GET', '/v1/jobs'],
  ['curl --unheard-of value https://api.example.com/v1/jobs', 'GET', '/v1/jobs'],
  ['curl --compressed api.example.com/v1/jobs', 'GET', '/v1/jobs'],
  ['$ curl api.example.com/v1/jobs', 'GET', '/v1/jobs'],
  ['curl -o out https://api.example.com/v1/jobs', 'GET', '/v1/jobs'],
  ['POST\n/v1/jobs', 'POST', '/v1/jobs'],
  ['https://api.example.com/v1/jobs?full=1\n&top=2', null, '/v1/jobs'],
  ['svn+ssh://api.example.com/v1/jobs', null, '/v1/jobs'],
  ['$curl https://api.example.com/v1/jobs', 'GET', '/v1/jobs'],
  ['curl https://api.example.com/v1/$metadata', 'GET', '/v1/$metadata'],
  ['curl api.example.com/v1/jobs?next=https://x.org/y', 'GET', '/v1/jobs'],
  ['curl /v1/jobs', 'GET', '/v1/jobs'],
  ['curl --url=https://api.example.com/v1/a=b', 'GET', '/v1/a=b'],
  ['curl --get --data q=1 https://api.example.com/v1/jobs', 'GET', '/v1/jobs'],
  ['curl --head https://api.example.com/v1/jobs', 'HEAD', '/v1/jobs'],
  ['curl -sI https://api.example.com/v1/jobs', 'HEAD', '/v1/jobs'],
  ['curl -sG -d q=1 https://api.example.com/v1/jobs', 'GET', '/v1/jobs'],
  ['curl -sT file.txt https://api.example.com/v1/jobs', 'PUT', '/v1/jobs'],
  ['curl --upload-file file.txt https://api.example.com/v1/jobs', 'PUT', '/v1/jobs'],
  ['curl --request DELETE https://api.example.com/v1/jobs', 'DELETE', '/v1/jobs'],
  ['curl https://api.example.com/v1/jobs https://api.example.com/v1/ads', 'GET', '/v1/jobs'],
  ['curl ^"https://api.example.com/v1/jobs/42^" ^\r\n  -X ^"POST^"', 'POST', '/v1/jobs/42'],
  [
    'curl ^"https://api.example.com/v1/jobs^" ^\r\n  -H ^"a: b^" ^\r\n  --data-raw ^"^{^\\^"a^\\^": 1^}^"',
    'POST',
    '/v1/jobs',
  ],
  ['curl -X ^"PATCH^" ^"https://api.example.com/v1/jobs?a=1^&b=2^"', 'PATCH', '/v1/jobs'],
  // A method that cannot be read may be any. GET would name a weaker scope than the call needs.
  ['curl -X $METHOD https://api.example.com/v1/jobs', null, '/v1/jobs'],
  ['curl -X "{{method}}" https://api.example.com/v1/jobs', null, '/v1/jobs'],
  ['curl -X PURGE https://api.example.com/v1/jobs', null, '/v1/jobs'],
  ["curl https://api.example.com/v1/jobs -H 'X-HTTP-Method-Override: DELETE'", null, '/v1/jobs'],
  ['curl https://api.example.com/v1/jobs --next -d x https://api.example.com/v1/ads', null, '/v1/jobs'],
  ['curl https://api.example.com/v1/jobs && curl -X PUT https://api.example.com/v1/ads', null, '/v1/jobs'],
  ['curl https://api.example.com/v1/jobs\ncurl -X PUT https://api.example.com/v1/ads', null, '/v1/jobs'],
  ['curl -K options.txt https://api.example.com/v1/jobs', null, '/v1/jobs'],
  ['curl $OPTIONS https://api.example.com/v1/jobs', null, '/v1/jobs'],
  ['curl https://api.example.com/v1/jobs -X', null, '/v1/jobs'],
  ['curl -Method POST -Uri https://api.example.com/v1/jobs', null, '/v1/jobs'],
  ['curl https://api.example.com/v1/jobs -Body "{}"', null, '/v1/jobs'],
  ['curl --data-unheard-of x https://api.example.com/v1/jobs', null, '/v1/jobs'],
  ['curl --reques POST https://api.example.com/v1/jobs', null, '/v1/jobs'],
] as const)('%j is read as a call', (text, method, path) => {
  expect(readEndpointQuery(text)).toEqual({ method, path });
});

test.each([
  '-d',
  '--data',
  '--data-raw',
  '--data-binary',
  '--data-ascii',
  '--data-urlencode',
  '-F',
  '--form',
  '--form-string',
  '--json',
])("what follows curl's %s is a body that is posted, not the address", (option) => {
  const call = { method: 'POST', path: '/v1/jobs' };
  expect(readEndpointQuery(`curl ${option} https://x.org/y https://api.example.com/v1/jobs`)).toEqual(call);
  expect(readEndpointQuery(`curl https://api.example.com/v1/jobs ${option} https://x.org/y`)).toEqual(call);
});

test.each([
  ...[
    '-H',
    '--header',
    '-u',
    '--user',
    '-A',
    '--user-agent',
    '-b',
    '--cookie',
    '-c',
    '--cookie-jar',
    '-e',
    '--referer',
  ],
  ...['-o', '--output', '-m', '--max-time', '-x', '--proxy', '-w', '--write-out', '-E', '--cert'],
  ...['-D', '--dump-header', '-U', '--proxy-user', '--url-query', '--aws-sigv4', '--cert-type', '--limit-rate'],
  ...['--key', '--cacert', '--connect-timeout', '--retry', '--oauth2-bearer', '--resolve', '-r', '--range'],
])("what follows curl's %s is not the address", (option) => {
  expect(readEndpointQuery(`curl ${option} https://x.org/y https://api.example.com/v1/jobs`)).toEqual({
    method: 'GET',
    path: '/v1/jobs',
  });
});

test.each<[string, string, string, HttpMethod?]>([
  ['quotes side by side', `curl "https://api.example.com"'/v1/'jobs`, '/v1/jobs'],
  ['a double quote in single ones', `curl 'https://api.example.com/v1/a"b'`, '/v1/a"b'],
  ['a backslash in single quotes', String.raw`curl 'https://api.example.com/v1/a\b'`, String.raw`/v1/a\b`],
  ['a backslash before a quote', String.raw`curl "https://api.example.com/v1/\"a\""`, '/v1/"a"'],
  ['a backslash before a sign', String.raw`curl https://api.example.com/v1/a\&b`, '/v1/a&b'],
  ['a quoted text with spaces', `curl -d "a b" -H 'c  d' https://api.example.com/v1/jobs`, '/v1/jobs', 'POST'],
  ['an empty text', `curl -d '' https://api.example.com/v1/jobs`, '/v1/jobs', 'POST'],
  ['an empty text in double quotes', `curl -d "" https://api.example.com/v1/jobs`, '/v1/jobs', 'POST'],
  ['a line that goes on', 'curl \\\r\n  https://api.example.com/v1/jobs', '/v1/jobs'],
  ['a line that goes on within a word', 'curl https://api.example.com/v1/\\\njobs', '/v1/jobs'],
  ['a quote that is not closed', `curl https://api.example.com/v1/jobs -H 'A: b`, '/v1/jobs'],
])('a curl line is read as a shell reads it: %s', (_, text, path, method = 'GET') => {
  expect(readEndpointQuery(text)).toEqual({ method, path });
});

test.each([
  'see curl /v1/jobs',
  'see https://api.example.com/v1/jobs',
  '1 GET /v1/jobs',
  'FETCH /v1/jobs',
  'curl /v1/my\\ jobs',
])('%j names no call either', (text) => {
  expect(readEndpointQuery(text)).toBeNull();
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
