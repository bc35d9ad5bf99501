import { CreateTokenWizard, type LeaveRisk, type ScopeCatalog, type TokenRequest } from '@tokenwright/react';
import { useRef, useState } from 'react';
import { drafts } from './drafts.js';
import { checkOutcome, createToken, loadCatalog, loadContacts, loadVersions, SessionEndedError } from './host-api.js';
import { LeaveDialog, leaveQuestions } from './leave-dialog.js';
import { navigate, useNavigationGuard } from './navigation.js';
import { nonce } from './nonce.js';
import { presets } from './presets.js';
import { SignInDialog } from './sign-in-dialog.js';
import { usageExample } from './usage-example.js';
import { View } from './view.js';

/** The wizard, in place of the list. */
export function NewToken() {
  const [catalogs] = useState(() => new Map<string, ScopeCatalog>());

  const [signIn, setSignIn] = useState<{ resolve: () => void; reject: () => void } | null>(null);
  const signingIn = useRef<Promise<void> | null>(null);

  const [risk, setRisk] = useState<LeaveRisk | null>(null);
  const [wish, setWish] = useState<{ leave: () => void } | null>(null);
  const question = risk && leaveQuestions[risk];
  useNavigationGuard(question ? (leave) => setWish({ leave }) : null);

  function followRisk(next: LeaveRisk | null) {
    setRisk(next);
    if (next === null) setWish(null);
  }

  /** Settles once the user has answered the dialog, which is one for all requests that ask for it at the same time. */
  function askToSignIn(): Promise<void> {
    signingIn.current ??= new Promise<void>((resolve, reject) => setSignIn({ resolve, reject })).finally(() => {
      signingIn.current = null;
    });
    return signingIn.current;
  }

  /** Lets a user whose session has ended sign in, and sends the request again. */
  function withSession<A extends readonly unknown[], T>(send: (...args: A) => Promise<T>): (...args: A) => Promise<T> {
    return async (...args) => {
      try {
        return await send(...args);
      } catch (error) {
        if (!(error instanceof SessionEndedError)) throw error;
      }
      await askToSignIn();
      return send(...args);
    };
  }

  function answerWith(settle: () => void) {
    setSignIn(null);
    settle();
  }

  async function loadVersionCatalog({ signal, version = '' }: { signal: AbortSignal; version?: string }) {
    const catalog = await loadCatalog(version, signal);
    catalogs.set(version, catalog);
    return catalog;
  }

  function exampleFor(secret: string, _token: unknown, { version, scopes }: TokenRequest) {
    const catalog = catalogs.get(version);
    return catalog && usageExample(secret, { origin: window.location.origin, scopes, catalog });
  }

  return (
    <View title="Create access token">
      <div className="panel panel-wizard">
        <CreateTokenWizard
          versions={withSession(loadVersions)}
          contacts={withSession(loadContacts)}
          catalog={withSession(loadVersionCatalog)}
          presets={presets}
          onCreate={createToken}
          onCheckOutcome={withSession(checkOutcome)}
          onSessionExpired={askToSignIn}
          onDone={backToList}
          onCancel={backToList}
          onLeaveRiskChange={followRisk}
          draftStorage={drafts}
          usageExample={exampleFor}
          envVariable="ACME_API_TOKEN"
          headingLevel={2}
          nonce={nonce}
        />
      </div>
      {wish && question && <LeaveDialog {...question} onStay={() => setWish(null)} onLeave={wish.leave} />}
      {signIn && (
        <SignInDialog onSignedIn={() => answerWith(signIn.resolve)} onCancel={() => answerWith(signIn.reject)} />
      )}
    </View>
  );
}

/** What the wizard itself leads to is never held up: it has asked what there was to ask. */
function backToList() {
  navigate('/settings/api');
}
