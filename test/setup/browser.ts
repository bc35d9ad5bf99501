// First, so that its check runs last: what unmounting complains about counts too.
import './console.js';
import { cleanup } from '@testing-library/react';
import { afterEach } from 'vitest';

afterEach(cleanup);
