import { expect, type Page } from 'playwright/test';
import { storedTokens } from './demo-server.js';
import { type Answer, creation, type Exchange, type FaultProxy } from './fault-proxy.js';
import { test } from './faulty-demo.js';
import { answers, button, expectReview, fillIn, heading, revealSecret } from './wizard.js';

const unknown = 'We do not know whether your token was created';

/** Breaks the connection of each request to create a token, and holds the request back until `deliver` is called. */
function holdBack(network: FaultProxy): { deliver: () => Promise<readonly Answer[]> } {
  const held: Exchange[] = [];
  network.befall(creation, (exchange) => {
    held.push(exchange);
    exchange.reset();
  });
  return { deliver: () => Promise.all(held.map(({ forward }) => forward())) };
}

/** Presses Create, loses the answer, and checks: there is no token. */
async function createAndCheck(page: Page, network: FaultProxy) {
  await fillIn(page);
  const late = holdBack(network);
  await button(page, 'Create').click();
  await expect(heading(page, unknown)).toBeVisible();
  network.restore();
  await button(page, 'Check now').click();
  await expectReview(page);
  return late;
}

const refused = (late: readonly Answer[]) => late.length > 0 && late.every(({ status }) => status === 410);

test('a request that arrives after the user was told that it created nothing creates nothing', async ({
  demo,
  network,
  page,
}) => {
  const { deliver } = await createAndCheck(page, network);
  await button(page, 'Cancel').click();
  await button(page, 'Discard').click();
  await expect(heading(page, 'API access tokens')).toBeVisible();
  expect(refused(await deliver())).toBe(true);
  expect(await storedTokens(demo.databaseUrl)).toEqual([]);
});

test('a request that arrives after the user has created the token again is refused', async ({
  demo,
  network,
  page,
}) => {
  const { deliver } = await createAndCheck(page, network);
  await button(page, 'Create').click();
  await revealSecret(page);
  expect(refused(await deliver())).toBe(true);
  expect(await storedTokens(demo.databaseUrl)).toEqual([answers.name]);
});

test('a request that arrives after the user has changed an answer and created the token is refused', async ({
  demo,
  network,
  page,
}) => {
  const { deliver } = await createAndCheck(page, network);
  await page.getByRole('button', { name: /^Change.*description/i }).click();
  await page.getByRole('textbox', { name: 'Description' }).fill('Something else.');
  await button(page, 'Next').click();
  await button(page, 'Create').click();
  await revealSecret(page);
  expect(refused(await deliver())).toBe(true);
  expect(await storedTokens(demo.databaseUrl)).toEqual([answers.name]);
});

for (const way of ['Try again safely', 'Check now']) {
  test(`${way} says that the token was revoked since, where that is so`, async ({ network, page }) => {
    await fillIn(page);
    network.befall(creation, async ({ forward, reset }) => {
      await forward();
      reset();
    });
    await button(page, 'Create').click();
    await expect(heading(page, unknown)).toBeVisible();
    network.restore();
    const tokens: { id: string }[] = await (await page.request.get('/api/tokens')).json();
    for (const { id } of tokens) await page.request.delete(`/api/tokens/${id}`);
    await button(page, way).click();
    await expect(heading(page, 'Your token was created and has since been revoked')).toBeVisible();
  });
}
