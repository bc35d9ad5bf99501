import '@tokenwright/react/styles.css';
import './page.css';
import './buttons.css';
import './token-list.css';
import './dialog.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.js';

const container = document.getElementById('root');
if (!container) throw new Error('The document has no element with the id "root" to render into.');

createRoot(container).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
