import { createActor, type InspectionEvent, waitFor } from 'xstate';
import type { Scope, ScopeCatalog } from './catalog.js';
import type { Contact } from './contacts.js';
import type { CreateTokenContext, CreateTokenResult } from './creation.js';
import { createDraftKeeper } from './draft-keeper.js';
import { provideHost, type TokenWizardHost } from './host.js';
import type { TokenRequest } from './request.js';
import { createSecretVault } from './secret-vault.js';
import type { TokenWizardInput } from './token-wizard.context.js';
import type { TokenWizardEmitted, TokenWizardEvent } from './token-wizard.events.js';
import { selectView, type WizardView } from './token-wizard.selectors.js';
import type { ApiVersion } from './versions.js';

export const versions: readonly ApiVersion[] = [
  { id: '16', label: 'Version 16', status: 'latest' },
  { id: '15', label: 'Version 15', status: 'deprecated' },
];

export const contacts: readonly Contact[] = [
  { id: 'ada', name: 'Ada Lovelace', email: 'ada@example.com' },
  { id: 'grace', name: 'Grace Hopper', email: 'grace@example.com' },
];

const scope = (id: string, ...requires: string[]): Scope => ({ id, label: `May ${id}`, requires });

export const catalog: ScopeCatalog = {
  categories: [
    { id: 'ads', label: 'Ads', scopes: [scope('ads.list'), scope('ads.edit', 'ads.list')] },
    { id: 'reports', label: 'Reports', scopes: [scope('reports.run', 'ads.list'), scope('reports.mail')] },
  ],
};

/** Version 15 has no way to mail a report. */
export const olderCatalog: ScopeCatalog = {
  categories: [
    { id: 'ads', label: 'Ads', scopes: [scope('ads.list')] },
    { id: 'reports', label: 'Reports', scopes: [scope('reports.run')] },
  ],
};

export const secret = 'tkw_c4n4ry-5ecret';

export const created: CreateTokenResult = { status: 'created', token: { id: 't1', name: 'Nightly export' }, secret };

/** The answers that lead to the review, one step after the other. */
export const answerSetup: readonly TokenWizardEvent[] = [{ type: 'name.change', name: 'Nightly export' }];
export const answerContact: readonly TokenWizardEvent[] = [{ type: 'contact.change', contact: 'ada' }];
export const answerScopes: readonly TokenWizardEvent[] = [
  { type: 'scope.toggle', scope: 'reports.run', checked: true },
  { type: 'scope.toggle', scope: 'reports.mail', checked: true },
];
const next: TokenWizardEvent = { type: 'step.next' };
export const walkToReview: readonly TokenWizardEvent[] = [
  ...answerSetup,
  next,
  ...answerContact,
  next,
  ...answerScopes,
  next,
];

/** What {@link walkToReview} amounts to. */
export const request: TokenRequest = {
  name: 'Nightly export',
  description: '',
  version: '16',
  primaryContact: 'ada',
  developerEmails: [],
  scopes: ['ads.list', 'reports.run', 'reports.mail'],
};

/** One call of `onCreate`, to be answered by the test. */
export interface CreateCall extends CreateTokenContext {
  readonly request: TokenRequest;
  resolve(result: CreateTokenResult): void;
  reject(error: unknown): void;
}

interface Setup {
  /** What the host does differently: by default its data is there and `onCreate` waits for the test's answer. */
  readonly host?: Partial<TokenWizardHost>;
  readonly input?: TokenWizardInput;
  readonly inspect?: (event: InspectionEvent) => void;
}

/** A running wizard with a host, as `@tokenwright/react` starts it. */
export function startWizard({ host: overrides = {}, input = {}, inspect }: Setup = {}) {
  const calls: CreateCall[] = [];
  const host: TokenWizardHost = {
    versions,
    contacts,
    catalog,
    onCreate: (asked, context) =>
      new Promise((resolve, reject) => {
        calls.push({ ...context, request: asked, resolve, reject });
      }),
    ...overrides,
  };
  const vault = createSecretVault();
  const drafts = createDraftKeeper(() => host);
  const actor = createActor(
    provideHost(() => host, vault, drafts),
    {
      input: {
        ...(typeof host.versions !== 'function' && { versions: host.versions }),
        ...(typeof host.contacts !== 'function' && { contacts: host.contacts }),
        ...(typeof host.catalog !== 'function' && { catalog: host.catalog }),
        canCheckOutcome: host.onCheckOutcome !== undefined,
        keepsDraft: host.draftStorage !== undefined,
        ...input,
      },
      ...(inspect && { inspect }),
    },
  );
  const emitted: TokenWizardEmitted[] = [];
  actor.on('*', (event) => emitted.push(event));
  actor.start();
  const stopDrafts = drafts.follow(actor);

  return {
    actor,
    vault,
    /** As when the page is closed: what waits to be written is written, and nothing is heard any more. */
    close() {
      stopDrafts();
      actor.stop();
    },
    /** As when the page is shown again, or another page changed the storage. */
    lookAgain: drafts.flush,
    /** May be changed while the wizard runs, as a host's props are. */
    host,
    /** The calls of `onCreate` so far. */
    calls,
    /** What the host was told so far. */
    emitted,
    send(...events: readonly TokenWizardEvent[]) {
      for (const event of events) actor.send(event);
    },
    view: () => selectView(actor.getSnapshot()),
    context: () => actor.getSnapshot().context,
    issues: () => actor.getSnapshot().context.issues,
    /** Waits until the wizard shows this. */
    async shows(view: WizardView) {
      await waitFor(actor, (snapshot) => selectView(snapshot) === view);
    },
    /** The last call of `onCreate`. */
    lastCall(): CreateCall {
      const call = calls.at(-1);
      if (!call) throw new Error('The host was not asked to create anything.');
      return call;
    },
  };
}

/** A wizard whose request is on its way. */
export function startCreating(setup: Setup = {}) {
  const wizard = startWizard(setup);
  wizard.send(...walkToReview, { type: 'token.create' });
  return wizard;
}
