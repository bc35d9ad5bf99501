// What each import may cost a host: kilobytes (1,000 bytes), minified and gzip-compressed, without React.

/**
 * @typedef {object} Budget
 * @property {number} limit More than this fails the gate.
 * @property {number} [target] What is aimed at, where that is less than the limit: the report says so until it is reached.
 */

/** @satisfies {Record<string, Budget>} */
export const wizard = {
  /** The lists that are fetched when they are wanted included: in pieces they compress a little less well. */
  everything: { limit: 99, target: 64 },
  /** Without the libraries beneath it. */
  ownCode: { limit: 43, target: 16 },
  /** What is loaded before a Radix select is shown. */
  withNativeSelect: { limit: 58.5, target: 36 },
};

/** @type {Budget} */
export const core = { limit: 27, target: 20 };

/** @type {Budget} */
export const css = { limit: 7, target: 6 };

/**
 * Each component that is exported, imported alone, and the libraries of ours that come with it. A select may turn out
 * to be one of Radix, so whatever has a select brings that.
 *
 * @type {Record<string, Budget & { brings?: readonly string[] }>}
 */
export const components = {
  AnnouncerProvider: { limit: 0.5 },
  Badge: { limit: 1 },
  Button: { limit: 0.5 },
  Callout: { limit: 1 },
  Checkbox: { limit: 4.3, brings: ['@radix-ui/react-checkbox'] },
  ContactPicker: { limit: 54, brings: ['@radix-ui/react-select', 'downshift'] },
  EmailListInput: { limit: 7.6 },
  ErrorSummary: { limit: 6 },
  Field: { limit: 6 },
  Heading: { limit: 0.3 },
  RequestSummary: { limit: 5.5 },
  ScopeCategory: { limit: 12.2, brings: ['@radix-ui/react-checkbox', '@radix-ui/react-switch'] },
  ScopePicker: { limit: 17.5, target: 14, brings: ['@radix-ui/react-checkbox', '@radix-ui/react-switch'] },
  SecretReveal: { limit: 11.3, brings: ['@radix-ui/react-checkbox'] },
  Select: { limit: 36, brings: ['@radix-ui/react-select'] },
  Spinner: { limit: 0.3 },
  StepIndicator: { limit: 6 },
  Switch: { limit: 4.2, brings: ['@radix-ui/react-switch'] },
  TextField: { limit: 6.6 },
  TokenwrightProvider: { limit: 5.1 },
  VersionSelect: { limit: 37, brings: ['@radix-ui/react-select'] },
  VisuallyHidden: { limit: 0.3 },
};
