import { useState } from 'react';
import type { TokenView } from '../server/tokens.js';
import { revokeToken } from './host-api.js';
import { ModalDialog } from './modal-dialog.js';

interface RevokeDialogProps {
  token: TokenView;
  onCancel: () => void;
  onRevoked: () => void;
}

/** Asks before a token is ended, since that cannot be taken back. */
export function RevokeDialog({ token, onCancel, onRevoked }: RevokeDialogProps) {
  const [state, setState] = useState<'asking' | 'revoking' | 'failed'>('asking');

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
    <ModalDialog
      title={
        <>
          Revoke <bdi>{token.name}</bdi>?
        </>
      }
      text={
        <>
          Programs that use <code dir="ltr">{token.hint}</code> lose their access at once. This cannot be undone.
        </>
      }
      onCancel={onCancel}
      actions={
        <>
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
        </>
      }
    >
      {state === 'failed' && (
        <p role="alert" className="dialog-error">
          The server did not confirm it, so the token may still work. Try again.
        </p>
      )}
    </ModalDialog>
  );
}
