const redacted = '[redacted]';

/** Not in the objects themselves: the preview of a browser's console also shows private members. */
const texts = /*#__PURE__*/ new WeakMap<Secret, string>();

/**
 * A secret that shows itself only when asked to: as text, as JSON, in a log and in an inspector it reads `[redacted]` or has no
 * members. Developer tools and error reports that copy objects do not find the text either.
 */
export class Secret {
  constructor(text: string) {
    texts.set(this, text);
  }

  /** The secret itself. Render it as text; never put it into an attribute, storage, log or error. */
  reveal(): string {
    return texts.get(this) ?? redacted;
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
