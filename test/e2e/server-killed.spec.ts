import { createClient } from '@libsql/client';
import { expect } from 'playwright/test';
import { test as base } from './demo-process.js';
import { storedTokens } from './demo-server.js';
import { otherFaults } from './fault-matrix.js';
import { creation, type FaultProxy, openFaultProxy } from './fault-proxy.js';
import { expectEnd, expectToSee } from './fault-row.js';
import { answers, button, fillIn } from './wizard.js';

const test = base.extend<{ network: FaultProxy }>({
  network: async ({ demo }, use) => {
    const network = await openFaultProxy(demo.url);
    await use(network);
    await network.close();
  },
  baseURL: ({ network }, use) => use(network.url),
});

test(`${otherFaults.killedBefore.fault}: the same request then makes the one token`, async ({
  demo,
  page,
  network,
}) => {
  await fillIn(page);
  network.befall(creation, async ({ forward, reset }) => {
    // A lock keeps the server from committing, so that it dies in the middle for certain.
    const lock = createClient({ url: demo.databaseUrl });
    const writing = await lock.transaction('write');
    const answer = forward().catch(() => 'the server is gone');
    await demo.kill();
    await answer;
    await writing.rollback();
    lock.close();
    reset();
  });
  await button(page, 'Create').click();
  await expectToSee(page, otherFaults.killedBefore);
  expect(await storedTokens(demo.databaseUrl)).toEqual([]);
  await demo.start();
  network.restore();
  await button(page, 'Try again safely').click();
  await expectEnd(page, otherFaults.killedBefore);
  expect(await storedTokens(demo.databaseUrl)).toEqual([answers.name]);
});

test(`${otherFaults.killedAfter.fault}: the user finds the one token`, async ({ demo, page, network }) => {
  await fillIn(page);
  network.befall(creation, async ({ forward, reset }) => {
    await forward();
    await demo.kill();
    reset();
  });
  await button(page, 'Create').click();
  await expectToSee(page, otherFaults.killedAfter);
  expect(await storedTokens(demo.databaseUrl)).toEqual([answers.name]);
  await demo.start();
  network.restore();
  await button(page, 'Check now').click();
  await expectEnd(page, otherFaults.killedAfter);
  expect(await storedTokens(demo.databaseUrl)).toEqual([answers.name]);
});

test('of many tokens that are asked for while the server is killed and started again, each is made once', async ({
  demo,
}) => {
  const headers = { Cookie: 'session=begun' };
  const [contacts, catalog] = await Promise.all(
    ['contacts', 'versions/16/catalog'].map(async (path) =>
      (await fetch(`${demo.url}/api/${path}`, { headers })).json(),
    ),
  );
  const create = (number: number) =>
    fetch(`${demo.url}/api/tokens`, {
      method: 'POST',
      headers: { ...headers, 'Content-Type': 'application/json', 'Idempotency-Key': `"key-${number}"` },
      body: JSON.stringify({
        name: `Token ${number}`,
        description: '',
        version: '16',
        primaryContact: contacts[0].id,
        developerEmails: [],
        scopes: [catalog.categories[0].scopes[0].id],
      }),
    }).then(({ status }) => status);
  const numbers = Array.from({ length: 40 }, (_, number) => number);

  const first = numbers.map((number) => create(number).catch(() => 'lost'));
  // In the middle: some are answered, others are being written, others wait.
  await Promise.race(first);
  await demo.kill();
  const answers = await Promise.all(first);
  expect(answers).toContain(201);

  await demo.start();
  const again = await Promise.all(numbers.map(create));
  // What had been answered is not made again; of the rest, nobody can tell which had been written.
  for (const number of numbers) if (answers[number] === 201) expect(again[number]).toBe(200);
  expect(again.filter((status) => status !== 200 && status !== 201)).toEqual([]);
  expect([...(await storedTokens(demo.databaseUrl))].sort()).toEqual(numbers.map((number) => `Token ${number}`).sort());
});
