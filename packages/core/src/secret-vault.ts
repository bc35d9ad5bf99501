/** Holds one secret outside the machine, for as long as it is shown. */
export interface SecretVault {
  put(secret: string): void;
  /** The secret, or undefined if there is none (any more). */
  read(): string | undefined;
  /** Forgets the secret. Copies that the browser or the user made are out of reach. */
  wipe(): void;
  /** Calls back whenever {@link SecretVault.read} answers differently. Returns the function that ends it. */
  subscribe(listener: () => void): () => void;
}

/** One vault per wizard. The secret lives in this closure only: no snapshot, event or inspector can reach it. */
export function createSecretVault(): SecretVault {
  let held: string | undefined;
  const listeners = new Set<() => void>();
  const hold = (secret: string | undefined) => {
    if (held === secret) return;
    held = secret;
    for (const listener of listeners) listener();
  };
  return {
    put: hold,
    read: () => held,
    wipe: () => hold(undefined),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
