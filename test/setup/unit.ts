// First, so that its check runs last: what unmounting complains about counts too.
import './console.js';
import '@testing-library/jest-dom/vitest';
import { cleanup } from '@testing-library/react';
import { afterEach } from 'vitest';

afterEach(cleanup);
