import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { envLine } from './env-file.js';
import { SecretReveal } from './secret-reveal.js';

const canary = 'tkw_canary_4f9QvXr7';

function setup() {
  const onStored = vi.fn();
  function Owned() {
    const [stored, setStored] = useState(false);
    return (
      <SecretReveal
        data-testid="reveal"
        secret={() => canary}
        usageExample={(secret) => `curl -H "Authorization: Bearer ${secret}"`}
        envVariable="API_TOKEN"
        stored={stored}
        onStored={(by) => {
          onStored(by);
          setStored(true);
        }}
      />
    );
  }
  return { onStored, ...render(<Owned />) };
}

function stubClipboard(clipboard: Partial<Clipboard> | undefined) {
  Object.defineProperty(navigator, 'clipboard', { configurable: true, value: clipboard });
}

/** What a browser does on `document.execCommand('copy')`, which the test environment lacks. */
function stubCopyCommand(works: boolean) {
  const copied: string[] = [];
  const copy = () => {
    const area = document.activeElement;
    if (works && area instanceof HTMLTextAreaElement) copied.push(area.value);
    return works;
  };
  Object.defineProperty(document, 'execCommand', { configurable: true, value: copy });
  return copied;
}

const copyButton = () => screen.getByRole('button', { name: 'Copy' });
const status = () => screen.getAllByRole('status')[0];

let clipboard: PropertyDescriptor | undefined;
beforeEach(() => {
  clipboard = Object.getOwnPropertyDescriptor(navigator, 'clipboard');
});
afterEach(() => {
  Reflect.deleteProperty(navigator, 'clipboard');
  if (clipboard) Object.defineProperty(navigator, 'clipboard', clipboard);
  Reflect.deleteProperty(document, 'execCommand');
});

describe('copying', () => {
  test('a copy that the clipboard confirms is said once more each time, and counts as stored', async () => {
    const { onStored } = setup();
    const writeText = vi.fn().mockResolvedValue(undefined);
    stubClipboard({ writeText });
    expect(status()).toBeEmptyDOMElement();
    await userEvent.click(copyButton());
    expect(writeText).toHaveBeenCalledExactlyOnceWith(canary);
    expect(onStored).toHaveBeenCalledExactlyOnceWith('copy');
    const first = status()?.textContent;
    expect(first?.trim()).toBe('Token copied.');
    await userEvent.click(copyButton());
    // A screen reader repeats a text only if it changed.
    expect(status()?.textContent).not.toBe(first);
    expect(status()).toHaveTextContent('Token copied.');
    expect(screen.getByTestId('reveal')).toHaveAttribute('data-state', 'stored');
  });

  test.each([
    ['is missing', undefined],
    ['refuses', { writeText: () => Promise.reject(new DOMException('Not allowed', 'NotAllowedError')) }],
  ])('works inside the component where the clipboard %s', async (_, clipboardStub) => {
    const { onStored } = setup();
    stubClipboard(clipboardStub);
    const copied = stubCopyCommand(true);
    await userEvent.click(copyButton());
    expect(copied).toEqual([canary]);
    expect(onStored).toHaveBeenCalledExactlyOnceWith('copy');
    expect(copyButton()).toHaveFocus();
    expect(document.querySelector('textarea')).toBeNull();
  });

  test('where nothing works the secret is selected, the user is told what to press, and nothing counts as stored', async () => {
    const { onStored } = setup();
    stubClipboard(undefined);
    stubCopyCommand(false);
    await userEvent.click(copyButton());
    expect(status()).toHaveTextContent(/press Ctrl\+C/);
    expect(document.getSelection()?.toString()).toBe(canary);
    expect(onStored).not.toHaveBeenCalled();
  });

  test('copying the command does not count as having stored the token', async () => {
    const { onStored } = setup();
    const writeText = vi.fn().mockResolvedValue(undefined);
    stubClipboard({ writeText });
    await userEvent.click(screen.getByRole('button', { name: 'Copy command' }));
    expect(writeText).toHaveBeenCalledExactlyOnceWith(`curl -H "Authorization: Bearer ${canary}"`);
    expect(screen.getByText('Command copied.')).toBeVisible();
    expect(onStored).not.toHaveBeenCalled();
  });
});

test('the user can say that the token is stored', async () => {
  const { onStored } = setup();
  const box = screen.getByRole('checkbox', { name: 'I have stored this token in a safe place' });
  await userEvent.click(box);
  expect(onStored).toHaveBeenCalledExactlyOnceWith('confirmation');
  expect(box).toBeChecked();
  await userEvent.click(box);
  expect(box).not.toBeChecked();
});

const revealButton = () => screen.getByRole('button', { name: 'Reveal' });

test('the secret is seen only while the user wants to see it', async () => {
  const { container } = setup();
  expect(container).not.toHaveTextContent(canary);
  await userEvent.click(revealButton());
  expect(container).toHaveTextContent(canary);
  await userEvent.click(screen.getByRole('button', { name: 'Hide' }));
  expect(container).not.toHaveTextContent(canary);
  expect(revealButton()).toHaveFocus();
});

test('the secret can be downloaded as a file that sets a variable, which counts as stored', async () => {
  const { onStored } = setup();
  const createObjectURL = vi.spyOn(URL, 'createObjectURL').mockReturnValue('blob:secret');
  const revokeObjectURL = vi.spyOn(URL, 'revokeObjectURL').mockReturnValue(undefined);
  const click = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockReturnValue(undefined);
  await userEvent.click(screen.getByRole('button', { name: 'Download as .env' }));
  const [file] = createObjectURL.mock.calls[0] ?? [];
  expect(file instanceof Blob && (await file.text())).toBe(`API_TOKEN=${canary}\n`);
  expect(click).toHaveBeenCalledOnce();
  expect(revokeObjectURL).toHaveBeenCalledExactlyOnceWith('blob:secret');
  expect(onStored).toHaveBeenCalledExactlyOnceWith('download');
  vi.restoreAllMocks();
});

test.each([
  ['tkw_abc-123.x~y+z/=', 'T=tkw_abc-123.x~y+z/=\n'],
  ['a b', 'T="a b"\n'],
  ['a"$`\\b', 'T="a\\"\\$\\`\\\\b"\n'],
  ['a\nb', 'T="a\\nb"\n'],
])('a secret like %j is one line of an .env file', (value, line) => {
  expect(envLine('T', value)).toBe(line);
});

test('the secret is text in blocked containers and nothing else', async () => {
  const { container } = setup();
  await userEvent.click(revealButton());
  const holders = [...container.querySelectorAll('code')];
  expect(holders.map((holder) => holder.textContent)).toEqual([canary, `curl -H "Authorization: Bearer ${canary}"`]);
  for (const holder of holders) {
    expect(holder).toHaveAttribute('dir', 'ltr');
    const block = holder.closest('.ph-no-capture.sentry-block.fs-exclude.rr-block');
    expect(block).toHaveAttribute('data-dd-privacy', 'hidden');
    expect(block).toHaveAttribute('translate', 'no');
    holder.textContent = '';
  }
  // No attribute, no hidden element and no second copy holds it.
  expect(container.innerHTML).not.toContain(canary);
});

test('the secret is gone from the page when the page is left or the component unmounts', async () => {
  const { container, unmount } = setup();
  await userEvent.click(revealButton());
  const [code] = container.querySelectorAll('code');
  dispatchEvent(new Event('pagehide'));
  expect(container).not.toHaveTextContent(canary);
  if (code) code.textContent = canary;
  unmount();
  expect(code?.textContent).toBe('');
});
