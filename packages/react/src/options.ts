import type {
  InitialValues,
  LeaveRisk,
  Optional,
  ScopePreset,
  Step,
  TokenLimits,
  TokenRecord,
  TokenWizardEmitted,
  TokenWizardHost,
} from '@tokenwright/core';
import { steps } from '@tokenwright/core';

/** What the headless wizard takes. Functions are read at the time of each call; values marked "at start" are read once. */
export interface CreateTokenWizardOptions extends TokenWizardHost {
  /** The user is done: with the token that was created, or null when the outcome stayed unknown and the user left. */
  onDone?: ((token: TokenRecord | null) => void) | undefined;
  /** The user gave up before anything was created. */
  onCancel?: (() => void) | undefined;
  /** Another step is shown. Not called for the first one. */
  onStepChange?: ((step: Step) => void) | undefined;
  /** Everything that happens, typed and without secrets, for analytics. */
  onEvent?: ((event: TokenWizardEmitted) => void) | undefined;
  /**
   * What would be lost if the user left now has changed: `'secret'` while the secret is shown and not known to be stored,
   * `'outcome'` while nobody knows what became of a request, `'answers'` once something was entered that no draft keeps, null
   * for nothing (which is how it starts, and how it ends when the wizard is taken off the page). For the guard of a router: keep it in state, and for example `useBlocker(risk === 'secret')`.
   */
  onLeaveRiskChange?: ((risk: LeaveRisk | null) => void) | undefined;
  /** A partial request to start from. Read at start. */
  initialValues?: InitialValues | undefined;
  /**
   * The first step shown, if the steps before it are valid; else the first that is not. Read at start.
   * @default 'setup'
   */
  initialStep?: Step | undefined;
  /**
   * How much a request may hold. Read at start.
   * @default { name: 64, description: 500, developerEmails: 50 }
   */
  limits?: Optional<TokenLimits> | undefined;
  /**
   * Whether a token without any scope may be created. Read at start.
   * @default false
   */
  allowNoScopes?: boolean | undefined;
  /**
   * Milliseconds that an answer of yours is waited for: an unanswered creation then counts as unknown, an unanswered check,
   * sign-in, loader or search for contacts as failed. Read at start.
   * @default 30000
   */
  createTimeout?: number | undefined;
}

const sources = ['versions', 'contacts', 'catalog'] as const;
const callbacks = [
  'onCheckOutcome',
  'onSessionExpired',
  'onDone',
  'onCancel',
  'onStepChange',
  'onEvent',
  'onLeaveRiskChange',
  'onError',
] as const;

/** @throws {TypeError} that names the prop and the mend. */
export function assertOptions(options: CreateTokenWizardOptions): void {
  for (const name of sources) {
    const value: unknown = options[name];
    if (typeof value !== 'function' && (typeof value !== 'object' || value === null)) {
      throw new TypeError(
        `Tokenwright: "${name}" is ${describe(value)}. Pass the data itself, or an async function that loads it.`,
      );
    }
  }
  if (typeof options.onCreate !== 'function') {
    throw new TypeError(
      `Tokenwright: "onCreate" is ${describe(options.onCreate)}. Pass an async function (request, { signal, idempotencyKey, attempt }) that creates the token.`,
    );
  }
  for (const name of callbacks) assertCallback(name, options[name]);
  assertDraftStorage(options.draftStorage);
  assertStart(options);
  const { createTimeout } = options;
  if (createTimeout !== undefined && !(createTimeout > 0)) {
    throw new TypeError(
      `Tokenwright: "createTimeout" is ${String(createTimeout)}. Pass a positive number of milliseconds, or leave it out.`,
    );
  }
}

function assertDraftStorage(storage: CreateTokenWizardOptions['draftStorage']): void {
  if (storage === undefined) return;
  for (const name of ['read', 'write', 'remove'] as const) {
    const value: unknown = storage?.[name];
    if (typeof value !== 'function') {
      throw new TypeError(
        `Tokenwright: "draftStorage.${name}" is ${describe(value)}. Pass { read, write, remove }, for example localDraftStorage('token-draft'), or leave "draftStorage" out.`,
      );
    }
  }
}

const textAnswers = ['name', 'description', 'version', 'primaryContact'] as const;
const listAnswers = ['developerEmails', 'scopes', 'enabledCategories'] as const;

function assertStart({ initialStep, initialValues = {} }: CreateTokenWizardOptions): void {
  if (initialStep !== undefined && !steps.includes(initialStep)) {
    throw new TypeError(
      `Tokenwright: "initialStep" is ${JSON.stringify(initialStep)}. Pass one of ${steps.join(', ')}, or leave it out.`,
    );
  }
  if (typeof initialValues !== 'object' || initialValues === null) {
    throw new TypeError(`Tokenwright: "initialValues" is ${describe(initialValues)}. Pass an object, or leave it out.`);
  }
  for (const name of textAnswers) {
    const value: unknown = initialValues[name];
    if (value !== undefined && typeof value !== 'string') {
      throw new TypeError(
        `Tokenwright: "initialValues.${name}" is ${describe(value)}. Pass a string, or leave it out.`,
      );
    }
  }
  for (const name of listAnswers) {
    const value: unknown = initialValues[name];
    if (value !== undefined && !(Array.isArray(value) && value.every((entry) => typeof entry === 'string'))) {
      throw new TypeError(`Tokenwright: "initialValues.${name}" is no array of strings. Pass one, or leave it out.`);
    }
  }
}

/** @throws {TypeError} that names the prop and the mend. */
export function assertCallback(name: string, value: unknown): void {
  if (value !== undefined && typeof value !== 'function') {
    throw new TypeError(`Tokenwright: "${name}" is ${describe(value)}. Pass a function, or leave it out.`);
  }
}

/** @throws {TypeError} that names the preset and the mend. */
export function assertPresets(presets: readonly ScopePreset[]): void {
  if (!Array.isArray(presets)) {
    throw new TypeError(`Tokenwright: "presets" is ${describe(presets)}. Pass an array of { id, label, scopes }.`);
  }
  const ids = new Set<unknown>();
  for (const [position, preset] of presets.entries()) {
    const { id, label, scopes }: Partial<ScopePreset> = preset ?? {};
    if (typeof id !== 'string' || typeof label !== 'string' || !Array.isArray(scopes)) {
      throw new TypeError(
        `Tokenwright: entry ${position} of "presets" is incomplete. Give it a string "id", a string "label" and an array "scopes" of scope ids.`,
      );
    }
    if (ids.has(id)) {
      throw new TypeError(`Tokenwright: "presets" has the id "${id}" twice. Give each preset an id of its own.`);
    }
    ids.add(id);
  }
}

function describe(value: unknown): string {
  return value === undefined ? 'missing' : value === null ? 'null' : `of type ${typeof value}`;
}
