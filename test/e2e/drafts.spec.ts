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
const sending = 'Another tab or window is creating a token from this draft';
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
  await expect(second.getByText(sending).first()).toBeVisible();
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

/** Presses Create from inside the page, so that no two presses are further apart than two messages to a browser. */
function press(page: Page): Promise<void> {
  return button(page, 'Create').evaluate((element: HTMLElement) => element.click());
}

/** One of the tabs has the token, and the other one says so. */
async function expectOneToken(tabs: readonly [Page, Page]): Promise<void> {
  for (const tab of tabs) {
    await expect(heading(tab, 'Your token is ready').or(tab.getByText(finished)).first()).toBeVisible();
  }
  const ready = await Promise.all(tabs.map((tab) => heading(tab, 'Your token is ready').count()));
  expect(ready.toSorted()).toEqual([0, 1]);
}

for (const { browsers, hasLocks } of [
  { browsers: 'a browser with Web Locks', hasLocks: true },
  { browsers: 'a page without Web Locks, as over plain http', hasLocks: false },
]) {
  test(`two tabs with one draft, in which Create is pressed at the same moment, make one token: in ${browsers}`, async ({
    context,
    demo,
    network,
    page,
  }) => {
    if (!hasLocks) {
      await context.addInitScript(() => Object.defineProperty(navigator, 'locks', { value: undefined }));
    }
    const tabs = await openDraftTwice(context, page);
    await Promise.all(tabs.map(press));
    await expectOneToken(tabs);
    expect(network.creations).toHaveLength(1);
    expect(await storedTokens(demo.databaseUrl)).toEqual([answers.name]);
  });
}

test('a tab that was too busy to learn that another one has created the token makes no second one', async ({
  context,
  demo,
  network,
  page,
}) => {
  const tabs = await openDraftTwice(context, page);
  const [first, second] = tabs;
  const pressed = button(second, 'Create').evaluate((element: HTMLElement, name: string) => {
    // Synchronous, so that nothing else happens in this tab before Create is pressed.
    const tokens = new XMLHttpRequest();
    do {
      tokens.open('GET', '/api/tokens', false);
      tokens.send();
    } while (!tokens.responseText.includes(name));
    element.click();
  }, answers.name);
  await press(first);
  await pressed;
  await expectOneToken(tabs);
  expect(network.creations).toHaveLength(1);
  expect(await storedTokens(demo.databaseUrl)).toEqual([answers.name]);
});

test('a lost request that another tab has settled is not sent again without a question', async ({
  context,
  demo,
  network,
  page,
}) => {
  await fillIn(page);
  network.befall(creation, ({ reset }) => reset());
  await button(page, 'Create').click();
  await expect(heading(page, 'We do not know whether your token was created')).toBeVisible();
  network.restore();
  const second = await openWizard(context);
  await button(second, 'Check now').click();
  await expect(second.getByText('We checked: no token was created.').first()).toBeVisible();
  await second.getByRole('button', { name: /^Change.*token name/i }).click();
  await second.getByRole('textbox', { name: 'Token Name' }).fill('Weekly export');
  await button(second, 'Next').click();
  await button(second, 'Create').click();
  await revealSecret(second);

  await expect(page.getByText(finished).first()).toBeVisible();
  await button(page, 'Try again safely').click();
  await expect(page.getByText(finished).first()).toBeVisible();
  expect(await storedTokens(demo.databaseUrl)).toEqual(['Weekly export']);
});

test('a page whose storage is full says so, asks before it goes, and after a reload asks what became of its request', async ({
  demo,
  network,
  page,
}) => {
  await fillIn(page);
  await page.evaluate(() => {
    for (let size = 2 ** 22; size >= 1; size /= 2) {
      for (let part = 0; part < 3; part += 1) {
        try {
          localStorage.setItem(`other:${size}:${part}`, 'x'.repeat(size));
        } catch {
          // Smaller pieces may still fit.
        }
      }
    }
  });
  let arrive = () => {};
  const arrived = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  network.befall(creation, () => arrive());
  await button(page, 'Create').click();
  await arrived;
  await expect(page.getByText('Your answers are not being saved on this device.').first()).toBeVisible();
  let asked = '';
  page.once('dialog', (dialog) => {
    asked = dialog.type();
    return dialog.accept();
  });
  network.restore();
  await page.reload();
  expect(asked).toBe('beforeunload');
  await button(page, 'Try again safely').click();
  await revealSecret(page);
  expect(await storedTokens(demo.databaseUrl)).toEqual([answers.name]);
  expect(new Set(network.creations.map(({ headers }) => headers['idempotency-key'])).size).toBe(1);
});
