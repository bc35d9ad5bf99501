import type { Contact } from './contacts.js';
import type { TokenRecord } from './creation.js';
import type { OtherDraft, StoredDraft } from './draft.js';
import type { TokenField } from './request.js';
import type { ScopeChange } from './scope-changes.js';
import type { SourceName } from './source-error.js';
import type { Step, TokenWizardInput } from './token-wizard.context.js';

/** What a user, or a host whose data changed, can tell the wizard. */
export type TokenWizardEvent =
  /** Typed answers. */
  | { type: 'name.change'; name: string }
  | { type: 'description.change'; description: string }
  | { type: 'version.change'; version: string }
  /** `found` is who that is, if a search of the host's found somebody who is not among its contacts. */
  | { type: 'contact.change'; contact: string; found?: Contact | undefined }
  /** What stands in the e-mail box and is not yet in the list. */
  | { type: 'email.type'; text: string }
  /** Take a typed or pasted list of addresses over. */
  | { type: 'email.add'; text: string }
  | { type: 'email.remove'; email: string }
  | ScopeChange
  /** Forward, if this step is valid. */
  | { type: 'step.next' }
  | { type: 'step.back' }
  /** To any step before which everything is valid. */
  | { type: 'step.goTo'; step: Step }
  /** From the review to the step of one answer; the next `step.next` leads back to the review. */
  | { type: 'answer.change'; field: TokenField }
  | { type: 'token.create' }
  /** The same request once more, under the same idempotency key. */
  | { type: 'token.retry' }
  /** Ask the host whether the lost attempt created a token. */
  | { type: 'outcome.check' }
  /** Leave an unknown outcome, for example for the token list. */
  | { type: 'outcome.leave' }
  /**
   * The user has the secret: it was verifiably copied, or the user says so. `'download'` is for hosts that know that their own
   * download arrived; the browser does not tell.
   */
  | { type: 'secret.store'; by: 'copy' | 'download' | 'confirmation' }
  /** The secret is no longer held, for example because the page was hidden. */
  | { type: 'secret.lose' }
  | { type: 'wizard.finish' }
  | { type: 'wizard.cancel' }
  /** Starts a finished or cancelled wizard again, as if it were a new one with this input. */
  | { type: 'wizard.restart'; input: TokenWizardInput }
  /** The answer to "Discard what you entered?" or "Leave without storing the token?". */
  | { type: 'leave.confirm' }
  | { type: 'leave.dismiss' }
  /** What was kept from an earlier visit, once that is known. */
  | { type: 'draft.read'; draft: StoredDraft }
  /** Another page wrote a draft, or removed the one there was, since this one last wrote. */
  | { type: 'draft.conflict'; draft: OtherDraft }
  /** The answers could not be stored, or can be again. */
  | { type: 'draft.store'; stored: boolean }
  /** The answers to "Changed in another tab": go on with the other draft, if it is there, or with what this page holds. */
  | { type: 'draft.take' }
  | { type: 'draft.keep' }
  /** Drop everything entered and start over; asks first. */
  | { type: 'draft.discard' }
  | { type: 'source.retry'; source: SourceName }
  /** The host has another loader. Nothing of what the former one loaded can be sent before the new data is there. */
  | { type: 'source.reload'; source: SourceName }
  /** The host's data changed. It is read and checked here. */
  | { type: 'source.change'; source: SourceName; data: unknown };

/** What happened, once each, without any secret: for focus, analytics and the host's callbacks. */
export type TokenWizardEmitted =
  | { type: 'step.entered'; step: Step }
  /** Next or Create was refused; the issues are in the context. */
  | { type: 'step.refused'; step: Step }
  | { type: 'token.requested'; attempt: number }
  | { type: 'token.created'; token: TokenRecord; secretShown: boolean }
  | { type: 'token.rejected' }
  | { type: 'outcome.unknown' }
  | { type: 'rate.limited'; retryAt: number }
  | { type: 'session.expired' }
  | { type: 'secret.stored'; by: 'copy' | 'download' | 'confirmation' }
  /** The message is for developers: it names the source, the offending entry and the fix. */
  | { type: 'source.failed'; source: SourceName; message: string }
  | { type: 'wizard.finished'; token: TokenRecord | null }
  | { type: 'wizard.cancelled' };
