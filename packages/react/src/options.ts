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

/** @throws {TypeError} that names the prop and the fix. */
export function assertOptions(options: CreateTokenWizardOptions): void {
  for (const name of sources) {
    const value: unknown = options[name];
    if (value instanceof Promise) {
      throw new TypeError(
        `Tokenwright: "${name}" is a Promise. Pass the function that makes it, or what it resolves with.`,
      );
    }
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

function assertStart({ initialStep, initialValues }: CreateTokenWizardOptions): void {
  if (initialStep !== undefined && !steps.includes(initialStep)) {
    throw new TypeError(
      `Tokenwright: "initialStep" is ${JSON.stringify(initialStep)}. Pass one of ${steps.join(', ')}, or leave it out.`,
    );
  }
  readInitialValues(initialValues);
}

/**
 * The answers to start from, as a server may give them: null counts as absent, and numbers as ids.
 *
 * @throws {TypeError} that names the wrong member and what to pass.
 */
export function readInitialValues(given: unknown): InitialValues {
  if (given === undefined || given === null) return {};
  if (typeof given !== 'object') {
    throw new TypeError(`Tokenwright: "initialValues" is ${describe(given)}. Pass an object, or leave it out.`);
  }
  const values: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(given)) {
    if (value === null) continue;
    if (Array.isArray(value)) values[name] = value.map(idText).filter((id) => id !== null);
    else values[name] = name === 'name' || name === 'description' ? value : idText(value);
  }
  assertValues(values);
  return values;
}

function assertValues(values: Readonly<Record<string, unknown>>): asserts values is InitialValues & typeof values {
  for (const name of textAnswers) {
    const value = values[name];
    if (value !== undefined && typeof value !== 'string') {
      throw new TypeError(
        `Tokenwright: "initialValues.${name}" is ${describe(value)}. Pass a string, or leave it out.`,
      );
    }
  }
  for (const name of listAnswers) {
    const value = values[name];
    if (value !== undefined && !(Array.isArray(value) && value.every((entry) => typeof entry === 'string'))) {
      throw new TypeError(
        `Tokenwright: "initialValues.${name}" must be an array of strings. Pass one, or leave it out.`,
      );
    }
  }
}

function idText<T>(id: T): T | string {
  return typeof id === 'number' ? String(id) : id;
}

const validProps: Readonly<Record<string, readonly [isValid: (value: unknown) => boolean, expected: string]>> = {
  dir: [(value) => value === 'ltr' || value === 'rtl', '"ltr" or "rtl"'],
  selectVariant: [(value) => value === 'radix' || value === 'native', '"radix" or "native"'],
  headingLevel: [(value) => [1, 2, 3, 4, 5, 6].some((level) => level === value), 'a number from 1 to 6'],
  envVariable: [(value) => /^[A-Za-z_]\w*$/.test(String(value)), 'a name such as "API_TOKEN"'],
  locale: [isLocale, 'a language tag such as "en" or "pt-BR"'],
  limits: [areLimits, 'numbers that are not below zero, such as { name: 64 }'],
};

function isLocale(value: unknown): boolean {
  try {
    return typeof value === 'string' && Intl.getCanonicalLocales(value).length > 0;
  } catch {
    return false;
  }
}

function areLimits(value: unknown): boolean {
  return (
    typeof value === 'object' &&
    Object.values(value ?? {}).every(
      (limit) => limit === undefined || limit === null || (typeof limit === 'number' && limit >= 0),
    )
  );
}

/** What is wrong with options that the wizard can do without: to be reported, while it goes on. */
export function wrongOptions(options: object): readonly Error[] {
  return Object.entries(options).flatMap(([name, value]: [string, unknown]) => {
    const [isValid, expected] = (Object.hasOwn(validProps, name) && validProps[name]) || [];
    if (!isValid || value === undefined || value === null || isValid(value)) return [];
    return [new TypeError(`Tokenwright: "${name}" cannot be used as it is. Pass ${expected}, or leave it out.`)];
  });
}

/** @throws {TypeError} that names the prop and the fix. */
export function assertCallback(name: string, value: unknown): void {
  if (value !== undefined && typeof value !== 'function') {
    throw new TypeError(`Tokenwright: "${name}" is ${describe(value)}. Pass a function, or leave it out.`);
  }
}

/** @throws {TypeError} that names the preset and the fix. */
export function assertPresets(presets: readonly ScopePreset[] | null | undefined): void {
  if (presets === undefined || presets === null) return;
  if (!Array.isArray(presets)) {
    throw new TypeError(`Tokenwright: "presets" is ${describe(presets)}. Pass an array of { id, label, scopes }.`);
  }
  const ids = new Set<unknown>();
  for (const [position, preset] of presets.entries()) {
    const { label, scopes, ...rest }: Partial<ScopePreset> = preset ?? {};
    const id = idText(rest.id);
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

/** Presets as a server may give them: null counts as none, and numbers as ids. */
export function readPresets(presets: readonly ScopePreset[] | null | undefined): readonly ScopePreset[] {
  if (!Array.isArray(presets)) return noPresets;
  return presets.map((preset: ScopePreset) =>
    Array.isArray(preset?.scopes) ? { ...preset, id: idText(preset.id), scopes: preset.scopes.map(idText) } : preset,
  );
}

const noPresets: readonly ScopePreset[] = [];

function describe(value: unknown): string {
  return value === undefined ? 'missing' : value === null ? 'null' : `of type ${typeof value}`;
}
