// @vitest-environment node
import { describe, expect, test } from 'vitest';
import { declaring, scopeIn } from './documents.fixture.js';
import { plainText } from './plain-text.js';

test.each([
  ['  See your\n jobs.  ', 'See your jobs.'],
  ['See **all** of `your` _jobs_, see [the guide](https://example.com/a "b").', 'See all of your jobs, see the guide.'],
  ['# Jobs\n\nSee <b>jobs</b> &amp; ads<br/>.', 'See jobs & ads .'],
  ['- See snake_case_names * 2', 'See snake_case_names * 2'],
  ['![logo](x.png) See jobs', 'logo See jobs'],
  ['First.\n\nSecond.', 'First.'],
  ['<script>alert(1)</script>', 'alert(1)'],
])('Markdown becomes plain text: %j', (markdown, text) => {
  expect(plainText(markdown)).toBe(text);
});

test.each(['', '  ', '-', '...', 'N/A', 'TODO', 'none', 'jobs:read', ' JOBS:READ '])(
  '%j says nothing about a scope',
  (text) => {
    expect(plainText(text, 'jobs:read')).toBeUndefined();
    expect(scopeIn(declaring({ 'jobs:read': text }), 'jobs:read').description).toBeUndefined();
  },
);

test('a description that is no text is none', () => {
  expect(scopeIn(declaring({ x: { nested: true } }), 'x').description).toBeUndefined();
});

test('a long text ends with a sentence, or with a word', () => {
  expect(plainText(`${'One sentence that is long enough. '.repeat(20)}`)).toMatch(
    /^(One sentence that is long enough\. ?){7,8}$/,
  );
  const words = plainText('word '.repeat(200)) ?? '';
  expect(words).toMatch(/word…$/);
  expect(words.length).toBeLessThanOrEqual(301);
  expect(plainText('💥'.repeat(400))).toMatch(/^(💥)+…$/u);
});

test.each([0, 1])(
  'a long text is not cut in the middle of an emoji that begins at an odd or even place: %d',
  (start) => {
    const text = plainText('a'.repeat(start) + '💥'.repeat(400)) ?? '';
    expect(text).toMatch(/^a?💥+…$/u);
  },
);

test.each([
  '<'.repeat(50_000),
  '['.repeat(50_000),
  '*'.repeat(50_000),
  '_a'.repeat(50_000),
  '`'.repeat(50_000),
  ' \n'.repeat(50_000),
])('a hostile text is read at once', (text) => {
  expect(plainText(text)?.length ?? 0).toBeLessThanOrEqual(301);
});

describe('a scope is marked as deprecated', () => {
  test.each([
    ['Deprecated. Use jobs:write.', true],
    ['Obsolete', true],
    ['For legacy clients', true],
    ['Depreciation of assets', undefined],
  ])('if its description says so: %j', (description, deprecated) => {
    expect(scopeIn(declaring({ x: description }), 'x').deprecated).toBe(deprecated);
  });
});
