import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import type { TokenView } from '../server/tokens.js';
import { beginSession, loadTokens, SessionEndedError } from './host-api.js';
import { navigate } from './navigation.js';
import { RevokeDialog } from './revoke-dialog.js';
import { TokenTable } from './token-table.js';
import { focusHeading, View } from './view.js';

type Tokens =
  | { status: 'loading' }
  | { status: 'failed' }
  | { status: 'signedOut' }
  | { status: 'loaded'; tokens: readonly TokenView[] };

/** The tokens of the account, and the way to a new one. */
export function TokenList() {
  const { tokens, reload } = useTokens();
  const [revoking, setRevoking] = useState<TokenView | null>(null);
  const [announcement, setAnnouncement] = useState('');

  function finishRevoking({ name }: TokenView) {
    // The closing dialog gives the focus back to a button that is about to vanish; only then can it go elsewhere.
    flushSync(() => setRevoking(null));
    focusHeading();
    setAnnouncement(`${name} was revoked.`);
    reload();
  }

  function retry() {
    focusHeading();
    reload();
  }

  async function signIn() {
    // Where this fails, loading the list again shows what is wrong.
    await beginSession().catch(() => {});
    retry();
  }

  return (
    <View
      title="API access tokens"
      action={
        <button type="button" className="button button-primary" onClick={() => navigate('/settings/api/new')}>
          Create Access Token
        </button>
      }
    >
      <p className="lead">
        A token lets a program call the Partner API in the name of this account. Give each program a token of its own
        with only the access it needs, and revoke it when it is no longer used.
      </p>
      <TokenTableOrState tokens={tokens} onRetry={retry} onSignIn={() => void signIn()} onRevoke={setRevoking} />
      <p role="status" className="visually-hidden">
        {announcement}
      </p>
      {revoking && (
        <RevokeDialog token={revoking} onCancel={() => setRevoking(null)} onRevoked={() => finishRevoking(revoking)} />
      )}
    </View>
  );
}

interface TokenTableOrStateProps {
  tokens: Tokens;
  onRetry: () => void;
  onSignIn: () => void;
  onRevoke: (token: TokenView) => void;
}

function TokenTableOrState({ tokens, onRetry, onSignIn, onRevoke }: TokenTableOrStateProps) {
  switch (tokens.status) {
    case 'loading':
      return <p role="status">Loading tokens…</p>;
    case 'failed':
      return (
        <div role="alert" className="panel panel-message">
          <h2>The tokens could not be loaded</h2>
          <p>The server did not answer as it should. Your tokens go on working.</p>
          <button type="button" className="button" onClick={onRetry}>
            Try again
          </button>
        </div>
      );
    case 'signedOut':
      return (
        <div role="alert" className="panel panel-message">
          <h2>Sign in again</h2>
          <p>Your session has ended. Your tokens go on working.</p>
          <button type="button" className="button" onClick={onSignIn}>
            Sign in
          </button>
        </div>
      );
    case 'loaded':
      return tokens.tokens.length > 0 ? (
        <TokenTable tokens={tokens.tokens} onRevoke={onRevoke} />
      ) : (
        <div className="panel panel-message panel-empty">
          <h2>No tokens yet</h2>
          <p>A token you create appears here. Its secret is shown once, when you create it.</p>
        </div>
      );
  }
}

/** The list as the server has it; `reload` keeps showing the old one until the new one is there. */
function useTokens(): { tokens: Tokens; reload: () => void } {
  const [tokens, setTokens] = useState<Tokens>({ status: 'loading' });
  const [attempt, setAttempt] = useState(0);

  function reload() {
    setTokens((shown) => (shown.status === 'loaded' ? shown : { status: 'loading' }));
    setAttempt((count) => count + 1);
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new attempt is the one reason to load again.
  useEffect(() => {
    const controller = new AbortController();
    loadTokens(controller.signal).then(
      (loaded) => setTokens({ status: 'loaded', tokens: loaded }),
      (error: unknown) => {
        if (controller.signal.aborted) return;
        setTokens({ status: error instanceof SessionEndedError ? 'signedOut' : 'failed' });
      },
    );
    return () => controller.abort();
  }, [attempt]);

  return { tokens, reload };
}
