import { describe, expect, test } from 'vitest';
import { withoutCredentials } from './without-credentials.js';

const url = 'https://api.example.com/v1/jobs';

describe('of a pasted command or code only what holds no credential is left', () => {
  test.each<[string, string, string]>([
    ['sudo and a header', `sudo curl -H 'Authorization: Bearer s3cret' ${url}`, '/v1/jobs'],
    ['a header after the address', `time curl ${url} -H "X-Api-Key: s3cret"`, '/v1/jobs'],
    ['fetch', `fetch("${url}", { headers: { authorization: "Bearer s3cret" } })`, '/v1/jobs'],
    ['fetch over several lines', `await fetch('${url}', {\n  headers: {\n    Cookie: 's3cret=1'\n  }\n});`, '/v1/jobs'],
    ['PowerShell', `Invoke-RestMethod -Uri "${url}" -Headers @{ Authorization = "Bearer s3cret" }`, '/v1/jobs'],
    ['PowerShell without an address', '$headers = @{ "X-Token" = "s3cret" }', '$headers'],
    ['wget', `wget --header="Authorization: Basic czNjcmV0" ${url}`, '/v1/jobs'],
    ['HTTPie', `http POST ${url} Authorization:"Bearer s3cret"`, '/v1/jobs'],
    [
      'HTTPie without a scheme',
      'http POST api.example.com/v1/jobs X-API-Key:s3cret',
      'http POST api.example.com/v1/jobs',
    ],
    ['a user', 'xh -a admin:s3cret api.example.com', 'xh'],
    ['a user in curl', `doas curl -u admin:s3cret ${url}`, '/v1/jobs'],
    ['--oauth2-bearer', `sudo curl --oauth2-bearer s3cret ${url}`, '/v1/jobs'],
    ['cookies', `sudo curl -b 'sid=s3cret' ${url}`, '/v1/jobs'],
    ['a user in the address', 'see https://ada:s3cret@api.example.com/v1/jobs please', '/v1/jobs'],
    ['a parameter', `${url}?access_token=s3cret`, '/v1/jobs'],
    ['an address alone, with a user', 'https://ada:s3cret@api.example.com', '…'],
    ['a header alone', 'Authorization: Bearer s3cret', '…'],
    ['a header after words', 'list jobs Cookie: sid=s3cret', 'list jobs'],
    ['a parameter alone', '/v1/jobs?api_key=s3cret', '/v1/jobs'],
    ['a variable', 'export API_TOKEN=s3cret', 'export'],
    ['a member of JSON', '{ "password": "s3cret" }', '…'],
    ['code of Python', `requests.get("${url}", headers={"Authorization": f"Bearer s3cret"})`, '/v1/jobs'],
    ['a member of JSON after words', 'jobs { "private_key": "s3cret" }', 'jobs { "private'],
    ['a header in code', 'headers.append("X-Api-Key", "s3cret")', 'headers.append'],
    ['an element of XML', 'jobs <password>s3cret</password>', 'jobs'],
    ['an escaped header', 'jobs authorization%3A%20s3cret', 'jobs'],
    ['a key in words', 'jobs API key: s3cret', 'jobs'],
    ['a password in words', 'jobs password s3cret1', 'jobs'],
    ['a passphrase', 'jobs passphrase: s3cret', 'jobs'],
    ['a cookie by its name', 'jobs PHPSESSID=s3cret', 'jobs'],
    ['a private key', 'jobs -----BEGIN PRIVATE KEY-----\ns3cret', 'jobs'],
    [
      'a request',
      'GET /v1/jobs HTTP/1.1\nHost: api.example.com\nAuthorization: Bearer s3cret',
      'GET /v1/jobs HTTP/1.1\nHost: api.example.com',
    ],
  ])('%s', (_, text, safe) => {
    expect(withoutCredentials(text)).toBe(safe);
  });

  test.each([
    'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.dozjgNryP4J3jVmNHl0w5N',
    'sk_live_51H8abcdefghijkl',
    'ghp_abcdefghijklmnopqrstuvwxyz0123456789',
    'github_pat_11ABCDEFG0abcdefgh',
    'xoxb-123456789012-abcdefABCDEF',
    'AKIAIOSFODNN7EXAMPLE',
    '0123456789abcdef0123456789abcdef',
    'aB3dE5fG7hI9jK1lM3nO5pQ7rS9tU1vW',
  ])('the token %s, alone, among words and in a path', (token) => {
    expect(withoutCredentials(token)).toBe('…');
    expect(withoutCredentials(`list ${token} jobs`)).toBe('list … jobs');
    expect(withoutCredentials(`sudo curl https://api.example.com/v1/${token}/jobs`)).toBe('/v1/…/jobs');
  });
});

test.each([
  'hf_abcdefghijklmnopqrstuvwxyzABCDEFGH',
  'npm_abcdefghijklmnopqrstuvwxyzabcdefghij',
  'whsec_aB3dE5fG7hI9jK1lM3nO5pQ7',
])('the token %s is left out, though it looks less random than others', (token) => {
  expect(withoutCredentials(`list ${token} jobs`)).toBe('list … jobs');
});

test.each([
  '',
  ' list jobs ',
  'POST /v1/jobs/{id}',
  'GET /v1/jobs/550e8400-e29b-41d4-a716-446655440000/items',
  'token:read',
  'secrets.write',
  'session:manage api:tokens:list',
  'Basic settings',
  'Bearer tokens',
  'https://www.googleapis.com/auth/drive.readonly',
  'Cookies and sessions',
  'reports-ClickPerformanceByCountry-v2:read',
  'Sign-in with a key - read only',
  url,
])('text that holds no credential stays as it is: %j', (text) => {
  expect(withoutCredentials(text)).toBe(text);
});

test('a pasted document of 5 MB is read in no time', () => {
  const start = performance.now();
  for (const text of ['a '.repeat(2_500_000), 'a1'.repeat(50_000), 'x-'.repeat(50_000), 'a:'.repeat(50_000)])
    withoutCredentials(text);
  expect(performance.now() - start).toBeLessThan(2000);
});
