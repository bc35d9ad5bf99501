// First, so that its check runs last: what unmounting complains about counts too.
import './console.js';
import '@testing-library/jest-dom/vitest';
import { cleanup, configure } from '@testing-library/react';
import { afterEach } from 'vitest';
import { expectOwnTexts } from './own-text.js';

afterEach(() => {
  try {
    expectOwnTexts();
  } finally {
    cleanup();
  }
});

// A lazy control is imported in the first test of a file that needs it, which can take longer than a second on a busy machine.
configure({ asyncUtilTimeout: 5_000 });
