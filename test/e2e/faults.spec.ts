import { expect, type Page } from 'playwright/test';
import { storedTokens } from './demo-server.js';
import { type CreationFault, creationFaults, otherFaults, type WayOn } from './fault-matrix.js';
import { creation } from './fault-proxy.js';
import { expectEnd, expectToSee } from './fault-row.js';
import { test } from './faulty-demo.js';
import { answers, button, chooseContact, chooseScope, expectReview, fillIn, heading, revealSecret } from './wizard.js';

const mendedName = 'Nightly export, mended';

const follow: Readonly<Record<WayOn, (page: Page, row: CreationFault) => Promise<void>>> = {
  retry: (page) => button(page, 'Try again safely').click(),
  check: (page) => button(page, 'Check now').click(),
  checkNone: async (page) => {
    await button(page, 'Check now').click();
    await expectReview(page);
    await button(page, 'Create').click();
  },
  wait: async (page, { wait = 0 }) => {
    await expect(button(page, 'Try again')).toBeDisabled();
    await page.clock.fastForward(wait);
    await button(page, 'Try again').click();
  },
  signIn: (page) => button(page, 'Sign in').click(),
  mend: async (page) => {
    await page.getByRole('textbox', { name: 'Token Name' }).fill(mendedName);
    await button(page, 'Next').click();
    await expect(heading(page, 'Check your answers')).toBeVisible();
    await button(page, 'Create').click();
  },
  create: async (page) => {
    await expectReview(page);
    await button(page, 'Create').click();
  },
};

for (const row of creationFaults) {
  test(`${row.fault}: the user learns of it, goes on, and has exactly one token`, async ({ demo, page, network }) => {
    if (row.wait !== undefined) await page.clock.install();
    await fillIn(page);
    network.befall(creation, row.befalls);
    await button(page, 'Create').click();
    if (row.wait !== undefined) {
      await expect.poll(() => network.creations.length).toBe(1);
      if (row.wayOn !== 'wait') await page.clock.fastForward(row.wait);
    }
    await expectToSee(page, row);
    expect(await storedTokens(demo.databaseUrl)).toHaveLength(row.tokens);

    network.restore();
    await follow[row.wayOn](page, row);
    const name = row.wayOn === 'mend' ? mendedName : answers.name;
    await expectEnd(page, row, name);
    expect(await storedTokens(demo.databaseUrl)).toEqual([name]);

    const [first, ...later] = network.creations;
    const hasNewKey = ['mend', 'checkNone', 'create'].includes(row.wayOn);
    // A browser repeats a POST by itself when a reused connection breaks, so the first requests can be the same one.
    for (const { headers, body } of hasNewKey ? later.slice(-1) : later) {
      expect(body === first?.body).toBe(row.wayOn !== 'mend');
      expect(headers['idempotency-key'] !== first?.headers['idempotency-key']).toBe(hasNewKey);
    }
  });
}

test(`${otherFaults.repeatedByBrowser.fault}: there is one token all the same`, async ({ demo, network, page }) => {
  await fillIn(page);
  network.befall(creation, async ({ forward, reset }) => {
    await forward();
    network.restore();
    reset();
  });
  await button(page, 'Create').click();
  await expectToSee(page, otherFaults.repeatedByBrowser);
  const [first, second] = network.creations;
  expect(second?.headers['idempotency-key']).toBe(first?.headers['idempotency-key']);
  expect(await storedTokens(demo.databaseUrl)).toEqual([answers.name]);
  await expectEnd(page, otherFaults.repeatedByBrowser);
});

test(`${otherFaults.offline.fault}: the user learns of it, and creates the token once the network is back`, async ({
  context,
  demo,
  page,
}) => {
  await fillIn(page);
  await context.setOffline(true);
  await button(page, 'Create').click();
  await expectToSee(page, otherFaults.offline);
  expect(await storedTokens(demo.databaseUrl)).toEqual([]);
  await context.setOffline(false);
  await button(page, 'Try again safely').click();
  await expectEnd(page, otherFaults.offline);
  expect(await storedTokens(demo.databaseUrl)).toEqual([answers.name]);
});

test(`${otherFaults.slowContacts.fault}: the user answers the rest meanwhile`, async ({ demo, page, network }) => {
  let arrive = () => {};
  const arrival = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  network.befall('GET /api/contacts', async ({ forward, answer }) => {
    await arrival;
    answer(await forward());
  });
  await page.goto('/settings/api/new');
  await page.getByRole('textbox', { name: 'Token Name' }).fill(answers.name);
  await button(page, 'Next').click();
  await expectToSee(page, otherFaults.slowContacts);
  await button(page, 'Back').click();
  await expect(page.getByRole('textbox', { name: 'Token Name' })).toHaveValue(answers.name);
  arrive();
  await fillIn(page);
  await button(page, 'Create').click();
  await expectEnd(page, otherFaults.slowContacts);
  expect(await storedTokens(demo.databaseUrl)).toEqual([answers.name]);
});

test(`${otherFaults.failingCatalog.fault}: the user tries again and loses nothing`, async ({ demo, page, network }) => {
  await page.route('**/api/versions/*/catalog', (route) => route.fulfill({ status: 500 }), { times: 2 });
  await page.goto('/settings/api/new');
  await page.getByRole('textbox', { name: 'Token Name' }).fill(answers.name);
  await button(page, 'Next').click();
  await chooseContact(page);
  await button(page, 'Next').click();
  await expectToSee(page, otherFaults.failingCatalog);
  await button(page, 'Try again').click();
  await expectToSee(page, otherFaults.failingCatalog);
  await button(page, 'Try again').click();
  await chooseScope(page);
  await button(page, 'Next').click();
  await expect(page.getByText(answers.name, { exact: true })).toBeVisible();
  await button(page, 'Create').click();
  await revealSecret(page);
  expect(network.creations).toHaveLength(1);
  expect(await storedTokens(demo.databaseUrl)).toEqual([answers.name]);
});
