import { expect, type Locator, type Page } from 'playwright/test';

/** A page, or a frame in one. */
type View = Pick<Page, 'getByRole' | 'getByText'>;

/** What {@link fillIn} answers, in the words in which the review shows it. */
export const answers = {
  name: 'Nightly export',
  description: 'Copies ads and clicks into the warehouse.',
  developerEmail: 'dev@example.com',
} as const;

export function button(page: View, name: string): Locator {
  return page.getByRole('button', { name, exact: true });
}

export function heading(page: View, name: string): Locator {
  return page.getByRole('heading', { name, exact: true });
}

/** Opens the wizard, answers everything, and stops at the review, before Create. */
export async function fillIn(page: Page): Promise<void> {
  await page.goto('/settings/api/new');
  await answerEverything(page);
}

/** Answers everything in a wizard that is open, and stops at the review. */
export async function answerEverything(page: View): Promise<void> {
  await page.getByRole('textbox', { name: 'Token Name' }).fill(answers.name);
  await page.getByRole('textbox', { name: 'Description' }).fill(answers.description);
  await button(page, 'Next').click();
  await chooseContact(page);
  await page.getByRole('textbox', { name: 'Developer Email Addresses' }).fill(answers.developerEmail);
  await button(page, 'Next').click();
  await chooseScope(page);
  await button(page, 'Next').click();
  await expectReview(page);
}

export async function chooseContact(page: View): Promise<void> {
  const contact = page.getByRole('combobox', { name: 'Primary Contact' });
  if ((await contact.evaluate(({ tagName }) => tagName)) === 'SELECT') {
    await contact.selectOption({ index: 1 });
    return;
  }
  await contact.click();
  await page.getByRole('option').first().click();
}

/** The first scope of the first category. */
export async function chooseScope(page: View): Promise<void> {
  await page.getByRole('switch').first().click();
  await page.getByRole('group').getByRole('checkbox').nth(1).click();
}

/** The review is shown, and every answer is still there. */
export async function expectReview(page: View): Promise<void> {
  await expect(heading(page, 'Check your answers')).toBeVisible();
  for (const answer of Object.values(answers)) await expect(page.getByText(answer, { exact: true })).toBeVisible();
}

/** The secret, once the user has it shown. */
export async function revealSecret(page: View): Promise<string> {
  await expect(heading(page, 'Your token is ready')).toBeVisible();
  await button(page, 'Reveal').click();
  return (await page.getByText(/^tkw_\w+$/).textContent()) ?? '';
}

/** Leaves the result, saying that the secret is stored where that is asked. */
export async function finish(page: View): Promise<void> {
  const stored = page.getByRole('checkbox', { name: /I have stored/ });
  if (await stored.isVisible()) await stored.click();
  await button(page, 'Done').click();
  await expect(heading(page, 'API access tokens')).toBeVisible();
}
