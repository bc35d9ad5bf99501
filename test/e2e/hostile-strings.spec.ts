import { existsSync, readFileSync } from 'node:fs';
import { expect } from 'playwright/test';
import { test } from './demo-server.js';

const published = new URL('../../../shared/catalogs/strings/blns.json', import.meta.url);

/** Used where the published list is not at hand. */
const fewStrings = [
  '',
  'undefined',
  '__proto__',
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "'; DROP TABLE tokens; --",
  '{{7*7}}',
  'Ω≈ç√∫˜µ≤≥÷',
  '田中さんにあげて下さい',
  'הָיְתָהtestالصفحات',
  '👩‍👩‍👧‍👦🏳️‍🌈',
  'e\u0301',
  '\u202Etest',
  'a\u0000b',
  'x'.repeat(65),
  '%s%n%d',
  '../../../etc/passwd',
];

const strings: readonly string[] = existsSync(published) ? JSON.parse(readFileSync(published, 'utf8')) : fewStrings;

test('a stored name and description are shown as they were typed, as text', async ({ demo, page }) => {
  test.slow();
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('dialog', (dialog) => faults.push(`a dialog said ${dialog.message()}`));
  const stored: string[] = [];
  for (const text of strings) {
    const response = await fetch(`${demo.url}/api/tokens`, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        'Idempotency-Key': `"${crypto.randomUUID()}"`,
        Origin: demo.url,
        Cookie: 'session=begun',
      },
      body: JSON.stringify({
        name: text.replaceAll(/\r\n?/g, '\n').normalize('NFC').trim(),
        description: '',
        version: '16',
        primaryContact: 'user-1001',
        developerEmails: [],
        scopes: ['get:/Mediapartners/{}/Ads'],
      }),
    });
    expect([201, 422]).toContain(response.status);
    if (response.status === 201) stored.push(text.normalize('NFC').trim());
  }
  expect(stored.length).toBeGreaterThan(strings.length / 2);
  await page.goto('/settings/api');
  await expect(page.getByRole('rowheader')).toHaveCount(stored.length);
  const shown = await page.getByRole('rowheader').locator('bdi').allTextContents();
  expect([...shown].sort()).toEqual([...stored].sort());
  expect(faults).toEqual([]);
});
