// First, so that its check runs last: what unmounting complains about counts too.
import './console.js';
import { cleanup } from '@testing-library/react';
import { afterEach, beforeAll } from 'vitest';
import { downshiftCombobox } from '../../packages/ui/src/combobox/fetched-combobox.js';
import { radixSelect } from '../../packages/ui/src/select/fetched-radix-select.js';
import { expectOwnTexts } from './own-text.js';

// They come when they are first wanted; that is a subject of its own.
beforeAll(() => Promise.all([radixSelect.load(), downshiftCombobox.load()]));

afterEach(() => {
  try {
    expectOwnTexts();
  } finally {
    cleanup();
  }
});
