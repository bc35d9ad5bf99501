// What each import may cost a host: kilobytes (1,000 bytes), minified and gzip-compressed, without React.

/**
 * @typedef {object} Budget
 * @property {number} limit More than this fails the gate.
 * @property {number} [target] What is aimed at, where that is less than the limit: the report says so until it is reached.
 */

/** @satisfies {Record<string, Budget>} */
export const wizard = {
  /** The lists that are fetched when they are wanted included: in pieces they compress a little less well. */
  everything: { limit: 114.1, target: 90 },
  /**
   * Without the libraries beneath it. The limit was 47. About 11 kB came with reading the answers of foreign servers (3 kB), reading
   * dates, addresses, names and pasted commands of foreign back ends and keyboards (3 kB), and working in foreign documents.
   */
  ownCode: { limit: 58.5, target: 48 },
  /** What is loaded before a Radix select is shown. */
  withNativeSelect: { limit: 73.9, target: 52 },
};

/** @type {Budget} */
export const core = { limit: 36.7, target: 29.4 };

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
  ContactPicker: { limit: 50.7, target: 49, brings: ['@radix-ui/react-select', 'downshift', 'get-nonce'] },
  EmailListInput: { limit: 3.9, target: 3.7 },
  ErrorSummary: { limit: 1.9, target: 1.8 },
  Field: { limit: 1.9 },
  Heading: { limit: 0.3 },
  RequestSummary: { limit: 1.4, target: 1.3 },
  ScopeCategory: { limit: 8.3, target: 8, brings: ['@radix-ui/react-checkbox', '@radix-ui/react-switch'] },
  ScopePicker: { limit: 15.6, target: 14, brings: ['@radix-ui/react-checkbox', '@radix-ui/react-switch'] },
  SecretReveal: { limit: 7.6, target: 7.1, brings: ['@radix-ui/react-checkbox'] },
  Select: { limit: 32.1, target: 31.5, brings: ['@radix-ui/react-select', 'get-nonce'] },
  Spinner: { limit: 0.3 },
  StepIndicator: { limit: 1.9 },
  Switch: { limit: 4.1, brings: ['@radix-ui/react-switch'] },
  TextField: { limit: 2.5 },
  TokenwrightProvider: { limit: 1.3 },
  VersionSelect: { limit: 33.3, target: 32.7, brings: ['@radix-ui/react-select', 'get-nonce'] },
  VisuallyHidden: { limit: 0.3 },
};
