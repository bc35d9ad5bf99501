import '@tokenwright/react/styles.css';
import { cleanup, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { CreateTokenWizard, type CreateTokenWizardProps } from '@tokenwright/react';
import { type CSSProperties, type ReactNode, useEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { catalog, createToken, contacts as few, versions } from '../../stories/fixtures.js';

const many = Array.from({ length: 60 }, (_, index) => ({
  id: `u${index + 1}`,
  name: `User ${index + 1}`,
  email: `user${index + 1}@example.com`,
}));

const wizard = (props: Partial<CreateTokenWizardProps> = {}) => (
  <CreateTokenWizard
    {...{ versions, catalog, contacts: many, onCreate: createToken }}
    initialValues={{ name: 'Nightly export', primaryContact: 'u1', scopes: ['jobs.replay'] }}
    {...props}
  />
);

function styleAs(target: Document | ShadowRoot) {
  for (const sheet of document.querySelectorAll('style, link[rel=stylesheet]')) {
    ('head' in target ? target.head : target).append(sheet.cloneNode(true));
  }
}

function isAtBox(list: Element | null, box: Element): boolean {
  if (!list) return false;
  const [inner, outer] = [list.getBoundingClientRect(), box.getBoundingClientRect()];
  const isAligned = Math.abs(inner.left - outer.left) <= 1.5 && Math.abs(inner.width - outer.width) <= 1.5;
  const gap = inner.top >= outer.bottom ? inner.top - outer.bottom : outer.top - inner.bottom;
  return isAligned && gap >= 0 && gap < 12;
}

const content = (inside: ParentNode) => inside.querySelector('[data-scope=combobox][data-part=content]');

beforeEach(() => page.viewport(900, 700));
afterEach(async () => {
  cleanup();
  vi.restoreAllMocks();
  document.documentElement.removeAttribute('style');
  document.body.removeAttribute('style');
  await page.viewport(414, 896);
});

describe('a wizard that is shown in another window', () => {
  const shown: { kind: string; open: () => { window: Window & typeof globalThis; close: () => void } }[] = [
    {
      kind: 'a frame',
      open() {
        const frame = document.createElement('iframe');
        frame.width = '500';
        frame.height = '400';
        // Far from the edges of the page, so that the page's measures would be wrong ones.
        frame.style.marginTop = '250px';
        document.body.append(frame);
        const view = frame.contentDocument?.defaultView;
        if (!view) throw new Error('The frame has no window.');
        return { window: view, close: () => frame.remove() };
      },
    },
    {
      kind: 'a pop-up',
      open() {
        const view = window.open('about:blank', '', 'popup,width=500,height=400')?.window;
        if (!view) throw new Error('The browser blocked the pop-up.');
        return { window: Object.assign(view, {}), close: () => view.close() };
      },
    },
  ];

  describe.each(shown)('$kind', ({ open }) => {
    let view: Window & typeof globalThis;
    let close: () => void;
    beforeEach(() => {
      ({ window: view, close } = open());
      styleAs(view.document);
    });
    afterEach(() => {
      cleanup();
      close();
    });

    const show = (props: Partial<CreateTokenWizardProps> = {}) => {
      render(createPortal(wizard(props), view.document.body));
      return { user: userEvent.setup({ document: view.document }), there: within(view.document.body) };
    };

    test('opens its list of contacts there, at its box and inside the window', async () => {
      const { user, there } = show({ initialStep: 'contact' });
      const box = there.getByRole<HTMLInputElement>('combobox', { name: 'Primary Contact' });
      await user.click(box);
      await waitFor(() => expect(isAtBox(content(view.document), box)).toBe(true));
      const list = there.getByRole('listbox').getBoundingClientRect();
      expect(list.bottom).toBeLessThanOrEqual(view.innerHeight);
      await user.keyboard('user 7@{Escape}');
      expect(there.queryByRole('listbox')).toBeNull();
      await user.click(box);
      await user.click(there.getByRole('option', { name: /^User 3 / }));
      expect(box.value).toBe('User 3 (user3@example.com)');
    });

    test("takes a choice in a short list by the browser's own select", async () => {
      const { user, there } = show({
        initialStep: 'contact',
        contacts: few,
        initialValues: { name: 'Nightly export' },
      });
      const box = () => there.getByRole<HTMLSelectElement>('combobox', { name: 'Primary Contact' });
      await waitFor(() => expect(box().tagName).toBe('SELECT'));
      await user.selectOptions(box(), 'grace');
      expect(box().value).toBe('grace');
    });

    test('copies by the clipboard of that window, and that window asks before it closes with an unread secret', async () => {
      const { user, there } = show({ initialStep: 'create' });
      await user.click(there.getByRole('button', { name: 'Create' }));
      const copy = await there.findByRole('button', { name: 'Copy' });
      const leave = () => !view.dispatchEvent(new view.Event('beforeunload', { cancelable: true }));
      expect(leave()).toBe(true);
      const elsewhere = vi
        .spyOn(navigator.clipboard, 'writeText')
        .mockRejectedValue(new Error('Document is not focused.'));
      const writeText = vi.spyOn(view.navigator.clipboard, 'writeText').mockResolvedValue(undefined);
      await user.click(copy);
      expect(await there.findByText('Token copied.')).toBeTruthy();
      expect(writeText).toHaveBeenCalledOnce();
      expect(elsewhere).not.toHaveBeenCalled();
      expect(leave()).toBe(false);
    });

    test('copies by selection where that window has no clipboard, and the focus stays on the button', async () => {
      const { user, there } = show({ initialStep: 'create' });
      await user.click(there.getByRole('button', { name: 'Create' }));
      const copy = await there.findByRole('button', { name: 'Copy' });
      vi.spyOn(view.navigator.clipboard, 'writeText').mockRejectedValue(new Error('Not allowed.'));
      const copied = vi.spyOn(view.document, 'execCommand').mockImplementation(() => {
        const area = view.document.activeElement;
        return area instanceof view.HTMLTextAreaElement && area.value.startsWith('tkw_');
      });
      await user.click(copy);
      expect(await there.findByText('Token copied.')).toBeTruthy();
      expect(copied).toHaveBeenCalledOnce();
      expect(view.document.activeElement).toBe(copy);
    });
  });
});

describe('a wizard in a shadow tree', () => {
  function InShadow({
    mode,
    onRoot,
    children,
  }: {
    mode: ShadowRootMode;
    onRoot: (root: ShadowRoot) => void;
    children: ReactNode;
  }) {
    const host = useRef<HTMLDivElement>(null);
    const [root, setRoot] = useState<ShadowRoot>();
    useEffect(() => {
      const attached = host.current?.attachShadow({ mode });
      if (!attached) return;
      styleAs(attached);
      onRoot(attached);
      setRoot(attached);
    }, [mode, onRoot]);
    return <div ref={host}>{root && createPortal(children, root)}</div>;
  }

  /** As the library knows shadow trees: by what is inside. */
  async function show(mode: ShadowRootMode, props: Partial<CreateTokenWizardProps>) {
    let root: ShadowRoot | undefined;
    const keep = (attached: ShadowRoot) => {
      root = attached;
    };
    render(
      <InShadow mode={mode} onRoot={keep}>
        {wizard(props)}
      </InShadow>,
    );
    return waitFor(() => {
      const section = root?.querySelector('section');
      if (!root || !section) throw new Error('Not rendered yet.');
      return { root, there: within(section) };
    });
  }

  test.each(['open', 'closed'] as const)(
    'keeps the focus on Copy where copying needs a selection (%s)',
    async (mode) => {
      const { root, there } = await show(mode, { initialStep: 'create' });
      there.getByRole('button', { name: 'Create' }).click();
      const copy = await there.findByRole('button', { name: 'Copy' });
      vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new Error('Not allowed.'));
      vi.spyOn(document, 'execCommand').mockReturnValue(true);
      copy.focus();
      copy.click();
      expect(await there.findByText('Token copied.')).toBeTruthy();
      expect(root.activeElement).toBe(copy);
    },
  );

  test.each(['open', 'closed'] as const)(
    'closes its list by Escape, which nothing around it hears (%s)',
    async (mode) => {
      const { root, there } = await show(mode, { initialStep: 'contact' });
      const heard = vi.fn();
      document.addEventListener('keydown', heard, true);
      const box = there.getByRole<HTMLInputElement>('combobox', { name: 'Primary Contact' });
      box.focus();
      box.click();
      await waitFor(() => expect(isAtBox(content(root), box)).toBe(true));
      box.dispatchEvent(
        new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, composed: true, cancelable: true }),
      );
      await waitFor(() => expect(content(root)).toBeNull());
      expect(root.activeElement).toBe(box);
      expect(heard).not.toHaveBeenCalled();
      document.removeEventListener('keydown', heard, true);
    },
  );
});

describe('lists on a page that is scaled or cut', () => {
  const around: Readonly<Record<string, CSSProperties>> = {
    'a small zoom': { zoom: 0.8 },
    'a large zoom': { zoom: 1.5 },
    'a transform': { transform: 'scale(0.9)', transformOrigin: '0 0' },
    'a zoom and a transform': { zoom: 1.2, transform: 'scale(0.8) translate(20px, 10px)' },
    'a box that cuts': { overflow: 'hidden', blockSize: 420, transform: 'translate(30px, 0)' },
    'containment and a filter': { contain: 'layout paint', filter: 'opacity(0.9)', blockSize: 420 },
  };

  test.each(Object.entries(around))('the long list is at its box in %s', async (_, style) => {
    render(<div style={{ inlineSize: 500, ...style }}>{wizard({ initialStep: 'contact' })}</div>);
    const box = screen.getByRole('combobox', { name: 'Primary Contact' });
    await userEvent.click(box);
    await waitFor(() => expect(isAtBox(content(document), box)).toBe(true));
    const { left, bottom, width } = screen.getByRole('listbox').getBoundingClientRect();
    const lowest = document.elementFromPoint(left + width / 2, Math.min(bottom, window.innerHeight) - 12);
    expect(content(document)?.contains(lowest)).toBe(true);
    expect(bottom).toBeLessThanOrEqual(window.innerHeight);
  });

  test.each([0.8, 1.25])('the long list is at its box on a page with a zoom of %s', async (zoom) => {
    document.documentElement.style.setProperty('zoom', String(zoom));
    render(<div style={{ marginTop: 100, inlineSize: 400 }}>{wizard({ initialStep: 'contact' })}</div>);
    const box = screen.getByRole('combobox', { name: 'Primary Contact' });
    await userEvent.click(box);
    await waitFor(() => expect(isAtBox(content(document), box)).toBe(true));
  });

  test('the long list opens above its box on a scaled page where there is no room below', async () => {
    document.body.style.setProperty('zoom', '0.8');
    render(<div style={{ marginTop: 500, inlineSize: 500 }}>{wizard({ initialStep: 'contact' })}</div>);
    const box = screen.getByRole('combobox', { name: 'Primary Contact' });
    box.scrollIntoView({ block: 'end' });
    await userEvent.click(box);
    await waitFor(() => expect(isAtBox(content(document), box)).toBe(true));
    expect(content(document)?.getBoundingClientRect().bottom).toBeLessThan(box.getBoundingClientRect().top);
    expect(content(document)?.getBoundingClientRect().top).toBeGreaterThanOrEqual(0);
  });

  test('where the page is zoomed, a short list is left to the browser', async () => {
    document.body.style.setProperty('zoom', '0.8');
    render(wizard({ contacts: few, initialStep: 'contact', initialValues: { name: 'Nightly export' } }));
    await waitFor(() => expect(screen.getByRole('combobox', { name: 'Primary Contact' }).tagName).toBe('SELECT'));
  });

  test('the short list is at its box in a box that cuts', async () => {
    render(
      <div style={{ inlineSize: 500, blockSize: 420, overflow: 'hidden', transform: 'translate(30px, 20px)' }}>
        {wizard({ contacts: few, initialStep: 'contact', initialValues: { name: 'Nightly export' } })}
      </div>,
    );
    const box = screen.getByRole('combobox', { name: 'Primary Contact' });
    await userEvent.click(box);
    await waitFor(() => {
      const list = screen.getByRole('listbox');
      const lowest = list.getBoundingClientRect().bottom - 12;
      expect(Math.abs(list.getBoundingClientRect().left - box.getBoundingClientRect().left)).toBeLessThanOrEqual(1.5);
      expect(list.contains(document.elementFromPoint(list.getBoundingClientRect().left + 30, lowest))).toBe(true);
    });
  });
});
