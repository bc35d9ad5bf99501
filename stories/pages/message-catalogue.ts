import type { Format, MessageOf, TokenwrightMessages } from '@tokenwright/react';

type ValuesOf<Messages> =
  Messages extends MessageOf<infer Values>
    ? Values
    : Messages extends string
      ? never
      : { [Key in keyof Messages]: ValuesOf<Messages[Key]> }[keyof Messages];

type Asked = ValuesOf<TokenwrightMessages>;
type NameOf<Values> = Values extends unknown ? keyof Values : never;
type ValueOf<Values, Name> = Values extends unknown ? (Name extends keyof Values ? Values[Name] : never) : never;

/** A value for everything that any message asks for. */
type Samples = { [Name in NameOf<Asked>]: ValueOf<Asked, Name> };

const samples: Samples = {
  added: ['List ads'],
  because: ['Run a job again'],
  call: 'GET /Mediapartners/IR42/Ads',
  category: 'Ads',
  character: 'U+202E',
  code: 'name.required',
  contact: 'grace',
  count: 3,
  current: 2,
  date: '2027-06-30',
  email: 'ada@example.com',
  field: 'name',
  filtered: true,
  gone: ['Download the old format'],
  label: 'Version 15',
  length: 70,
  max: 64,
  name: 'Nightly export',
  others: 2,
  preset: 'Read only',
  query: 'invoices',
  removed: ['Get ad code'],
  requires: 'List jobs',
  scope: 'Run a job again',
  scopes: ['List ads', 'List jobs'],
  seconds: 30,
  total: 8,
  version: '15',
};

/** One message: where it stands in the object, and what it says. */
export interface Message {
  /** Without the section, such as `total` or `call.add`. */
  readonly key: string;
  readonly text: string;
  /** The names of the values that it takes. */
  readonly values: readonly string[];
}

export interface MessageSection {
  readonly name: string;
  readonly messages: readonly Message[];
}

/** Every message in the order of the object, said with sample values. */
export function sectionsOf(messages: TokenwrightMessages, format: Format): readonly MessageSection[] {
  return Object.entries(messages).map(([name, section]) => ({ name, messages: messagesIn(section, format, []) }));
}

function messagesIn(node: unknown, format: Format, path: readonly string[]): readonly Message[] {
  const key = path.join('.');
  if (typeof node === 'string') return [{ key, text: node, values: [] }];
  if (isMessage(node)) {
    const asked = new Set<string>();
    const text = node(observed(asked), format);
    return [{ key, text, values: [...asked] }];
  }
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([name, child]) => messagesIn(child, format, [...path, name]));
}

function isMessage(node: unknown): node is MessageOf<Samples> {
  return typeof node === 'function';
}

/** The samples, noting which of them a message reads. */
function observed(asked: Set<string>): Samples {
  return new Proxy(samples, {
    get(target, name, receiver) {
      if (typeof name === 'string') asked.add(name);
      return Reflect.get(target, name, receiver);
    },
  });
}
