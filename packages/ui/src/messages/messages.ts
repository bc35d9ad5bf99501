import type {
  AccessLevel,
  MissingDataIssue,
  NotSentIssue,
  RequestIssue,
  ScopeNotice,
  SourceName,
  Step,
  TokenField,
  UnknownReason,
} from '@tokenwright/core';
import type { Format } from './format.js';

/** A text that needs values. They are raw; the format turns them into words of the user's locale. */
export type MessageOf<Values> = (values: Values, format: Format) => string;

type Count = MessageOf<{ count: number }>;

/** A question with the two answers it can be given. */
export interface QuestionMessages {
  title: string;
  body: string;
  confirm: string;
  dismiss: string;
}

/** What stands in the place of data that is not there. */
export interface SourceMessages {
  loading: string;
  failed: string;
  retry: string;
  empty: string;
}

export type IssueByCode = { [Issue in RequestIssue | MissingDataIssue | NotSentIssue as Issue['code']]: Issue };

/** One text for each rule that a request can break: a rule without a text is a compile error. */
export type IssueMessages = { [Code in keyof IssueByCode]: MessageOf<IssueByCode[Code]> };

type NoticeByType = { [Notice in ScopeNotice as Notice['type']]: Notice };

/** Without its type; ids are replaced by what the user can read. */
type Labelled<Notice> = {
  [Key in Exclude<keyof Notice, 'type'>]: Notice[Key] extends readonly unknown[] ? readonly string[] : Notice[Key];
};

/** One text for each thing that a change of scopes can bring about. Scopes and categories arrive as labels. */
export type NoticeMessages = { [Type in keyof NoticeByType]: MessageOf<Labelled<NoticeByType[Type]>> };

/** What the search says about a call. `call` is a method and path as somebody wrote it. */
interface CallMessages {
  /** Below the call, above the scopes. */
  needs: string;
  /** The same where any one of several choices will do. */
  needsOneOf: string;
  allowed: string;
  /** On a scope that is needed and selected already. */
  held: string;
  add: Count;
  unknown: MessageOf<{ call: string }>;
  /** Said aloud: the choice of least access, and how many others there are. */
  found: MessageOf<{ call: string; scopes: readonly string[]; others: number }>;
  foundAllowed: MessageOf<{ call: string }>;
}

/** Sensitive scopes that "Select all" did not take in, and how to take them in after all. */
interface LeftOutMessages {
  select: Count;
  question: Count;
  confirm: Count;
  dismiss: string;
}

/** Every text that Tokenwright shows or says. */
export interface TokenwrightMessages {
  field: { optional: string; errorPrefix: string };
  textField: { charactersLeft: Count; charactersOver: Count };
  select: { placeholder: string };
  versionSelect: {
    label: string;
    placeholder: string;
    latest: string;
    deprecated: string;
    /** Beside a deprecated version in the list. `date` is an ISO 8601 date. */
    worksUntil: MessageOf<{ date: string }>;
    /** Below the select when a deprecated version is chosen; `date` is null when no day is set. */
    deprecatedChosen: MessageOf<{ label: string; date: string | null }>;
  };
  contactPicker: {
    label: string;
    placeholder: string;
    /** The button that empties the search, so that everybody is listed again. */
    clearSearch: string;
    /** The host searches, and lists nobody before something is typed. */
    typeToSearch: string;
    searching: string;
    searchFailed: string;
    matches: Count;
    /** The list is cut after the first `count`. */
    firstMatches: MessageOf<{ count: number; total: number }>;
    noMatches: MessageOf<{ query: string }>;
  };
  emailListInput: {
    label: string;
    hint: string;
    /** Names the list of addresses. */
    list: string;
    remove: MessageOf<{ email: string }>;
    count: MessageOf<{ count: number; max: number | null }>;
    added: Count;
    removed: MessageOf<{ email: string }>;
  };
  scopePicker: {
    title: string;
    total: Count;
    clearAll: string;
    undo: string;
    /** Stands before the presets. */
    presets: string;
    /** Below a preset that holds sensitive scopes. */
    presetSensitive: string;
    /** Names the search box. */
    searchLabel: string;
    /** Stands in the search box while it is empty, where it also finds the scopes of a call. */
    searchHint: string;
    clearSearch: string;
    /** The name of the button that puts away what the last change did. */
    dismissNotices: string;
    /** Names the filters. Those by access have the words of {@link TokenwrightMessages.scopeCategory}. */
    filters: string;
    selectedOnly: string;
    matches: Count;
    /** `query` is empty when only filters are on. */
    noMatches: MessageOf<{ query: string; filtered: boolean }>;
    /** Ends search and filters. */
    showAll: string;
    hiddenSelected: Count;
    call: CallMessages;
    leftOut: LeftOutMessages;
    empty: string;
  };
  scopeCategory: {
    /** The category is off and nothing is checked in it. */
    available: Count;
    selected: MessageOf<{ count: number; total: number }>;
    /** The category is off and keeps what was checked. */
    remembered: MessageOf<{ count: number; total: number }>;
    selectAll: string;
    empty: string;
    access: Record<AccessLevel, string>;
    sensitive: string;
    deprecated: string;
    requires: MessageOf<{ scopes: readonly string[] }>;
    /** On a checked scope, before it is unchecked: what would go with it. */
    neededBy: MessageOf<{ scopes: readonly string[] }>;
  };
  notices: NoticeMessages;
  stepIndicator: {
    label: string;
    position: MessageOf<{ current: number; total: number; label: string }>;
    complete: string;
    current: string;
    upcoming: string;
  };
  errorSummary: { title: string };
  requestSummary: { change: string; notProvided: string };
  secretReveal: {
    label: string;
    warning: string;
    /** Read out in the place of the masked secret. */
    hidden: string;
    reveal: string;
    hide: string;
    copy: string;
    copied: string;
    copyFailed: string;
    usage: string;
    copyUsage: string;
    usageCopied: string;
    /** On the button that downloads a `.env` file. */
    download: string;
    /** Shown beside that button once it was pressed. Whether the file arrived cannot be known. */
    downloadStarted: string;
    confirm: string;
  };
  issues: IssueMessages;
  wizard: WizardMessages;
}

/** The texts of the four steps and of what comes after them. */
export interface WizardMessages {
  /** Names the whole wizard. */
  label: string;
  /** `name` stands in the step indicator, `heading` above the step. */
  steps: Record<Step, { name: string; heading: string; introduction: string }>;
  actions: {
    next: string;
    back: string;
    create: string;
    cancel: string;
    done: string;
    returnToReview: string;
  };
  fields: Record<TokenField, { label: string; hint: string; change: string }>;
  summary: Record<Exclude<Step, 'create'>, string>;
  review: {
    noScopes: string;
    scopesIn: MessageOf<{ category: string; count: number }>;
    /** Names what is checked in categories that are off. */
    notIncluded: string;
    keptIn: MessageOf<{ category: string; count: number }>;
  };
  sources: Record<SourceName, SourceMessages>;
  preparing: string;
  creating: { title: string; body: string };
  rejected: {
    title: string;
    /** The server gave no reason. */
    noReason: string;
  };
  unknownOutcome: {
    title: string;
    body: string;
    /**
     * `refused`: an earlier answer was lost, and the next request was refused; the server's text, if there is one, follows.
     * `not-sent`: an earlier answer was lost, and the next request could not be sent.
     */
    reasons: Record<UnknownReason | 'refused' | 'not-sent', string>;
    check: string;
    checking: string;
    checkFailed: string;
    /** On the review, where the user is then taken, or on the step that is still to be answered. */
    notCreated: string;
    retry: string;
    leave: string;
  };
  rateLimited: {
    title: string;
    /** Counts down, once a second. */
    wait: MessageOf<{ seconds: number }>;
    over: string;
    retry: string;
    back: string;
    leave: string;
  };
  sessionExpired: {
    title: string;
    body: string;
    renewing: string;
    retry: string;
    back: string;
    leave: string;
  };
  created: { title: string; body: MessageOf<{ name: string }> };
  createdWithoutSecret: { title: string; body: string };
  /** In place of `createdWithoutSecret`, where the token has been revoked since. */
  revoked: { title: string; body: string };
  confirmLeave: QuestionMessages;
  confirmCancel: QuestionMessages;
  /** What was kept of an earlier visit, where a host keeps drafts. */
  draft: {
    restored: string;
    startOver: string;
    /** Something was kept that cannot be read. */
    unreadable: string;
    /** The storage does not take what is entered. */
    unsaved: string;
    /** Another tab or window wrote a draft since this one did. */
    conflict: string;
    /** The same, and that tab or window has sent a request, whose outcome it does not know yet. */
    sending: string;
    /** Another tab or window created its token, or discarded the draft that both had. */
    gone: string;
    take: string;
    keep: string;
  };
  confirmStartOver: QuestionMessages;
  /** A part of the wizard could not be rendered. */
  broken: {
    body: string;
    retry: string;
    /** The same while the secret is shown, above it. */
    created: string;
    /** Not even the secret can be shown. */
    secretLost: string;
  };
  /** `restart` starts the wizard again. */
  cancelled: { title: string; body: string; restart: string };
  finished: { title: string; body: string; restart: string };
}

/** The part of the messages that a host wants in its own words; the rest stays as it is. */
export type MessagesOverride<Messages = TokenwrightMessages> = {
  [Key in keyof Messages]?: Messages[Key] extends string | MessageOf<never>
    ? Messages[Key]
    : MessagesOverride<Messages[Key]>;
};
