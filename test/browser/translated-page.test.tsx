import '@tokenwright/react/styles.css';
import { cleanup, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { CreateTokenWizard, type CreateTokenWizardProps, type TokenDraft } from '@tokenwright/react';
import { describe, expect, test, vi } from 'vitest';
import { answers, catalog, contacts, createToken, versions } from '../../stories/fixtures.js';
import { presets } from '../../stories/scope-catalogs.js';

/** Replaces each text on the page by a copy inside two `<font>` elements, as browsers do that translate pages. */
function translatePage() {
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found: Text[] = [];
  while (texts.nextNode()) {
    const { currentNode } = texts;
    if (currentNode instanceof Text && !currentNode.parentElement?.closest('font, script, style')) {
      found.push(currentNode);
    }
  }
  for (const text of found) {
    const outer = document.createElement('font');
    outer.appendChild(document.createElement('font')).textContent = text.data;
    text.replaceWith(outer);
  }
}

/** Everything the wizard says now, boxes included. What is only announced comes later, and is left out. */
function textOf(page: HTMLElement): string {
  const boxes = [...page.querySelectorAll<HTMLInputElement>('input, textarea, select')].map(({ value }) => value);
  const copy = page.cloneNode(true);
  if (copy instanceof HTMLElement) {
    for (const region of copy.querySelectorAll('[data-scope="visually-hidden"][role="status"]')) region.remove();
  }
  return [...boxes, copy.textContent?.replaceAll(/\s+/g, ' ')].join(' | ');
}

interface Visit {
  user: ReturnType<typeof userEvent.setup>;
  /** Notes what the page says. On a translated page, what is new is then translated. */
  look(): void;
  press(name: string | RegExp, role?: 'button' | 'switch' | 'checkbox' | 'combobox' | 'option' | 'link'): Promise<void>;
  /** Waits for a view. */
  see(heading: string | RegExp): Promise<void>;
}

interface Walk {
  props?: () => Partial<CreateTokenWizardProps>;
  steps(visit: Visit): Promise<void>;
}

async function visit({ props = () => ({}), steps }: Walk, isTranslated: boolean): Promise<readonly string[]> {
  const user = userEvent.setup();
  const { container } = render(
    <CreateTokenWizard
      {...{ versions, contacts, catalog, presets }}
      onCreate={createToken}
      usageExample={(secret) => `curl -H "Authorization: Bearer ${secret}"`}
      envVariable="API_TOKEN"
      initialValues={answers}
      initialStep="create"
      onError={() => {}}
      {...props()}
    />,
  );
  const texts: string[] = [];
  const look = () => {
    texts.push(textOf(container));
    if (isTranslated) translatePage();
  };
  const visit: Visit = {
    user,
    look,
    async press(name, role = 'button') {
      look();
      await user.click(await screen.findByRole(role, { name }));
      look();
    },
    async see(heading) {
      await screen.findByRole('heading', { name: heading });
      look();
    },
  };
  look();
  await steps(visit);
  look();
  cleanup();
  return texts;
}

/** A promise that the test settles. */
function held<T>() {
  let settle: (answer: Promise<T>) => void = () => {};
  const promise = new Promise<T>((resolve) => {
    settle = resolve;
  });
  return {
    promise,
    answer: (value: T) => settle(Promise.resolve(value)),
    refuse: (error: unknown) => settle(Promise.reject(error)),
  };
}

/** Whatever came before: the secret can be revealed, hidden, copied and stored. */
async function takeSecret({ press, see, look, user }: Visit) {
  await see('Your token is ready');
  const secret = () => screen.queryByText(/^tkw_/);
  expect(secret()).toBeNull();
  await press('Reveal');
  expect(secret()).toBeVisible();
  await press('Hide');
  expect(secret()).toBeNull();
  await press('Reveal');
  await press('Copy');
  await waitFor(() => expect(screen.getByText('Token copied.')).toBeVisible());
  look();
  expect(await navigator.clipboard.readText()).toMatch(/^tkw_/);
  await press('Copy command');
  await press('Hide');
  await user.click(screen.getByRole('checkbox', { name: /I have stored/ }));
  await press('Done');
  await see('Done');
}

const lost = () => Promise.reject(new TypeError('Failed to fetch'));
const draft: TokenDraft = {
  v: 1,
  revision: 'earlier-visit',
  answers: { name: 'Kept', description: '', version: '16', primaryContact: 'ada', developerEmails: [], emailText: '' },
  foundContact: null,
  scopes: { selection: [{ category: 'jobs', enabled: true, checked: ['jobs.list'] }], gone: [] },
  intent: null,
  uncertain: false,
};
const draftsOf = (read: () => unknown) => ({ read, write: () => {}, remove: () => {} });

const walks: Record<string, Walk> = {
  'from the first step to a stored secret': {
    props: () => ({ initialValues: {}, initialStep: 'setup' }),
    async steps(visit) {
      const { user, press, see, look } = visit;
      await press('Next');
      expect(screen.getByRole('link', { name: 'Enter a token name' })).toBeVisible();
      await user.type(screen.getByRole('textbox', { name: 'Token Name' }), 'Nightly export');
      await user.type(screen.getByRole('textbox', { name: 'Description' }), 'Copies');
      await press('API Version', 'combobox');
      await press(/Version 15/, 'option');
      await waitFor(() =>
        expect(screen.getByRole('combobox', { name: 'API Version' })).toHaveTextContent(/Deprecated/),
      );
      await press('API Version', 'combobox');
      await press(/Version 16/, 'option');
      await press('Next');
      await see('Contact information');
      await press('Next');
      await press('Primary Contact', 'combobox');
      await press(/Grace Hopper/, 'option');
      await user.type(screen.getByRole('textbox', { name: 'Developer Email Addresses' }), 'dev@example.com,ops@');
      await press('Next');
      await user.type(screen.getByRole('textbox', { name: 'Developer Email Addresses' }), 'example.com{Enter}');
      await press('Remove dev@example.com');
      await press('Next');
      await see('Choose API scopes');
      await press('Next');
      await press('Exports');
      await press('Dismiss this message');
      await press('Undo');
      await press('Withdrawal settings', 'switch');
      await press(/Select all/, 'checkbox');
      await press('Also select it');
      await press('Leave out');
      await press('Also select it');
      await press('Select 1 sensitive scope');
      const search = screen.getByRole('searchbox', { name: /Search scopes/ });
      for (const text of ['jo', 'b', 's ag', 'xyz', '{Backspace>10/}media', 'partners/x/ads']) {
        await user.type(search, text);
        look();
      }
      await user.clear(search);
      await user.type(search, 'PUT /Mediapartners/IR1/Jobs/7/Replay');
      await press(/^Add \d scope/);
      expect(screen.getByText('Your selection already allows this call.')).toBeVisible();
      await press('Clear search');
      await press('Selected only');
      await press('Write');
      await press('Selected only');
      await press('Write');
      await press('Jobs', 'switch');
      await press('Jobs', 'switch');
      await press('Clear All');
      await press('Undo');
      await press('Next');
      await see('Check your answers');
      expect(screen.queryByRole('button', { name: 'Next' })).toBeNull();
      await press('Change token name');
      await press('Next');
      await see('Check your answers');
      await press('Create');
      await takeSecret(visit);
    },
  },
  'while the token is being created': (() => {
    const answer = held<Awaited<ReturnType<typeof createToken>>>();
    let next = answer;
    return {
      props: () => {
        next = held();
        return { onCreate: () => next.promise };
      },
      async steps(visit) {
        await visit.press('Create');
        visit.look();
        next.answer(
          await createToken(
            {
              name: 'Nightly export',
              description: '',
              version: '16',
              primaryContact: 'grace',
              developerEmails: [],
              scopes: [],
            },
            { signal: new AbortController().signal, idempotencyKey: 'k', attempt: 1 },
          ),
        );
        await takeSecret(visit);
      },
    };
  })(),
  'to a question about a secret that is not stored': {
    async steps({ press, see }) {
      await press('Create');
      await see('Your token is ready');
      await press('Done');
      await press('Stay here');
      await press('Done');
      await press('Leave anyway');
      await see('Done');
    },
  },
  'to a token whose secret cannot be shown': {
    props: () => ({ onCreate: async () => ({ status: 'created-without-secret', token: { id: 't' } }) }),
    async steps({ press, see }) {
      await press('Create');
      await see(/its secret cannot be shown/);
      await press('Done');
      await see('Done');
    },
  },
  'through an unknown outcome': {
    props: () => {
      let checks = 0;
      return {
        onCreate: vi.fn(createToken).mockImplementationOnce(lost),
        onCheckOutcome: async () => {
          checks += 1;
          return checks === 1 ? lost() : { status: 'not-created' };
        },
      };
    },
    async steps(visit) {
      const { press, see } = visit;
      await press('Create');
      await see(/We do not know/);
      await press('Check now');
      await screen.findByText(/^The check did not work/);
      visit.look();
      await press('Check now');
      await see('Check your answers');
      expect(await screen.findAllByText(/^We checked: no token was created/)).not.toHaveLength(0);
      await press('Create');
      await takeSecret(visit);
    },
  },
  'through a refusal after a lost answer': {
    props: () => ({
      onCreate: async (request, context) => {
        if (context.attempt === 1) return lost();
        if (context.attempt === 2) throw { status: 422, detail: 'Another token has this name.' };
        return createToken(request, context);
      },
    }),
    async steps(visit) {
      const { press, see } = visit;
      await press('Create');
      await see(/We do not know/);
      await press('Try again safely');
      expect(await screen.findByText(/Another token has this name/)).toBeVisible();
      await press('Try again safely');
      await takeSecret(visit);
    },
  },
  'through a rate limit': {
    props: () => ({
      onCreate: (request, context) =>
        context.attempt === 1 ? Promise.reject({ status: 429, retryAfter: 1 }) : createToken(request, context),
    }),
    async steps(visit) {
      const { press, see } = visit;
      await press('Create');
      await see('Too many requests');
      await screen.findByText('You can try again now.', { selector: 'p *, p' }, { timeout: 3000 });
      visit.look();
      await press('Try again');
      await takeSecret(visit);
    },
  },
  'through an expired session': {
    props: () => ({
      onCreate: (request, context) =>
        context.attempt === 1 ? Promise.reject({ status: 401 }) : createToken(request, context),
      onSessionExpired: lost,
    }),
    async steps(visit) {
      const { press, see } = visit;
      await press('Create');
      await see('Your session has expired');
      await waitFor(() => expect(screen.getByText(/^Sign in again, then continue/)).toBeVisible());
      await press('Continue');
      await takeSecret(visit);
    },
  },
  'through a refusal of fields': {
    props: () => ({
      onCreate: vi
        .fn(createToken)
        .mockRejectedValueOnce({
          status: 422,
          errors: [
            { detail: 'This name is taken.', pointer: '#/name' },
            { detail: 'Your plan has no exports.', pointer: '#/scopes' },
          ],
        })
        .mockRejectedValueOnce({ status: 403, detail: 'Your account holds 20 tokens.' }),
    }),
    async steps(visit) {
      const { user, press, see } = visit;
      await press('Create');
      await see('Your token was not created');
      await user.type(screen.getByRole('textbox', { name: 'Token Name' }), ' 2');
      await press('Next');
      await press('Ads', 'switch');
      await press('Next');
      await see('Check your answers');
      await press('Create');
      expect(await screen.findByText('Your account holds 20 tokens.')).toBeVisible();
      await press('Create');
      await takeSecret(visit);
    },
  },
  'to Cancel': {
    props: () => ({ initialValues: {}, initialStep: 'setup' }),
    async steps({ user, press, see }) {
      await user.type(screen.getByRole('textbox', { name: 'Token Name' }), 'Nightly export');
      await press('Cancel');
      await press('Keep editing');
      await press('Cancel');
      await press('Discard');
      await see('Cancelled');
    },
  },
  'with a draft': {
    props: () => ({ initialValues: {}, initialStep: 'setup', draftStorage: draftsOf(() => draft) }),
    async steps({ press, see }) {
      await press('Start over');
      await see('Start over?');
      await press('Start over');
      await waitFor(() => expect(screen.getByRole('textbox', { name: 'Token Name' })).toHaveValue(''));
    },
  },
  'with a draft that another tab changes': {
    props: () => {
      let reads = 0;
      return {
        initialValues: {},
        initialStep: 'setup',
        draftStorage: draftsOf(() => {
          reads += 1;
          return { ...draft, revision: `revision ${reads}` };
        }),
      };
    },
    async steps({ user, press, look }) {
      await user.type(await screen.findByRole('textbox', { name: 'Token Name' }), ' 2');
      await screen.findByRole('button', { name: 'Use the other ones' }, { timeout: 5000 });
      look();
      await press('Keep these');
      await user.type(screen.getByRole('textbox', { name: 'Token Name' }), ' 3');
      look();
    },
  },
  'with a draft that cannot be read': {
    props: () => ({ initialValues: {}, initialStep: 'setup', draftStorage: draftsOf(() => ({ v: 99 })) }),
    async steps({ user, press }) {
      await user.type(await screen.findByRole('textbox', { name: 'Token Name' }), 'New{Enter}');
      await press('Back');
    },
  },
  'with data that loads at the second attempt': {
    props: () => {
      const failed = new Set<string>();
      const once =
        <T,>(name: string, data: T) =>
        async () => {
          if (failed.has(name)) return data;
          failed.add(name);
          return lost();
        };
      return {
        initialStep: 'setup',
        versions: once('versions', versions),
        contacts: once('contacts', contacts),
        catalog: once('catalog', catalog),
      };
    },
    async steps(visit) {
      const { press, see } = visit;
      await press('Try again');
      await screen.findByRole('combobox', { name: 'API Version' });
      await press('Next');
      await see('Contact information');
      await press('Try again');
      await screen.findByRole('combobox', { name: 'Primary Contact' });
      await press('Next');
      await see('Choose API scopes');
      await press('Try again');
      await screen.findByRole('switch', { name: 'Jobs' });
      visit.look();
    },
  },
  'data that is still loading': (() => {
    let load = held<typeof contacts>();
    return {
      props: () => {
        load = held();
        return { contacts: () => load.promise };
      },
      async steps({ see }) {
        load.answer(contacts);
        await see('Check your answers');
      },
    };
  })(),
  'with a search for contacts': {
    props: () => {
      let searches = 0;
      return {
        initialStep: 'contact',
        initialValues: { ...answers, primaryContact: '' },
        onContactSearch: async () => {
          searches += 1;
          return searches === 1 ? lost() : contacts;
        },
      };
    },
    async steps({ user, press, look }) {
      const box = screen.getByRole('combobox', { name: 'Primary Contact' });
      await user.type(box, 'ada');
      await screen.findByText('The contacts could not be searched.');
      look();
      await press('Try again');
      await screen.findByRole('option', { name: /Ada Lovelace/ });
      look();
      await user.type(box, ' l');
      await waitFor(() => expect(screen.getAllByRole('option').length).toBeGreaterThan(0));
      await press(/^Ada/, 'option');
    },
  },
};

describe('a page that the browser translates', () => {
  test.each(Object.entries(walks))(
    'reads the same as an untranslated page (%s)',
    { timeout: 60_000 },
    async (_, walk) => {
      const plain = await visit(walk, false);
      expect(await visit(walk, true)).toEqual(plain);
    },
  );

  test('reads the same as an untranslated page (a step that cannot be rendered)', async () => {
    const complaints = vi.spyOn(console, 'error').mockReturnValue(undefined);
    const noText: string = JSON.parse('{}');
    const walk: Walk = {
      props: () => ({
        initialStep: 'scopes',
        presets: [{ id: 'p', label: 'P', scopes: ['jobs.list'], description: noText }],
      }),
      async steps(visit) {
        await visit.press('Try again');
        await visit.press('Next');
        await visit.see('Check your answers');
        await visit.press('Create');
        await takeSecret(visit);
      },
    };
    const plain = await visit(walk, false);
    expect(await visit(walk, true)).toEqual(plain);
    complaints.mockRestore();
  });
});
