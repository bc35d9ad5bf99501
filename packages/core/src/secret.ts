const redacted = '[redacted]';

/**
 * A secret that shows itself only when asked to: as text, as JSON, in a log and in an inspector it reads `[redacted]`.
 * The text is in a private member, so that developer tools and error reports which copy objects do not find it either.
 */
export class Secret {
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  /** The secret itself. Render it as text; never put it into an attribute, storage, log or error. */
  reveal(): string {
    return this.#text;
  }

  toString(): string {
    return redacted;
  }

  toJSON(): string {
    return redacted;
  }

  [Symbol.toPrimitive](): string {
    return redacted;
  }

  /** What Node's `util.inspect`, and so its `console`, shows. */
  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return redacted;
  }
}
