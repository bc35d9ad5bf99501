import { useState } from 'react';
import { beginSession, endSession } from './host-api.js';

/** Ends the session and begins another, so that one can be seen to end in the middle of something. */
export function SessionButton() {
  const [isSignedIn, setIsSignedIn] = useState(true);

  async function toggle() {
    try {
      await (isSignedIn ? endSession() : beginSession());
    } catch {
      // The button goes on offering what has not happened.
      return;
    }
    setIsSignedIn(!isSignedIn);
  }

  return (
    <button type="button" className="button" onClick={() => void toggle()}>
      {isSignedIn ? 'Sign out' : 'Sign in'}
    </button>
  );
}
