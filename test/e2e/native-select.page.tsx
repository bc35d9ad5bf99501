import '@tokenwright/react/styles.css';
import { CreateTokenWizard } from '@tokenwright/react';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { catalog, contacts, createToken, versions } from '../../stories/fixtures.js';

const root = document.createElement('div');
document.body.append(root);

createRoot(root).render(
  <StrictMode>
    <CreateTokenWizard
      versions={versions}
      contacts={contacts}
      catalog={catalog}
      selectVariant="native"
      onCreate={createToken}
    />
  </StrictMode>,
);
