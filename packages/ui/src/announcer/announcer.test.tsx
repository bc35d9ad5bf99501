import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { AnnouncerProvider, useAnnouncer } from './announcer.js';

function Speaker({ text }: { text: string }) {
  const { announce, region } = useAnnouncer();
  return (
    <>
      <button type="button" onClick={() => announce(text)}>
        Say “{text}”
      </button>
      {region}
    </>
  );
}

const say = (text: string) => userEvent.click(screen.getByRole('button', { name: `Say “${text}”` }));

test('a text that is announced again and again changes the region each time, so that it is heard each time', async () => {
  render(<Speaker text="3 scopes found" />);
  const heard: (string | null)[] = [];
  for (let time = 0; time < 4; time += 1) {
    await say('3 scopes found');
    const { textContent } = screen.getByRole('status');
    expect(textContent).not.toBe(heard.at(-1));
    expect(textContent?.trim()).toBe('3 scopes found');
    heard.push(textContent);
  }
});

test('an empty text takes back what was announced, however often', async () => {
  render(
    <AnnouncerProvider>
      <Speaker text="Copied" />
      <Speaker text="" />
    </AnnouncerProvider>,
  );
  await say('Copied');
  await say('');
  await say('');
  expect(screen.getByRole('status').textContent).toBe('');
});

test('components below a provider share its one live region', async () => {
  render(
    <AnnouncerProvider>
      <Speaker text="First" />
      <Speaker text="Second" />
    </AnnouncerProvider>,
  );
  await say('First');
  await say('Second');
  expect(screen.getByRole('status')).toHaveTextContent('Second');
});
