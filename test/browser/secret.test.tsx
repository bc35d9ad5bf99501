import { render, screen, waitFor } from '@testing-library/react';
import { CreateTokenWizard } from '@tokenwright/react';
import { afterEach, expect, test, vi } from 'vitest';
import { catalog, contacts, versions } from '../../stories/fixtures.js';

const canary = 'tkw_c4n4ry-5ecret';

afterEach(() => {
  vi.restoreAllMocks();
});

/** What the last match of any regular expression in this window leaves behind, for every script to read. */
function leftByLastMatch(): string {
  const { input, lastMatch, lastParen, leftContext, rightContext, $1, $2, $3 } = RegExp;
  return [input, lastMatch, lastParen, leftContext, rightContext, $1, $2, $3].join('\n');
}

test('no static member of RegExp holds the secret after it was created, shown, copied or downloaded', async () => {
  let left = '';
  render(
    <CreateTokenWizard
      {...{ versions, contacts, catalog }}
      initialValues={{ name: 'Nightly export', primaryContact: 'grace', scopes: ['jobs.replay'] }}
      initialStep="create"
      envVariable="API_TOKEN"
      usageExample={(secret) => `curl -H "Authorization: Bearer ${secret}"`}
      onCreate={async () => ({ status: 'created', token: { id: 't1' }, secret: canary })}
      onEvent={({ type }) => {
        if (type === 'token.created') left += leftByLastMatch();
      }}
    />,
  );
  screen.getByRole('button', { name: 'Create' }).click();
  await screen.findByRole('heading', { name: 'Your token is ready' });
  const buttons = ['Reveal', 'Copy', 'Copy command', 'Download as .env'].map((name) =>
    screen.getByRole('button', { name }),
  );
  const writeText = vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new Error('Not allowed.'));
  const copy = vi.spyOn(document, 'execCommand').mockReturnValue(true);
  const follow = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockReturnValue(undefined);
  for (const button of buttons) {
    // Whatever matches next overwrites what is left, and so does the search of this test for the next element.
    /a/.test('a');
    button.click();
    left += leftByLastMatch();
    for (let turn = 0; turn < 9; turn += 1) await Promise.resolve();
    left += leftByLastMatch();
  }
  await waitFor(() => expect(copy).toHaveBeenCalledTimes(2));
  expect(writeText).toHaveBeenCalledTimes(2);
  expect(follow).toHaveBeenCalledOnce();
  expect(screen.getAllByText(new RegExp(canary))).toHaveLength(2);
  expect(left).toContain('a');
  expect(left).not.toContain(canary);
});
