import { useId, useLayoutEffect, useRef, useState } from 'react';
import type { TokenView } from '../server/tokens.js';
import { revokeToken } from './host-api.js';

interface RevokeDialogProps {
  token: TokenView;
  onCancel: () => void;
  onRevoked: () => void;
}

/** Asks before a token is ended, since that cannot be taken back. */
export function RevokeDialog({ token, onCancel, onRevoked }: RevokeDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  const textId = useId();
  const [state, setState] = useState<'asking' | 'revoking' | 'failed'>('asking');

  // A layout effect, because a dialog gives the focus back only if it is closed before it is taken out of the page.
  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    return () => element?.close();
  }, []);

  async function revoke() {
    if (state === 'revoking') return;
    setState('revoking');
    try {
      await revokeToken(token.id);
    } catch {
      setState('failed');
      return;
    }
    onRevoked();
  }

  return (
    <dialog
      ref={dialog}
      className="dialog"
      aria-labelledby={titleId}
      aria-describedby={textId}
      onCancel={(event) => {
        event.preventDefault();
        onCancel();
      }}
    >
      <h2 id={titleId}>
        Revoke <bdi>{token.name}</bdi>?
      </h2>
      <p id={textId}>
        Programs that use <code dir="ltr">{token.hint}</code> lose their access at once. This cannot be undone.
      </p>
      {state === 'failed' && (
        <p role="alert" className="dialog-error">
          The server did not confirm it, so the token may still work. Try again.
        </p>
      )}
      <div className="dialog-actions">
        <button type="button" className="button" onClick={onCancel}>
          Cancel
        </button>
        <button
          type="button"
          className="button button-danger-solid"
          aria-disabled={state === 'revoking'}
          onClick={() => void revoke()}
        >
          Revoke token
        </button>
      </div>
    </dialog>
  );
}
