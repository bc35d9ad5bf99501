import { useEffect, useId, useRef } from 'react';
import { followLink, usePath } from './navigation.js';
import { NewToken } from './new-token.js';
import { SignedOut, SignOutButton, signedOutPath } from './signed-out.js';
import { TokenList } from './token-list.js';
import { focusHeading, View } from './view.js';

const sections = [
  { path: '/settings/profile', label: 'Profile' },
  { path: '/settings/team', label: 'Team' },
  { path: '/settings/api', label: 'API' },
];

/** The settings of a product that lets its users make API access tokens. */
export function App() {
  const path = usePath();
  const shownPath = useRef(path);
  const navigationId = useId();
  const isSignedIn = path !== signedOutPath;

  useEffect(() => {
    // The first view leaves the focus where the browser has put it.
    if (shownPath.current === path) return;
    shownPath.current = path;
    focusHeading();
  }, [path]);

  return (
    <div className="console">
      <header className="console-header">
        <span className="console-brand">Acme Partner Console</span>
        {isSignedIn && <SignOutButton />}
      </header>
      {isSignedIn && (
        <nav className="console-nav" aria-labelledby={navigationId}>
          <p id={navigationId}>Settings</p>
          <ul>
            {sections.map((section) => (
              <li key={section.path}>
                <a
                  href={section.path}
                  onClick={followLink}
                  aria-current={
                    section.path === path ? 'page' : path.startsWith(`${section.path}/`) ? 'true' : undefined
                  }
                >
                  {section.label}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      )}
      <main className="console-main">{viewAt(path)}</main>
    </div>
  );
}

function viewAt(path: string) {
  switch (path) {
    case '/settings/api':
      return <TokenList />;
    case '/settings/api/new':
      return <NewToken />;
    case signedOutPath:
      return <SignedOut />;
    default:
      return (
        <View key={path} title="Not part of the demo">
          <p>
            A real product would have more settings here. The demo has{' '}
            <a href="/settings/api" onClick={followLink}>
              API access tokens
            </a>{' '}
            only.
          </p>
        </View>
      );
  }
}
