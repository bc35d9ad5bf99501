import { type BrowserContext, expect, type Page } from 'playwright/test';
import { storedTokens } from './demo-server.js';
import { otherFaults } from './fault-matrix.js';
import { creation } from './fault-proxy.js';
import { expectEnd, expectToSee } from './fault-row.js';
import { test } from './faulty-demo.js';
import { answers, button, expectReview, fillIn, heading, revealSecret } from './wizard.js';

/** Closes the tab as a user does, so that the page learns of it. */
async function closeTab(page: Page): Promise<void> {
  const closed = page.waitForEvent('close');
  await page.close({ runBeforeUnload: true });
  await closed;
}

async function openWizard(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  await page.goto('/settings/api/new');
  return page;
}

/** From the first step, where a draft is shown, to the review. Every answer of {@link fillIn} is there. */
async function goThroughDraft(page: Page): Promise<void> {
  await expect(page.getByRole('textbox', { name: 'Token Name' })).toHaveValue(answers.name);
  for (const step of ['Contact information', 'Choose API scopes', 'Check your answers']) {
    await button(page, 'Next').click();
    await expect(heading(page, step)).toBeVisible();
  }
  await expectReview(page);
}

const conflict = 'This was changed in another tab or window.';
const finished = 'you may have finished in another tab or window';

test(`${otherFaults.closedWithDraft.fault}: the user goes on with what was entered`, async ({
  context,
  demo,
  network,
  page,
}) => {
  await fillIn(page);
  await closeTab(page);
  const opened = await openWizard(context);
  await expectToSee(opened, otherFaults.closedWithDraft);
  expect(await storedTokens(demo.databaseUrl)).toEqual([]);
  await goThroughDraft(opened);
  await button(opened, 'Create').click();
  await expectEnd(opened, otherFaults.closedWithDraft);
  expect(network.creations).toHaveLength(1);
  expect(await storedTokens(demo.databaseUrl)).toEqual([answers.name]);

  await opened.goto('/settings/api/new');
  await expect(opened.getByRole('textbox', { name: 'Token Name' })).toHaveValue('');
});

for (const { row, isCreated } of [
  { row: otherFaults.closedBeforeArrival, isCreated: false },
  { row: otherFaults.closedAfterCreation, isCreated: true },
]) {
  test(`${row.fault}: the same request goes out again under its key`, async ({ context, demo, network, page }) => {
    await fillIn(page);
    let arrive = () => {};
    const arrived = new Promise<void>((resolve) => {
      arrive = resolve;
    });
    network.befall(creation, async ({ forward }) => {
      if (isCreated) await forward();
      arrive();
    });
    await button(page, 'Create').click();
    await arrived;
    await closeTab(page);
    network.restore();

    const opened = await openWizard(context);
    await expectToSee(opened, row);
    expect(await storedTokens(demo.databaseUrl)).toHaveLength(row.tokens);
    await button(opened, 'Try again safely').click();
    await expectEnd(opened, row);
    expect(await storedTokens(demo.databaseUrl)).toEqual([answers.name]);
    const [first, second] = network.creations;
    expect(second?.body).toBe(first?.body);
    expect(second?.headers['idempotency-key']).toBe(first?.headers['idempotency-key']);
  });
}

/** Two tabs that hold the draft of a third one, and stand at its review. */
async function openDraftTwice(context: BrowserContext, page: Page): Promise<readonly [Page, Page]> {
  await fillIn(page);
  await closeTab(page);
  const tabs = [await openWizard(context), await openWizard(context)] as const;
  for (const tab of tabs) await goThroughDraft(tab);
  return tabs;
}

test('two tabs that send the same draft make one token: the second tab is asked, and joins the request of the first', async ({
  context,
  demo,
  network,
  page,
}) => {
  const [first, second] = await openDraftTwice(context, page);
  let arrive = () => {};
  const arrival = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  network.befall(creation, async ({ forward, answer }) => {
    const created = await forward();
    network.restore();
    await arrival;
    answer(created);
  });
  await button(first, 'Create').click();
  await expect.poll(() => storedTokens(demo.databaseUrl)).toHaveLength(1);

  await button(second, 'Create').click();
  await expect(second.getByText(conflict).first()).toBeVisible();
  await expectReview(second);
  expect(network.creations).toHaveLength(1);
  await button(second, 'Keep these').click();
  await button(second, 'Create').click();
  await expect(heading(second, 'Your token exists, but its secret cannot be shown')).toBeVisible();

  arrive();
  expect(await revealSecret(first)).toMatch(/^tkw_/);
  const keys = network.creations.map(({ headers }) => headers['idempotency-key']);
  expect(keys).toEqual([keys[0], keys[0]]);
  expect(await storedTokens(demo.databaseUrl)).toEqual([answers.name]);
});

test('two tabs that send the same draft one after the other make one token, unless the user of the second wants another', async ({
  context,
  demo,
  network,
  page,
}) => {
  const [first, second] = await openDraftTwice(context, page);
  await button(first, 'Create').click();
  await revealSecret(first);
  // Browsers tell another tab's process of it a little later.
  await expect.poll(() => second.evaluate(() => JSON.stringify(localStorage))).not.toContain(answers.name);

  await button(second, 'Create').click();
  await expect(second.getByText(finished).first()).toBeVisible();
  expect(network.creations).toHaveLength(1);
  expect(await storedTokens(demo.databaseUrl)).toEqual([answers.name]);
  await button(second, 'Keep these').click();
  await button(second, 'Create').click();
  await revealSecret(second);
  expect(await storedTokens(demo.databaseUrl)).toEqual([answers.name, answers.name]);
});

test('two tabs whose answers differ make one token each, and neither overwrites the draft of the other unasked', async ({
  context,
  demo,
  network,
  page,
}) => {
  const otherName = 'Weekly export';
  const [first, second] = await openDraftTwice(context, page);
  await second.getByRole('button', { name: /^Change.*token name/i }).click();
  await second.getByRole('textbox', { name: 'Token Name' }).fill(otherName);
  await button(second, 'Next').click();
  await expect(second.getByText(otherName, { exact: true })).toBeVisible();
  await expect.poll(() => second.evaluate(() => JSON.stringify(localStorage))).toContain(otherName);

  await button(first, 'Create').click();
  await expect(first.getByText(conflict).first()).toBeVisible();
  await expectReview(first);
  expect(network.creations).toEqual([]);
  await button(first, 'Keep these').click();
  await button(first, 'Create').click();
  const secret = await revealSecret(first);

  await button(second, 'Create').click();
  await expect(second.getByText(finished).first()).toBeVisible();
  await button(second, 'Keep these').click();
  await button(second, 'Create').click();
  expect(await revealSecret(second)).not.toBe(secret);
  expect(new Set(network.creations.map(({ headers }) => headers['idempotency-key'])).size).toBe(2);
  expect(await storedTokens(demo.databaseUrl)).toEqual([answers.name, otherName]);
});
