import { version } from 'react';
import { version as domVersion } from 'react-dom';
import { expect, test } from 'vitest';

test('the tests run with the React that their project is for', () => {
  const expected = import.meta.env.EXPECT_REACT;
  expect({ react: version.split('.')[0], dom: domVersion.split('.')[0] }).toEqual({ react: expected, dom: expected });
});
