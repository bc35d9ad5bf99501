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
