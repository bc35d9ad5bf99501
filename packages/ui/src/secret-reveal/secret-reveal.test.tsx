import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
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

  test('falls back when the clipboard never answers', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    const user = userEvent.setup({ advanceTimers: vi.advanceTimersByTime });
    const { onStored } = setup();
    stubClipboard({ writeText: () => new Promise(() => {}) });
    const copied = stubCopyCommand(true);
    await user.click(copyButton());
    expect(status()).toBeEmptyDOMElement();
    await act(() => vi.advanceTimersByTimeAsync(2000));
    expect(copied).toEqual([canary]);
    expect(status()).toHaveTextContent('Token copied.');
    expect(onStored).toHaveBeenCalledExactlyOnceWith('copy');
    vi.useRealTimers();
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

test('a download asks the user to check the file, and does not count as stored until the user says so', async () => {
  const { onStored } = setup();
  const createObjectURL = vi.spyOn(URL, 'createObjectURL').mockReturnValue('blob:secret');
  const click = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockReturnValue(undefined);
  await userEvent.click(screen.getByRole('button', { name: 'Download as .env' }));
  const [file] = createObjectURL.mock.calls[0] ?? [];
  expect(file instanceof Blob && (await file.text())).toBe(`API_TOKEN=${canary}\n`);
  expect(click).toHaveBeenCalledOnce();
  expect(screen.getByText(/^Check that the file token.env was saved/)).toHaveAttribute('role', 'status');
  expect(onStored).not.toHaveBeenCalled();
  expect(screen.getByTestId('reveal')).toHaveAttribute('data-state', 'unstored');
  vi.restoreAllMocks();
});

test('a secret that some reader of .env files would change is not offered as a file', () => {
  const { rerender } = render(
    <SecretReveal secret={() => 'pa$$word'} envVariable="API_TOKEN" stored={false} onStored={() => {}} />,
  );
  expect(screen.queryByRole('button', { name: 'Download as .env' })).not.toBeInTheDocument();
  rerender(<SecretReveal secret={() => 'password'} envVariable="API_TOKEN" stored={false} onStored={() => {}} />);
  expect(screen.getByRole('button', { name: 'Download as .env' })).toBeVisible();
});

test('the dots in the place of the secret are not read out, and the secret is', async () => {
  const { container } = setup();
  const [code] = container.querySelectorAll('code');
  expect(code?.textContent).toMatch(/^•+$/);
  expect(code?.closest('[aria-hidden="true"]')).not.toBeNull();
  await userEvent.click(revealButton());
  expect(code?.textContent).toBe(canary);
  expect(code?.closest('[aria-hidden]')).toBeNull();
});

test('what the user has selected of the secret stays selected when the component renders again', async () => {
  const props = { secret: () => canary, onStored: () => {} };
  const { container, rerender } = render(<SecretReveal {...props} stored={false} />);
  await userEvent.click(revealButton());
  const [code] = container.querySelectorAll('code');
  if (code?.firstChild) document.getSelection()?.setBaseAndExtent(code.firstChild, 0, code.firstChild, 5);
  rerender(<SecretReveal {...props} stored />);
  expect(document.getSelection()?.toString()).toBe(canary.slice(0, 5));
});

/** By what each product recognises what it must not record, from its documentation or its published source. */
const optOuts: Readonly<Record<string, string>> = {
  rrweb: '.rr-block',
  'Sentry, by class': '.sentry-block',
  'Sentry, by attribute': '[data-sentry-block]',
  PostHog: '.ph-no-capture',
  FullStory: '.fs-exclude',
  Amplitude: '.amp-block',
  'New Relic': '.nr-block',
  Mixpanel: '.mp-block',
  Highlight: '.highlight-block',
  Mouseflow: '.mf-excluded',
  'Yandex Metrica': '.ym-hide-content',
  'Lucky Orange': '.lo-sensitive',
  Inspectlet: '.inspectlet-sensitive',
  Pendo: '.pendo-sr-ignore',
  Datadog: '[data-dd-privacy="hidden"]',
  Hotjar: '[data-hj-suppress]',
  Clarity: '[data-clarity-mask="true"]',
  LogRocket: '[data-private]',
  OpenReplay: '[data-openreplay-obscured]',
  Contentsquare: '[data-cs-mask]',
  Heap: '[data-heap-redact-text="true"]',
  Smartlook: '[data-sl="exclude"]',
  'Smartlook, formerly': '[data-recording-disable]',
  Dynatrace: '[data-dtrum-mask]',
  Matomo: '[data-matomo-mask]',
  'Quantum Metric': '[data-qm-block]',
};

test.each(Object.entries(optOuts))(
  '%s finds its opt-out around the secret and around the command',
  async (_, optOut) => {
    const { container } = setup();
    await userEvent.click(revealButton());
    const holders = [...container.querySelectorAll('code')];
    expect(holders).toHaveLength(2);
    for (const holder of holders) expect(holder.closest(optOut)).not.toBeNull();
  },
);

test('the secret is text in containers that are not translated, and nothing else', async () => {
  const { container } = setup();
  await userEvent.click(revealButton());
  const holders = [...container.querySelectorAll('code')];
  expect(holders.map((holder) => holder.textContent)).toEqual([canary, `curl -H "Authorization: Bearer ${canary}"`]);
  for (const holder of holders) {
    expect(holder).toHaveAttribute('dir', 'ltr');
    expect(holder.closest('[translate="no"]')).not.toBeNull();
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
