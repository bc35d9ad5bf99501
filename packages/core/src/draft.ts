import { type Contact, readContacts } from './contacts.js';
import type { CreateIntent } from './creation.js';
import type { TokenRequest } from './request.js';
import { type GoneScope, noScopes, type ScopesState } from './scope-changes.js';
import type { CategorySelection } from './selection.js';
import { isRecord, isText } from './shape.js';
import type { TokenAnswers, TokenWizardContext } from './token-wizard.context.js';
import { currentCatalog, offeredContacts, reconciledWith } from './token-wizard.data.js';
import { defaultVersion } from './versions.js';

/**
 * What a user entered, so that it outlives the page: answers only, never a secret. Drafts of this shape will be read for ever; a
 * change to it needs another `v`, and a way from this one to that.
 */
export interface TokenDraft {
  readonly v: 1;
  /** Another one at every write: by it a page knows the draft of another page from its own. */
  readonly revision: string;
  readonly answers: TokenAnswers;
  /** The chosen contact, if a search of the host's found it. */
  readonly foundContact: Contact | null;
  /** What is checked; null if the catalog never came, so that nothing could be. */
  readonly scopes: Pick<ScopesState, 'selection' | 'gone'> | null;
  /** The last request that was sent and its key, so that sending it once more from another page makes no second token. */
  readonly intent: CreateIntent | null;
  /** Whether a token may exist because of that request. */
  readonly uncertain: boolean;
}

/** Milliseconds that a storage may keep the user, or the next thing asked of it, waiting. */
export const draftPatience = 3000;

/** What a storage held: a draft, none, or something that no draft can be made of. */
export type StoredDraft = TokenDraft | null | 'unreadable';

/** What another page did with a draft: wrote one of its own, or removed the one that both had, finished or discarded. */
export type OtherDraft = TokenDraft | 'gone';

/** A draft without what names it. */
export type DraftContent = Omit<TokenDraft, 'v' | 'revision'>;

/** What the wizard holds, as a draft. `isSending`: a request is about to leave, or on its way. */
export function draftOf(context: TokenWizardContext, isSending: boolean): DraftContent {
  const { answers, foundContact, intent, uncertain, draftScopes, initialScopes, catalog } = context;
  const { selection, gone } = context.scopes;
  const isUntouched = catalog === null && initialScopes !== null;
  return {
    answers,
    foundContact,
    scopes: draftScopes ?? (isUntouched ? null : { selection, gone }),
    intent,
    uncertain: intent !== null && (uncertain || isSending),
  };
}

/** The context with a draft in the place of what was entered. What the host's data no longer knows is left out, or named. */
export function withDraft(context: TokenWizardContext, draft: TokenDraft): TokenWizardContext {
  const { answers, foundContact, intent, uncertain } = draft;
  const { versions, contacts } = context;
  const isOffered = versions === null || versions.some(({ id }) => id === answers.version);
  const isContact =
    contacts === null || offeredContacts({ contacts, foundContact }).some(({ id }) => id === answers.primaryContact);
  const restored: TokenWizardContext = {
    ...context,
    answers: {
      ...answers,
      version: isOffered ? answers.version : (defaultVersion(versions)?.id ?? ''),
      primaryContact: isContact ? answers.primaryContact : '',
    },
    foundContact,
    issues: [],
    refused: false,
    changing: false,
    edited: true,
    intent,
    outcome: uncertain ? { type: 'unknown', reason: 'interrupted' } : null,
    uncertain,
    sessionRenewed: false,
    draft: 'restored',
    otherDraft: null,
  };
  return draft.scopes ? { ...restored, ...withDraftScopes(restored, draft.scopes) } : restored;
}

function withDraftScopes(
  context: TokenWizardContext,
  draftScopes: NonNullable<TokenDraft['scopes']>,
): Partial<TokenWizardContext> {
  const catalog = currentCatalog(context);
  return catalog
    ? { scopes: reconciledWith(catalog, draftScopes), draftScopes: null, initialScopes: null }
    : { catalog: null, scopes: noScopes, draftScopes, initialScopes: null };
}

export function isDraft(draft: StoredDraft | OtherDraft): draft is TokenDraft {
  return isRecord(draft);
}

/** Returns whether writing the content would change nothing. Both are read the same way, so that the order does not matter. */
export function saysTheSame(draft: TokenDraft, content: DraftContent): boolean {
  const { v, revision } = draft;
  return JSON.stringify(readDraft({ v, revision, ...content })) === JSON.stringify(draft);
}

/** Looks at what a storage held. */
export function readDraft(value: unknown): StoredDraft {
  if (value === null || value === undefined) return null;
  if (!isRecord(value) || value.v !== 1) return 'unreadable';
  const { revision, uncertain } = value;
  const answers = readAnswers(value.answers);
  const scopes = value.scopes === null ? null : readScopes(value.scopes);
  const intent = value.intent === null ? null : readIntent(value.intent);
  if (!isText(revision) || !answers || scopes === undefined || intent === undefined) return 'unreadable';
  return {
    v: 1,
    revision,
    answers,
    foundContact: readFoundContact(value.foundContact),
    scopes,
    intent,
    uncertain: uncertain === true && intent !== null,
  };
}

function isString(value: unknown): value is string {
  return typeof value === 'string';
}

function isTextList(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every(isString);
}

/** Reads what answers and requests have in common. */
function readFields({
  name,
  description,
  version,
  primaryContact,
  developerEmails,
}: Readonly<Record<string, unknown>>) {
  if (!isString(name) || !isString(description) || !isString(version) || !isString(primaryContact)) return undefined;
  return isTextList(developerEmails) ? { name, description, version, primaryContact, developerEmails } : undefined;
}

function readAnswers(value: unknown): TokenAnswers | undefined {
  if (!isRecord(value)) return undefined;
  const { emailText } = value;
  const fields = readFields(value);
  return fields && isString(emailText) ? { ...fields, emailText } : undefined;
}

function readFoundContact(value: unknown): Contact | null {
  try {
    return readContacts([value])[0] ?? null;
  } catch {
    return null;
  }
}

function readScopes(value: unknown): TokenDraft['scopes'] | undefined {
  if (!isRecord(value) || !Array.isArray(value.selection) || !Array.isArray(value.gone)) return undefined;
  const entries: readonly unknown[] = value.selection;
  const selection = entries.flatMap((entry): readonly CategorySelection[] => {
    if (!isRecord(entry)) return [];
    const { category, enabled, checked } = entry;
    return isString(category) && isTextList(checked) ? [{ category, enabled: enabled === true, checked }] : [];
  });
  const names: readonly unknown[] = value.gone;
  const gone = names.flatMap((entry): readonly GoneScope[] => {
    if (!isRecord(entry)) return [];
    const { id, label, remembered } = entry;
    return isString(id) && isString(label) ? [{ id, label, ...(remembered === true && { remembered }) }] : [];
  });
  return { selection, gone };
}

function readIntent(value: unknown): CreateIntent | undefined {
  if (!isRecord(value)) return undefined;
  const { attempt, key } = value;
  const request = readRequest(value.request);
  return isText(key) && request && typeof attempt === 'number' && Number.isInteger(attempt)
    ? { key, request, attempt }
    : undefined;
}

function readRequest(value: unknown): TokenRequest | undefined {
  if (!isRecord(value)) return undefined;
  const { scopes } = value;
  const fields = readFields(value);
  return fields && isTextList(scopes) ? { ...fields, scopes } : undefined;
}
