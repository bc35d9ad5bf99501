import '@tokenwright/react/styles.css';
import './page.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.js';
import { nonce } from './nonce.js';

// The select's scroll lock adds a style element of its own and looks for the page's nonce under this name.
Object.assign(globalThis, { __webpack_nonce__: nonce });

const container = document.getElementById('root');
if (!container) throw new Error('The document has no element with the id "root" to render into.');

createRoot(container).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
