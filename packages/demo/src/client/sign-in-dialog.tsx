import { useState } from 'react';
import { beginSession } from './host-api.js';
import { ModalDialog } from './modal-dialog.js';

interface SignInDialogProps {
  onCancel: () => void;
  onSignedIn: () => void;
}

/** Signs the user in again where they are, so that nothing they typed is lost. */
export function SignInDialog({ onCancel, onSignedIn }: SignInDialogProps) {
  const [hasFailed, setHasFailed] = useState(false);

  async function signIn() {
    setHasFailed(false);
    try {
      await beginSession();
    } catch {
      setHasFailed(true);
      return;
    }
    onSignedIn();
  }

  return (
    <ModalDialog
      title="Sign in again"
      text="Your session has ended. A real product would ask for your password here; then your work goes on."
      onCancel={onCancel}
      actions={
        <>
          <button type="button" className="button" onClick={onCancel}>
            Not now
          </button>
          <button type="button" className="button button-primary" onClick={() => void signIn()}>
            Sign in
          </button>
        </>
      }
    >
      {hasFailed && (
        <p role="alert" className="dialog-error">
          The server did not answer as it should. Try again.
        </p>
      )}
    </ModalDialog>
  );
}
