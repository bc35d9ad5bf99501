import type { SourceMessages, WizardMessages } from './messages.js';

const tokenMayExist = 'A token may have been created, so do not start again before you know.';

/** Apart, because a list of contacts that stands alone needs them, and no other words of the wizard. */
export const englishContactsSource: SourceMessages = {
  loading: 'Loading contacts…',
  failed: 'The contacts could not be loaded.',
  retry: 'Try again',
  empty: 'Your account has no users who can be a contact. Contact your administrator.',
};

export const englishWizard: WizardMessages = {
  label: 'Create access token',
  steps: {
    setup: {
      name: 'Setup',
      heading: 'Set up your token',
      introduction: 'Name the token so that you recognise it later.',
    },
    contact: {
      name: 'Contact Information',
      heading: 'Contact information',
      introduction: 'Say who answers for the token if something goes wrong.',
    },
    scopes: {
      name: 'API Scopes',
      heading: 'Choose API scopes',
      introduction: 'Give the token only the access it needs. Switch on a category to see its scopes.',
    },
    create: {
      name: 'Create',
      heading: 'Check your answers',
      introduction: 'Nothing is created until you press Create.',
    },
  },
  actions: {
    next: 'Next',
    back: 'Back',
    create: 'Create',
    cancel: 'Cancel',
    done: 'Done',
    returnToReview: 'Next returns to your answers.',
  },
  fields: {
    name: { label: 'Token Name', hint: 'For example, the application that will use it.', change: 'Change token name' },
    description: { label: 'Description', hint: '', change: 'Change description' },
    version: { label: 'API Version', hint: '', change: 'Change API version' },
    primaryContact: {
      label: 'Primary Contact',
      hint: 'The account user who is responsible for this token.',
      change: 'Change primary contact',
    },
    developerEmails: {
      label: 'Developer Email Addresses',
      hint: 'Developers who are not account users, and should hear about changes to the API.',
      change: 'Change developer email addresses',
    },
    scopes: { label: 'API Scopes', hint: '', change: 'Change API scopes' },
  },
  summary: { setup: 'Setup', contact: 'Contact Information', scopes: 'API Scopes' },
  review: {
    noScopes: 'No scopes. The token can do nothing until it is given some.',
    scopesIn: ({ category, count }, format) => `${format.isolate(category)} (${format.number(count)})`,
    notIncluded: 'Not included',
    keptIn: ({ category, count }, format) =>
      `${format.isolate(category)} (${format.number(count)} ${format.plural(count, {
        one: 'scope',
        other: 'scopes',
      })} kept, switched off)`,
  },
  sources: {
    versions: {
      loading: 'Loading API versions…',
      failed: 'The API versions could not be loaded.',
      retry: 'Try again',
      empty: 'There is no API version to create a token for. Contact your administrator.',
    },
    contacts: englishContactsSource,
    catalog: {
      loading: 'Loading API scopes…',
      failed: 'The API scopes could not be loaded.',
      retry: 'Try again',
      empty: 'This API version has no scopes. Go back and choose another version.',
    },
  },
  preparing: 'Preparing…',
  creating: { title: 'Creating your token…', body: 'This usually takes a few seconds. Keep this page open.' },
  rejected: {
    title: 'Your token was not created',
    noReason: 'The server refused it without a reason. Check your answers, or contact your administrator.',
  },
  unknownOutcome: {
    title: 'We do not know whether your token was created',
    body: tokenMayExist,
    reasons: {
      timeout: 'The server did not answer in time.',
      network: 'The connection was lost before the answer arrived.',
      server: 'The server reported a fault.',
      malformed: 'The answer of the server could not be read.',
      redirected: 'The server redirected this request. You may have to sign in again.',
      'in-progress': 'The server is still working on this request.',
      'key-reused': 'The server received this request before your last change.',
      interrupted: 'This page was closed before the answer arrived.',
      elsewhere: 'Another tab or window sent this request.',
      refused: 'An earlier answer was lost, and the server refused this request.',
      'not-sent': 'An earlier answer was lost, and this time nothing was sent.',
    },
    check: 'Check now',
    checking: 'Checking…',
    checkFailed: 'The check did not work. Try it once more, or look at your list of tokens.',
    notCreated: 'We checked: no token was created. You can still change your answers, or create it now.',
    retry: 'Try again safely',
    leave: 'Go to your tokens',
  },
  rateLimited: {
    title: 'Too many requests',
    wait: ({ seconds }, format) =>
      `No more requests are accepted right now. You can try again in ${
        seconds <= 120
          ? `${format.number(seconds)} ${format.plural(seconds, { one: 'second', other: 'seconds' })}`
          : `${format.number(Math.ceil(seconds / 60))} minutes`
      }. Nothing you entered is lost.`,
    over: 'You can try again now.',
    retry: 'Try again',
    back: 'Back',
    leave: 'Go to your tokens',
  },
  sessionExpired: {
    title: 'Your session has expired',
    body: 'Sign in again, then continue. Nothing you entered is lost.',
    renewing: 'Signing you in again…',
    retry: 'Continue',
    back: 'Back',
    leave: 'Go to your tokens',
  },
  created: {
    title: 'Your token is ready',
    body: ({ name }, format) => `“${format.isolate(name)}” was created.`,
  },
  createdWithoutSecret: {
    title: 'Your token exists, but its secret cannot be shown',
    body: 'It was created earlier, and a secret is shown only once. If you did not store it, revoke this token and create a new one.',
  },
  revoked: {
    title: 'Your token was created and has since been revoked',
    body: 'It can no longer be used. Create a new token if you still need one.',
  },
  confirmLeave: {
    title: 'Leave without storing the token?',
    body: 'It cannot be shown again. Without it you will have to create a new token.',
    confirm: 'Leave anyway',
    dismiss: 'Stay here',
  },
  confirmCancel: {
    title: 'Discard what you entered?',
    body: 'No token has been created, and your answers are not saved.',
    confirm: 'Discard',
    dismiss: 'Keep editing',
  },
  draft: {
    restored: 'You have been here before: what you entered then was kept.',
    startOver: 'Start over',
    unreadable: 'Something was kept from an earlier visit, but it could not be read. You start with an empty form.',
    unsaved: 'Your answers are not being saved on this device. Keep this page open until you are done.',
    conflict: 'This was changed in another tab or window. Which answers do you want to continue with?',
    sending:
      'Another tab or window is creating a token from this draft, or has tried to. Check there first. Which answers do you want to continue with here?',
    gone: 'Your draft no longer exists: you may have finished in another tab or window. Look at your tokens first.',
    take: 'Use the other ones',
    keep: 'Keep these',
  },
  confirmStartOver: {
    title: 'Start over?',
    body: 'Everything you entered is discarded. If a request for a token was sent, look at your tokens first: one may have been created.',
    confirm: 'Start over',
    dismiss: 'Keep what I entered',
  },
  broken: {
    body: 'This part could not be shown. Your answers are kept: try again, or go to another step.',
    retry: 'Try again',
    created: 'Part of this page could not be shown. Your token was created, and this is its only showing.',
    secretLost:
      'Your token was created, but it cannot be shown here. Try again; if that does not help, revoke it and create another one.',
  },
  cancelled: { title: 'Cancelled', body: 'No token was created.', restart: 'Start again' },
  finished: { title: 'Done', body: 'You can close this page.', restart: 'Create another token' },
};
