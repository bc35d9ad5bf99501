import '@tokenwright/react/styles.css';
import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { CreateTokenWizard, useStepHistory } from '@tokenwright/react';
import { StrictMode } from 'react';
import { expect, test } from 'vitest';
import { answers, catalog, contacts, createToken, versions } from '../../stories/fixtures.js';

const button = (name: string) => screen.getByRole('button', { name });
const heading = (name: string) => screen.findByRole('heading', { name });

function StepHistory() {
  useStepHistory();
  return null;
}

/** A page of its own in the history, with state of the host's router. */
function renderPage() {
  history.pushState({ router: 'of the host' }, '');
  render(
    <StrictMode>
      <CreateTokenWizard.Root {...{ versions, contacts, catalog }} onCreate={createToken} initialValues={answers}>
        <StepHistory />
        <CreateTokenWizard.Steps />
        <CreateTokenWizard.Heading />
        <CreateTokenWizard.Body />
        <CreateTokenWizard.Actions />
      </CreateTokenWizard.Root>
    </StrictMode>,
  );
  return userEvent.setup();
}

/** Back and Forward of the browser. */
async function traverse(delta: number) {
  await act(async () => {
    const arrived = new Promise((resolve) => addEventListener('popstate', resolve, { once: true }));
    history.go(delta);
    await arrived;
  });
}

test('Back and Forward of the browser move between steps and keep the answers', async () => {
  const user = renderPage();
  const before = history.length;
  await user.type(screen.getByRole('textbox', { name: 'Token Name' }), ' 2');
  await user.click(button('Next'));
  await user.click(button('Next'));
  expect(await heading('Choose API scopes')).toHaveFocus();
  expect(history.length).toBe(before + 2);
  await traverse(-1);
  expect(await heading('Contact information')).toHaveFocus();
  await traverse(-1);
  expect(await heading('Set up your token')).toHaveFocus();
  expect(screen.getByRole('textbox', { name: 'Token Name' })).toHaveValue(`${answers.name} 2`);
  expect(history.state).toMatchObject({ router: 'of the host' });
  await traverse(2);
  expect(await heading('Choose API scopes')).toHaveFocus();
  expect(history.length).toBe(before + 2);
});

test('once the token is created, Back of the browser keeps its secret on the page', async () => {
  const user = renderPage();
  for (const name of ['Next', 'Next', 'Next', 'Create']) await user.click(button(name));
  expect(await heading('Your token is ready')).toHaveFocus();
  await traverse(-1);
  await traverse(-1);
  expect(await heading('Your token is ready')).toBeVisible();
  await user.click(button('Reveal'));
  expect(screen.getByText(/^tkw_/)).toBeVisible();
});
