// First, so that its check runs last: what unmounting complains about counts too.
import './console.js';
import { cleanup } from '@testing-library/react';
import { afterEach, beforeAll } from 'vitest';
import { loadRadixSelect } from '../../packages/ui/src/select/use-radix-select.js';

// It comes when one is first wanted; that is a subject of its own.
beforeAll(loadRadixSelect);

afterEach(cleanup);
