/** Every member may be absent or undefined, so that hosts with `exactOptionalPropertyTypes` can pass what their API clients return. */
export type Optional<T> = { [Member in keyof T]?: T[Member] | undefined };
