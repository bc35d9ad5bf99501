import type { TokenDraft } from './draft.js';
import { withDefaults } from './request.js';
import { noScopes } from './scope-changes.js';
import type { SourceName } from './source-error.js';
import type { TokenAnswers, TokenWizardContext, TokenWizardInput } from './token-wizard.context.js';
import { withSource } from './token-wizard.data.js';

const defaultCreateTimeout = 30_000;

/** Timers take a longer delay for none at all (HTML living standard, §8.6: the delay is a 32-bit integer). */
const longestDelay = 2 ** 31 - 1;

const sourceNames = ['versions', 'contacts', 'catalog'] as const satisfies readonly SourceName[];

/** The context of a wizard that has just begun. */
export function initialContext(input: TokenWizardInput): TokenWizardContext {
  const { initialValues = {} } = input;
  const { name = '', description = '', version = '', primaryContact = '', developerEmails = [] } = initialValues;
  const limits = withDefaults(input.limits);
  const context: TokenWizardContext = {
    limits,
    allowNoScopes: input.allowNoScopes ?? false,
    createTimeout: Math.min(input.createTimeout ?? defaultCreateTimeout, longestDelay),
    canCheckOutcome: input.canCheckOutcome ?? false,
    versions: null,
    contacts: null,
    foundContact: null,
    catalog: null,
    catalogVersion: null,
    requestedCatalog: null,
    sourceErrors: {},
    sourceWarnings: {},
    answers: {
      ...{ name, description, version, primaryContact },
      developerEmails: developerEmails.slice(0, limits.developerEmails),
      // What is over the limit waits in the box, as after pasting: a list of thousands cannot be rendered.
      emailText: developerEmails.slice(limits.developerEmails).join(', '),
    },
    scopes: noScopes,
    draftScopes: null,
    initialScopes: initialValues,
    destination: input.initialStep ?? 'setup',
    issues: [],
    refused: false,
    changing: false,
    edited: false,
    intent: null,
    outcome: null,
    uncertain: false,
    sessionRenewed: false,
    draft: input.keepsDraft ? 'awaited' : 'off',
    otherDraft: null,
    start: { values: initialValues, step: input.initialStep ?? 'setup' },
  };
  const data = { versions: input.versions, contacts: input.contacts, catalog: input.catalog };
  let known = context;
  for (const source of sourceNames) {
    if (data[source] !== undefined) known = { ...known, ...withSource(known, source, data[source]) };
  }
  return known;
}

/** The context of a wizard that is started once more with the same data: nothing entered, nothing sent. */
export function startedOver(context: TokenWizardContext): TokenWizardContext {
  const { start, versions, contacts, catalog, catalogVersion, requestedCatalog, sourceErrors } = context;
  const next: TokenWizardContext = {
    ...initialContext({
      ...context,
      initialValues: start.values,
      initialStep: start.step,
      versions: versions ?? undefined,
      contacts: contacts ?? undefined,
      catalog: undefined,
    }),
    requestedCatalog,
    draft: 'none',
  };
  // The catalog of another version is loaded again.
  const isCurrent = catalogVersion === null || catalogVersion === next.answers.version;
  return { ...next, ...(catalog && isCurrent && withSource(next, 'catalog', catalog)), sourceErrors };
}

/** The context of a wizard that ended and starts again. Its draft was removed when it ended, so there is none to wait for. */
export function restarted(input: TokenWizardInput): TokenWizardContext {
  return { ...initialContext(input), draft: input.keepsDraft ? 'none' : 'off' };
}

/** Whether everything that was entered on the first step is in the draft as well, as when a browser fills in a reloaded page. */
export function agrees(context: TokenWizardContext, draft: TokenDraft): boolean {
  const textsOf = (answers: TokenAnswers) => Object.values(answers).map(String);
  const initial = textsOf(startedOver(context).answers);
  const stored = textsOf(draft.answers);
  return (
    context.destination === 'setup' &&
    textsOf(context.answers).every((text, position) => text === initial[position] || text === stored[position])
  );
}
