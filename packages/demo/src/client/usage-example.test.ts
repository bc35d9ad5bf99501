// @vitest-environment node
import { execFileSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { usageExample } from './usage-example.js';

const catalog = {
  categories: [
    {
      id: 'ads',
      label: 'Ads',
      scopes: [
        {
          id: 'ads.create',
          label: 'Create ads',
          endpoints: [{ method: 'POST' as const, path: '/M/{AccountSID}/Ads' }],
        },
        {
          id: 'ads.get',
          label: 'Read an ad',
          endpoints: [{ method: 'GET' as const, path: '/M/{AccountSID}/Ads/{Id}' }],
        },
        { id: 'ads.think', label: 'Think of ads' },
      ],
    },
  ],
};
const origin = 'http://localhost:3000';

describe('the curl line for a new token', () => {
  test('calls the first operation the token may read, with the placeholders filled in', () => {
    expect(usageExample('tkw_x', { origin, catalog, scopes: ['ads.create', 'ads.get'] })).toBe(
      "curl -H 'Authorization: Bearer tkw_x' 'http://localhost:3000/M/IRdemo0000000000/Ads/1001'",
    );
  });

  test('names the method of a token that may read nothing', () => {
    expect(usageExample('tkw_x', { origin, catalog, scopes: ['ads.create'] })).toBe(
      "curl -X POST -H 'Authorization: Bearer tkw_x' 'http://localhost:3000/M/IRdemo0000000000/Ads'",
    );
  });

  test('is not there for a token that opens no operation', () => {
    expect(usageExample('tkw_x', { origin, catalog, scopes: ['ads.think'] })).toBeUndefined();
  });

  test('reaches curl as it is, whatever a secret holds', () => {
    const secret = `a'b"c$(d)\`e\\f;g`;
    const line = usageExample(secret, { origin, catalog, scopes: ['ads.get'] }) ?? '';
    const printed = execFileSync('sh', ['-c', line.replace(/^curl/, "printf '%s\\n'")], { encoding: 'utf8' });
    expect(printed.split('\n')).toEqual([
      '-H',
      `Authorization: Bearer ${secret}`,
      `${origin}/M/IRdemo0000000000/Ads/1001`,
      '',
    ]);
  });
});
