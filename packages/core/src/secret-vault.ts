import { Secret } from './secret.js';

/** Holds one secret outside the machine, for as long as it is shown. */
export interface SecretVault {
  put(secret: string): void;
  /** The secret, or undefined if there is none (any more). */
  read(): Secret | undefined;
  /** Forgets the secret. Copies that the browser or the user made are out of reach. */
  wipe(): void;
  /** Wipes without telling anyone, and holds nothing more: an answer that comes after the wizard is gone leaves no secret. */
  close(): void;
  /** Undoes {@link SecretVault.close}, should the same wizard come back. */
  open(): void;
  /** Calls back whenever {@link SecretVault.read} answers differently. Returns the function that ends it. */
  subscribe(listener: () => void): () => void;
}

/** One vault per wizard. The secret lives in this closure only: no snapshot, event or inspector can reach it. */
export function createSecretVault(): SecretVault {
  let held: Secret | undefined;
  const listeners = new Set<() => void>();
  let closed = false;
  const hold = (text: string | undefined) => {
    if (closed || held?.reveal() === text) return;
    held = text === undefined ? undefined : new Secret(text);
    for (const listener of listeners) listener();
  };
  return {
    put: hold,
    read: () => held,
    wipe: () => hold(undefined),
    close() {
      closed = true;
      held = undefined;
    },
    open() {
      closed = false;
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
