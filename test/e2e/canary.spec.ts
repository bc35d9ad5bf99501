import { expect } from 'playwright/test';
import { inspectWizard, placesInDocument, watchEverything } from './canary.js';
import { test } from './demo-process.js';
import { answers, button, fillIn, heading } from './wizard.js';

test('the secret is on the page alone, only while the user has it shown, and nowhere once the user is done', async ({
  context,
  demo,
  page,
}) => {
  const find = await watchEverything(context, page, demo);
  await fillIn(page);
  await inspectWizard(page);
  const creation = page.waitForResponse((response) => response.request().method() === 'POST');
  await button(page, 'Create').click();
  const { secret }: { secret: string } = await (await creation).json();
  expect(secret).toMatch(/^tkw_\w{49}$/);
  // Without its prefix, for that alone is also found in hints.
  const canary = secret.slice(4);

  await expect(heading(page, 'Your token is ready')).toBeVisible();
  expect(await placesInDocument(page, canary)).toEqual([]);

  // The one place of the secret, and the example that uses it.
  const shown = ['the text of code', 'the text of code'];
  await button(page, 'Reveal').click();
  expect(await placesInDocument(page, canary)).toEqual(shown);
  await button(page, 'Copy').click();
  await expect(page.getByText('Token copied.')).toBeVisible();
  await button(page, 'Copy command').click();
  await expect(page.getByText('Command copied.')).toBeVisible();
  const download = page.waitForEvent('download');
  await button(page, 'Download as .env').click();
  expect((await download).suggestedFilename()).toBe('token.env');
  expect((await download).url()).not.toContain(canary);
  expect(await placesInDocument(page, canary)).toEqual(shown);
  await button(page, 'Hide').click();
  expect(await placesInDocument(page, canary)).toEqual([]);
  await button(page, 'Reveal').click();
  expect(await find(canary)).toEqual([]);

  await button(page, 'Done').click();
  await expect(page.getByRole('row', { name: answers.name })).toBeVisible();
  expect(await placesInDocument(page, canary)).toEqual([]);
  expect(await find(canary)).toEqual([]);

  // Were the secret at one of these places, it would have been found there: what the user typed is.
  expect(await find(answers.description)).toEqual([
    'an inspection event',
    'the snapshot',
    'the session recording',
    'a request',
    'the database’s files',
  ]);
});
