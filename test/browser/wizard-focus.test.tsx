import '@tokenwright/react/styles.css';
import { act, render } from '@testing-library/react';
import type { CreateTokenResult } from '@tokenwright/core';
import { CreateTokenWizard } from '@tokenwright/react';
import { createPortal } from 'react-dom';
import { expect, test, vi } from 'vitest';
import { answers, catalog, contacts, versions } from '../../stories/fixtures.js';

// A user who waits for the token may go on elsewhere on the page, and a wizard may be in a shadow root.

function renderWizard(isInShadowRoot: boolean) {
  let create = (_result: CreateTokenResult) => {};
  const onCreate = () =>
    new Promise<CreateTokenResult>((resolve) => {
      create = resolve;
    });
  const wizard = (
    <CreateTokenWizard {...{ versions, contacts, catalog, onCreate }} initialValues={answers} initialStep="create" />
  );
  const { container, getByRole } = render(
    <>
      <input aria-label="Search" />
      <div id="place" />
    </>,
  );
  const place = container.querySelector('#place');
  if (!place) throw new Error('There is no place for the wizard.');
  const root = isInShadowRoot ? place.attachShadow({ mode: 'open' }) : place;
  render(createPortal(wizard, root));
  const buttonNamed = (name: string) => {
    const found = [...root.querySelectorAll('button')].find(({ textContent }) => textContent === name);
    if (!found) throw new Error(`There is no button "${name}".`);
    return found;
  };
  const headingWithFocus = () => {
    const scope = root.getRootNode();
    return 'activeElement' in scope && scope.activeElement instanceof HTMLHeadingElement
      ? scope.activeElement.textContent
      : null;
  };
  return {
    search: () => getByRole('textbox', { name: 'Search' }),
    heading: () => root.querySelector('h2')?.textContent,
    buttonNamed,
    headingWithFocus,
    press: async (name: string) => act(async () => buttonNamed(name).click()),
    answer: () => act(async () => create({ status: 'created', token: { id: 't1' }, secret: 'tkw_c4n4ry' })),
  };
}

test.each([false, true])('the heading of what is shown takes the focus (shadow root: %s)', async (isInShadowRoot) => {
  const { press, answer, buttonNamed, headingWithFocus } = renderWizard(isInShadowRoot);
  buttonNamed('Back').focus();
  await press('Back');
  expect(headingWithFocus()).toBe('Choose API scopes');
  await press('Next');
  // Safari gives no focus to a button that is clicked.
  buttonNamed('Create').blur();
  await press('Create');
  await answer();
  await vi.waitFor(() => expect(headingWithFocus()).toBe('Your token is ready'));
});

test.each([false, true])(
  'a token that is created while the user types elsewhere leaves the focus there (shadow root: %s)',
  async (isInShadowRoot) => {
    const { press, answer, search, heading } = renderWizard(isInShadowRoot);
    await press('Create');
    search().focus();
    await answer();
    await vi.waitFor(() => expect(heading()).toBe('Your token is ready'));
    expect(search()).toHaveFocus();
  },
);
