import '@tokenwright/react/styles.css';
import { act, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { CreateTokenWizard, type CreateTokenWizardProps, localDraftStorage } from '@tokenwright/react';
import { type ReactNode, StrictMode } from 'react';
import { hydrateRoot, type Root } from 'react-dom/client';
import { renderToString } from 'react-dom/server';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { answers, catalog, contacts, createToken, versions } from '../../stories/fixtures.js';

// A page whose HTML comes from a server can be used before its script has run.

const host: CreateTokenWizardProps = { versions, contacts, catalog, onCreate: createToken, selectVariant: 'native' };
const draftKey = 'wizard-before-hydration';

const container = document.createElement('div');
let root: Root | undefined;

function serve(page: ReactNode) {
  // React 18 warns about layout effects on a server. There are none, but this server is in a browser.
  const silence = vi.spyOn(console, 'error').mockReturnValue(undefined);
  container.innerHTML = renderToString(page);
  silence.mockRestore();
}

async function hydrate(page: ReactNode) {
  await act(async () => {
    root = hydrateRoot(container, page);
  });
}

beforeEach(() => {
  document.body.append(container);
});
afterEach(() => {
  act(() => root?.unmount());
  container.remove();
  localStorage.clear();
});

function box(name: string) {
  const control = screen.getByRole('textbox', { name });
  if (!(control instanceof HTMLInputElement || control instanceof HTMLTextAreaElement)) throw new Error('No box.');
  return control;
}

function select(name: string) {
  const control = screen.getByRole('combobox', { name });
  if (!(control instanceof HTMLSelectElement)) throw new Error('No select.');
  return control;
}

describe.each([{ strict: false }, { strict: true }])('before hydration (StrictMode: $strict)', ({ strict }) => {
  const inMode = (page: ReactNode) => (strict ? <StrictMode>{page}</StrictMode> : page);

  test('what is typed and chosen on the first step counts', async () => {
    const onStepChange = vi.fn();
    const page = inMode(
      <CreateTokenWizard {...host} onStepChange={onStepChange} initialValues={{ description: 'Served' }} />,
    );
    serve(page);
    box('Token Name').value = 'Nightly export';
    box('Description').value = 'Typed early';
    select('API Version').value = '15';
    await hydrate(page);
    expect(box('Token Name')).toHaveValue('Nightly export');
    expect(box('Description')).toHaveValue('Typed early');
    expect(select('API Version')).toHaveValue('15');
    await userEvent.click(screen.getByRole('button', { name: 'Next' }));
    expect(onStepChange).toHaveBeenCalledExactlyOnceWith('contact');
    await userEvent.click(screen.getByRole('button', { name: 'Back' }));
    expect(box('Token Name')).toHaveValue('Nightly export');
    expect(box('Description')).toHaveValue('Typed early');
    expect(select('API Version')).toHaveValue('15');
  });

  test('a contact that is chosen and an address that is typed are sent', async () => {
    const onCreate = vi.fn(createToken);
    const page = inMode(
      <CreateTokenWizard
        {...host}
        onCreate={onCreate}
        initialValues={{ ...answers, primaryContact: '', developerEmails: [] }}
        initialStep="contact"
      />,
    );
    serve(page);
    select('Primary Contact').value = 'grace';
    box('Developer Email Addresses').value = 'dev@example.com';
    await hydrate(page);
    for (const name of ['Next', 'Next', 'Create']) await userEvent.click(screen.getByRole('button', { name }));
    await waitFor(() => expect(onCreate).toHaveBeenCalledOnce());
    expect(onCreate.mock.calls[0]?.[0]).toMatchObject({
      primaryContact: 'grace',
      developerEmails: ['dev@example.com'],
    });
  });

  test('nothing that was not touched counts as entered', async () => {
    const onLeaveRiskChange = vi.fn();
    const page = inMode(
      <CreateTokenWizard
        {...host}
        onLeaveRiskChange={onLeaveRiskChange}
        initialValues={{ ...answers, description: 'Two\r\nlines' }}
      />,
    );
    serve(page);
    await hydrate(page);
    expect(onLeaveRiskChange).not.toHaveBeenCalledWith('answers');
  });
});

describe('a page with a draft storage', () => {
  const page = <CreateTokenWizard {...host} draftStorage={localDraftStorage(draftKey)} />;

  async function leaveDraft() {
    serve(page);
    await hydrate(page);
    await userEvent.type(box('Token Name'), 'From the draft');
    act(() => root?.unmount());
    await waitFor(() => expect(localStorage.getItem(draftKey)).toContain('From the draft'));
  }

  test('has the form in its HTML, and the draft in the form afterwards', async () => {
    await leaveDraft();
    serve(page);
    expect(box('Token Name')).toHaveValue('');
    await hydrate(page);
    await waitFor(() => expect(box('Token Name')).toHaveValue('From the draft'));
    expect(screen.getByRole('button', { name: 'Start over' })).toBeVisible();
  });

  test('asks which answers are meant when something else was typed before the draft was read', async () => {
    await leaveDraft();
    serve(page);
    box('Token Name').value = 'Typed early';
    await hydrate(page);
    await screen.findByRole('button', { name: 'Keep these' });
    expect(box('Token Name')).toHaveValue('Typed early');
  });

  test('does not ask when the browser filled in what the draft says', async () => {
    await leaveDraft();
    serve(page);
    box('Token Name').value = 'From the draft';
    await hydrate(page);
    await screen.findByRole('button', { name: 'Start over' });
    expect(screen.queryByRole('button', { name: 'Keep these' })).not.toBeInTheDocument();
  });

  test.each(['nothing', 'a search box'])(
    'takes no focus and does not scroll when %s has the focus',
    async (focused) => {
      await leaveDraft();
      const settings = (
        <>
          <input aria-label="Search" />
          <div style={{ height: '3000px' }} />
          {page}
        </>
      );
      serve(settings);
      scrollTo(0, 0);
      const search = () => screen.getByRole('textbox', { name: 'Search' });
      if (focused !== 'nothing') search().focus();
      await hydrate(settings);
      await waitFor(() => expect(box('Token Name')).toHaveValue('From the draft'));
      expect(focused === 'nothing' ? document.body : search()).toHaveFocus();
      expect(scrollY).toBe(0);
    },
  );
});
