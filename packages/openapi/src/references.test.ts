// @vitest-environment node
import { expect, test } from 'vitest';
import { referenceFollower } from './references.js';

test('a member beside a reference replaces that of its target, also through several references', () => {
  const document = {
    tags: { far: { description: 'far', summary: 'far', title: 'far' }, near: { $ref: '#/tags/far', summary: 'near' } },
  };
  const follow = referenceFollower(document, (code) => expect.unreachable(code));
  const value = { $ref: '#/tags/near', title: 'beside' };
  expect(follow(value, { document: 'a', pointer: '' })).toEqual({
    description: 'far',
    summary: 'near',
    title: 'beside',
  });
});
