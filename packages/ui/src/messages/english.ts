import { englishIssues } from './english-issues.js';
import { englishWizard } from './english-wizard.js';
import type { Format } from './format.js';
import type { TokenwrightMessages } from './messages.js';

const mostNamed = 5;
/** Fewer stand in a row of the list, which should not grow by lines. */
const mostNeeded = 3;

/** Names of scopes in a sentence: the first few, then how many more. */
function named(labels: readonly string[], format: Format, most = mostNamed): string {
  const names = labels.slice(0, most).map(format.isolate);
  const more = labels.length - names.length;
  return format.list(more > 0 ? [...names, `${format.number(more)} more`] : names);
}

function counted(count: number, one: string, other: string, format: Format): string {
  return `${format.number(count)} ${format.plural(count, { one, other })}`;
}

export const englishField: TokenwrightMessages['field'] = { optional: '(optional)', errorPrefix: 'Error:' };

export const englishTextField: TokenwrightMessages['textField'] = {
  charactersLeft: ({ count }, format) => `You have ${counted(count, 'character', 'characters', format)} remaining`,
  charactersOver: ({ count }, format) => `You have ${counted(count, 'character', 'characters', format)} too many`,
};

export const englishSelect: TokenwrightMessages['select'] = { placeholder: 'Choose an option' };

export const englishVersionSelect: TokenwrightMessages['versionSelect'] = {
  label: 'API Version',
  placeholder: 'Choose a version',
  latest: 'Latest',
  deprecated: 'Deprecated',
  worksUntil: ({ date }, format) => `Works until ${format.date(date)}`,
  deprecatedChosen: ({ label, date }, format) =>
    date === null
      ? `${format.isolate(label)} is deprecated. Choose a newer version if you can.`
      : `${format.isolate(label)} is deprecated and stops working on ${format.date(date)}. Choose a newer version if you can.`,
};

export const englishContactPicker: TokenwrightMessages['contactPicker'] = {
  label: 'Primary Contact',
  placeholder: 'Choose a contact',
  clearSearch: 'Clear search',
  typeToSearch: 'Type a name or email address.',
  searching: 'Searching…',
  searchFailed: 'The contacts could not be searched.',
  matches: ({ count }, format) => counted(count, 'contact', 'contacts', format),
  firstMatches: ({ count, total }, format) =>
    `${format.number(count)} of ${format.number(total)}. Type to narrow the list.`,
  noMatches: ({ query }, format) => `No contacts match “${format.isolate(query)}”`,
};

export const englishEmailListInput: TokenwrightMessages['emailListInput'] = {
  label: 'Developer Email Addresses',
  hint: 'Press Enter or type a comma after each address. You can also paste a list.',
  list: 'Added email addresses',
  remove: ({ email }) => `Remove ${email}`,
  count: ({ count, max }, format) =>
    max === null
      ? counted(count, 'address', 'addresses', format)
      : `${format.number(count)} of ${format.number(max)} addresses`,
  added: ({ count }, format) => `${counted(count, 'address', 'addresses', format)} added`,
  removed: ({ email }, format) => `${format.isolate(email)} removed`,
};

export const englishScopePicker: TokenwrightMessages['scopePicker'] = {
  title: 'API Scopes',
  total: ({ count }, format) =>
    count === 0 ? 'No scopes selected' : `${counted(count, 'scope', 'scopes', format)} selected`,
  clearAll: 'Clear All',
  undo: 'Undo',
  presets: 'Start from',
  presetSensitive: 'Includes sensitive scopes',
  searchLabel: 'Search scopes',
  searchHint: 'Search scopes, or paste a path, URL or curl command',
  clearSearch: 'Clear search',
  dismissNotices: 'Dismiss this message',
  filters: 'Filter scopes',
  selectedOnly: 'Selected only',
  matches: ({ count }, format) =>
    `${format.number(count)} ${format.plural(count, { one: 'scope matches', other: 'scopes match' })}`,
  noMatches: ({ query, filtered }, format) =>
    query === ''
      ? 'No scopes match these filters'
      : `No scopes match “${format.isolate(query)}”${filtered ? ' and these filters' : ''}`,
  showAll: 'Show all scopes',
  hiddenSelected: ({ count }, format) =>
    `${format.number(count)} ${format.plural(count, {
      one: 'selected scope is',
      other: 'selected scopes are',
    })} not shown`,
  call: {
    needs: 'needs:',
    needsOneOf: 'needs one of these:',
    allowed: 'Your selection already allows this call.',
    held: 'Already selected',
    add: ({ count }, format) => `Add ${counted(count, 'scope', 'scopes', format)}`,
    unknown: ({ call }, format) => `No scope of this version opens ${format.isolate(call)}`,
    found: ({ call, scopes, others }, format) =>
      [
        `${format.isolate(call)} needs ${named(scopes, format)}`,
        others > 0 && `, or one of ${counted(others, 'other choice', 'other choices', format)}`,
        '.',
      ]
        .filter(Boolean)
        .join(''),
    foundAllowed: ({ call }, format) => `Your selection already allows ${format.isolate(call)}.`,
  },
  leftOut: {
    select: ({ count }, format) =>
      format.plural(count, { one: 'Also select it', other: `Also select these ${format.number(count)}` }),
    question: ({ count }, format) =>
      `Select ${format.plural(count, { one: 'this sensitive scope', other: 'these sensitive scopes' })} as well?`,
    confirm: ({ count }, format) => `Select ${counted(count, 'sensitive scope', 'sensitive scopes', format)}`,
    dismiss: 'Leave out',
  },
  empty: 'This API version has no scopes.',
};

export const englishScopeCategory: TokenwrightMessages['scopeCategory'] = {
  available: ({ count }, format) => counted(count, 'scope', 'scopes', format),
  selected: ({ count, total }, format) => `${format.number(count)} of ${format.number(total)} selected`,
  remembered: ({ count, total }, format) => `Off, ${format.number(count)} of ${format.number(total)} kept`,
  selectAll: 'Select all',
  empty: 'Nothing to grant here.',
  access: { read: 'Read', write: 'Write', admin: 'Admin' },
  sensitive: 'Sensitive',
  deprecated: 'Deprecated',
  requires: ({ scopes }, format) => `Requires ${named(scopes, format)}`,
  neededBy: ({ scopes }, format) =>
    `Needed by ${named(scopes, format, mostNeeded)}: unchecking this also unchecks ${format.plural(scopes.length, {
      one: 'it',
      other: 'them',
    })}`,
};

export const englishNotices: TokenwrightMessages['notices'] = {
  'required.added': ({ because, scopes }, format) =>
    `${named(scopes, format)} also selected, because ${named(because, format)} ${format.plural(because.length, {
      one: 'needs',
      other: 'need',
    })} ${format.plural(scopes.length, { one: 'it', other: 'them' })}.`,
  'dependent.removed': ({ because, scopes }, format) =>
    `${named(scopes, format)} no longer selected, because ${format.plural(scopes.length, {
      one: 'it needs',
      other: 'they need',
    })} ${named(because, format)}.`,
  'sensitive.leftOut': ({ scopes }, format) =>
    `${format.plural(scopes.length, { one: 'A sensitive scope was', other: 'Sensitive scopes were' })} left out: ${named(
      scopes,
      format,
    )}.`,
  cleared: ({ count }, format) =>
    count === 0 ? 'All categories switched off.' : `${counted(count, 'scope', 'scopes', format)} cleared.`,
  'preset.applied': ({ preset, added, removed }, format) =>
    [
      `“${format.isolate(preset)}” applied.`,
      added.length > 0 && `Now selected: ${named(added, format)}.`,
      removed.length > 0 && `No longer selected: ${named(removed, format)}.`,
      added.length === 0 && removed.length === 0 && 'Nothing changed.',
    ]
      .filter(Boolean)
      .join(' '),
  undone: ({ count }, format) => `${counted(count, 'scope', 'scopes', format)} selected again.`,
  'version.changed': ({ gone, added }, format) =>
    [
      gone.length > 0 &&
        `This version does not have ${named(gone, format, gone.length)}, so ${format.plural(gone.length, {
          one: 'it is',
          other: 'they are',
        })} no longer selected.`,
      added.length > 0 &&
        `Also selected, because other scopes need ${format.plural(added.length, { one: 'it', other: 'them' })}: ${named(added, format)}.`,
    ]
      .filter(Boolean)
      .join(' '),
};

export const englishStepIndicator: TokenwrightMessages['stepIndicator'] = {
  label: 'Progress',
  position: ({ current, total, label }, format) =>
    `Step ${format.number(current)} of ${format.number(total)}: ${label}`,
  complete: 'Completed:',
  current: 'Current:',
  upcoming: 'Not started:',
};

export const englishErrorSummary: TokenwrightMessages['errorSummary'] = { title: 'There is a problem' };

export const englishRequestSummary: TokenwrightMessages['requestSummary'] = {
  change: 'Change',
  notProvided: 'Not provided',
};

export const englishSecretReveal: TokenwrightMessages['secretReveal'] = {
  label: 'Access token',
  warning: 'Copy the token now and store it in a safe place. For your security it is available only this once.',
  hidden: 'Hidden until you press Reveal.',
  reveal: 'Reveal',
  hide: 'Hide',
  copy: 'Copy',
  copied: 'Token copied.',
  copyFailed: 'Your browser did not allow copying. The text is selected: press Ctrl+C (⌘C on a Mac) to copy it.',
  usage: 'Try it',
  copyUsage: 'Copy command',
  usageCopied: 'Command copied.',
  download: 'Download as .env',
  downloadStarted: 'Check that the file token.env was saved, then confirm below that you have stored the token.',
  confirm: 'I have stored this token in a safe place',
};

/** All of them. A component imports its own sections alone, so that a host pays for no other component's words. */
export const english: TokenwrightMessages = {
  field: englishField,
  textField: englishTextField,
  select: englishSelect,
  versionSelect: englishVersionSelect,
  contactPicker: englishContactPicker,
  emailListInput: englishEmailListInput,
  scopePicker: englishScopePicker,
  scopeCategory: englishScopeCategory,
  notices: englishNotices,
  stepIndicator: englishStepIndicator,
  errorSummary: englishErrorSummary,
  requestSummary: englishRequestSummary,
  secretReveal: englishSecretReveal,
  issues: englishIssues,
  wizard: englishWizard,
};
