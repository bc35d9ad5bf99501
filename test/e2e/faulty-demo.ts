import { test as base } from './demo-server.js';
import { type FaultProxy, openFaultProxy } from './fault-proxy.js';

/** Playwright's test with a demo that the page reaches through a `network`, which is also where relative addresses lead. */
export const test = base.extend<{ network: FaultProxy }>({
  network: async ({ demo }, use) => {
    const network = await openFaultProxy(demo.url);
    await use(network);
    await network.close();
  },
  baseURL: ({ network }, use) => use(network.url),
});
