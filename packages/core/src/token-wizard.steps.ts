import type { ServerIssue } from './creation.js';
import { type EmailList, readEmailList } from './emails.js';
import {
  descriptionIssues,
  developerEmailIssues,
  invalidEmail,
  nameIssues,
  primaryContactIssues,
  type RequestIssue,
  scopeIssues,
  type TokenRequest,
  versionIssues,
} from './request.js';
import { isClosed } from './requirements.js';
import { countGranted, grantedScopes } from './selection.js';
import { normalizeText } from './text.js';
import {
  type Step,
  steps,
  type TokenAnswers,
  type TokenWizardContext,
  type WizardIssue,
} from './token-wizard.context.js';
import { currentCatalog, offeredContacts } from './token-wizard.data.js';

/** The exact request that the answers amount to. */
export function requestOf(context: TokenWizardContext): TokenRequest {
  const { answers, scopes } = context;
  const catalog = currentCatalog(context);
  return {
    name: normalizeText(answers.name),
    description: normalizeText(answers.description),
    version: answers.version,
    primaryContact: answers.primaryContact,
    developerEmails: givenEmails(answers),
    scopes: catalog ? grantedScopes(catalog, scopes.selection) : [],
  };
}

const typedLists = new WeakMap<readonly string[], { text: string; list: EmailList }>();

/** What the text in the box amounts to. Asked several times after every event, and a pasted text may be long. */
function typedEmails({ developerEmails, emailText }: TokenAnswers): EmailList {
  const known = typedLists.get(developerEmails);
  if (known?.text === emailText) return known.list;
  const list = readEmailList(emailText, developerEmails);
  typedLists.set(developerEmails, { text: emailText, list });
  return list;
}

/** What is still in the box counts as given: an address that was typed but not added must not get lost. */
function givenEmails(answers: TokenAnswers): readonly string[] {
  const { developerEmails, emailText } = answers;
  return emailText === '' ? developerEmails : [...developerEmails, ...typedEmails(answers).added];
}

/** Returns what has to be fixed on a step before it can be left; for the review, what has to be fixed on any step. */
export function stepIssues(context: TokenWizardContext, step: Step): readonly Exclude<WizardIssue, ServerIssue>[] {
  const { limits, versions, contacts, allowNoScopes, answers, scopes } = context;
  const offered = offeredContacts(context);
  switch (step) {
    case 'setup':
      return [
        ...nameIssues(normalizeText(answers.name), limits.name),
        ...descriptionIssues(normalizeText(answers.description), limits.description),
        ...(versions
          ? versionIssues(answers.version, versions)
          : [{ field: 'version', code: 'version.notLoaded' } as const]),
      ];
    case 'contact':
      return [
        ...(contacts || offered.length > 0
          ? primaryContactIssues(answers.primaryContact, offered)
          : [{ field: 'primaryContact', code: 'primaryContact.notLoaded' } as const]),
        ...emailListIssues({ invalid: typedEmails(answers).invalid }),
        ...developerEmailIssues(givenEmails(answers), limits.developerEmails),
      ];
    case 'scopes': {
      const catalog = currentCatalog(context);
      if (!catalog) return [{ field: 'scopes', code: 'scopes.notLoaded' }];
      // Asked after every event: the common case must not cost a walk over the whole catalog.
      const isSound = countGranted(scopes.selection) > 0 && isClosed(catalog, scopes.selection);
      return isSound ? [] : scopeIssues(grantedScopes(catalog, scopes.selection), catalog, allowNoScopes);
    }
    case 'create':
      return stepsBefore('create').flatMap((earlier) => stepIssues(context, earlier));
  }
}

/** A long pasted list can hold thousands of faults; nobody reads, or can bear to hear, more than the first. */
const mostNamedEmails = 5;

/** What is wrong with a typed or pasted list of addresses, the first few of each kind by name. */
export function emailListIssues(list: Partial<EmailList>): readonly RequestIssue[] {
  const { invalid = [], duplicates = [] } = list;
  return [
    ...invalid.slice(0, mostNamedEmails).map(invalidEmail),
    ...duplicates
      .slice(0, mostNamedEmails)
      .map((email) => ({ field: 'developerEmails', code: 'developerEmails.duplicate', email }) as const),
  ];
}

export function isStepValid(context: TokenWizardContext, step: Step): boolean {
  return stepIssues(context, step).length === 0;
}

function stepsBefore(step: Step): readonly Step[] {
  return steps.slice(0, steps.indexOf(step));
}

/** The furthest step that may be shown when `wanted` is asked for: every step before it must be valid. */
export function reachableStep(context: TokenWizardContext, wanted: Step): Step {
  return stepsBefore(wanted).find((step) => !isStepValid(context, step)) ?? wanted;
}
