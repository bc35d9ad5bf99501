import { expect, type Page } from 'playwright/test';
import type { FaultRow } from './fault-matrix.js';
import { answers, finish, heading, revealSecret } from './wizard.js';

/** The user reads what the row says. */
export async function expectToSee(page: Page, { sees }: Pick<FaultRow, 'sees'>): Promise<void> {
  await expect(heading(page, sees.heading)).toBeVisible();
  await expect(page.getByText(sees.words).first()).toBeVisible();
}

/** It ends as the row says, and the list shows the one token under its name. */
export async function expectEnd(
  page: Page,
  { ends }: Pick<FaultRow, 'ends'>,
  name: string = answers.name,
): Promise<void> {
  if (ends === 'secret') {
    expect(await revealSecret(page)).toMatch(/^tkw_/);
  } else {
    await expect(heading(page, 'Your token exists, but its secret cannot be shown')).toBeVisible();
    await expect(page.getByText(/^tkw_\w+$/)).toHaveCount(0);
  }
  await finish(page);
  await expect(page.getByRole('rowheader')).toHaveText([`${name}${answers.description}`]);
}
