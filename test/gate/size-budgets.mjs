// What each import may cost a host: kilobytes (1,000 bytes), minified and gzip-compressed, without React.

/**
 * @typedef {object} Budget
 * @property {number} limit More than this fails the gate.
 * @property {number} [target] What is aimed at, where that is less than the limit: the report says so until it is reached.
 */

/** @satisfies {Record<string, Budget>} */
export const wizard = {
  /** The lists that are fetched when they are wanted included: in pieces they compress a little less well. */
  everything: { limit: 102.4, target: 64 },
  /** Without the libraries beneath it. */
  ownCode: { limit: 47, target: 16 },
  /** What is loaded before a Radix select is shown. */
  withNativeSelect: { limit: 62.4, target: 36 },
};

/** @type {Budget} */
export const core = { limit: 29.4, target: 20 };

/** Above 7 since the strokes of the icons stand there, and no longer in the code. @type {Budget} */
export const css = { limit: 7.1, target: 6 };

/**
 * Each component that is exported, imported alone, and the libraries of ours that come with it. A select may turn out
 * to be one of Radix, so whatever has a select brings that.
 *
 * @type {Record<string, Budget & { brings?: readonly string[] }>}
 */
export const components = {
  AnnouncerProvider: { limit: 0.5 },
  Badge: { limit: 0.9 },
  Button: { limit: 0.5 },
  Callout: { limit: 0.9 },
  Checkbox: { limit: 4.1, brings: ['@radix-ui/react-checkbox'] },
  ContactPicker: { limit: 49, brings: ['@radix-ui/react-select', 'downshift', 'get-nonce'] },
  EmailListInput: { limit: 3.7 },
  ErrorSummary: { limit: 1.8 },
  Field: { limit: 1.9 },
  Heading: { limit: 0.3 },
  RequestSummary: { limit: 1.3 },
  ScopeCategory: { limit: 8, brings: ['@radix-ui/react-checkbox', '@radix-ui/react-switch'] },
  ScopePicker: { limit: 14.4, target: 14, brings: ['@radix-ui/react-checkbox', '@radix-ui/react-switch'] },
  SecretReveal: { limit: 7.1, brings: ['@radix-ui/react-checkbox'] },
  Select: { limit: 31.5, brings: ['@radix-ui/react-select', 'get-nonce'] },
  Spinner: { limit: 0.3 },
  StepIndicator: { limit: 1.9 },
  Switch: { limit: 4.1, brings: ['@radix-ui/react-switch'] },
  TextField: { limit: 2.5 },
  TokenwrightProvider: { limit: 1.3 },
  VersionSelect: { limit: 32.7, brings: ['@radix-ui/react-select', 'get-nonce'] },
  VisuallyHidden: { limit: 0.3 },
};
