import { useEffect, useState } from 'react';
import { drafts } from './drafts.js';
import { beginSession, endSession } from './host-api.js';
import { navigate } from './navigation.js';
import { View } from './view.js';

/** The address to which signing out leads. */
export const signedOutPath = '/signed-out';

/** Ends the session in every tab, and loads the page again so that it holds no answers of the user. */
export function SignOutButton() {
  async function signOut() {
    try {
      await endSession();
    } catch {
      // The user is still signed in, and the button still says so.
      return;
    }
    window.location.assign(signedOutPath);
  }

  return (
    <button type="button" className="button" onClick={() => void signOut()}>
      Sign out
    </button>
  );
}

/** Removes what the user had entered from this browser, and offers to sign in again. */
export function SignedOut() {
  const [hasFailed, setHasFailed] = useState(false);

  useEffect(() => void drafts.remove(), []);

  async function signIn() {
    setHasFailed(false);
    try {
      await beginSession();
    } catch {
      setHasFailed(true);
      return;
    }
    navigate('/settings/api');
  }

  return (
    <View title="You have signed out">
      <p>A token that you had begun to set up is no longer stored in this browser.</p>
      <button type="button" className="button button-primary" onClick={() => void signIn()}>
        Sign in
      </button>
      {hasFailed && <p role="alert">You could not be signed in, because the server did not answer. Try again.</p>}
    </View>
  );
}
