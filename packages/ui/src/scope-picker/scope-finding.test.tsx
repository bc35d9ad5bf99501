import { act, fireEvent, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { changeScopes, findScopes, grantedScopes, readEndpointQuery, scopesStateOf } from '@tokenwright/core';
import { useState } from 'react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { ScopePicker, type ScopePickerProps } from './scope-picker.js';

const catalog = {
  categories: [
    {
      id: 'ads',
      label: 'Ads',
      scopes: [
        { id: 'ads.list', label: 'List ads', access: 'read', endpoints: [{ method: 'GET', path: '/{sid}/Ads' }] },
        {
          id: 'ads.update',
          label: 'Update ads',
          access: 'write',
          requires: ['ads.list'],
          endpoints: [{ method: 'PUT', path: '/{sid}/Ads/{Id}' }],
        },
        {
          id: 'ads.manage',
          label: 'Manage ads',
          access: 'admin',
          sensitive: { reason: 'It changes what partners see.' },
          endpoints: [{ method: 'PUT', path: '/{sid}/Ads/{Id}' }],
        },
      ],
    },
    {
      id: 'jobs',
      label: 'Jobs',
      scopes: [
        { id: 'jobs.list', label: 'List jobs', access: 'read' },
        { id: 'jobs.cancel', label: 'Cancel jobs' },
      ],
    },
  ],
} as const;

interface OwnedProps extends Pick<Partial<ScopePickerProps>, 'onValueChange' | 'id'> {
  scopes?: readonly string[];
}

/** An owner with the real rules. */
function Owned({ scopes = [], onValueChange, ...props }: OwnedProps) {
  const [state, setState] = useState(() => scopesStateOf(catalog, scopes));
  return (
    <ScopePicker
      {...props}
      catalog={catalog}
      value={state.selection}
      canUndo={state.undo !== null}
      findCall={(text) => {
        const call = readEndpointQuery(text);
        return call && { call, matches: findScopes(catalog, text, grantedScopes(catalog, state.selection)) };
      }}
      onValueChange={(change) => {
        onValueChange?.(change);
        setState((current) => changeScopes(catalog, current, change));
      }}
    />
  );
}

const button = (name: string) => screen.getByRole('button', { name });
const checkbox = (name: string) => screen.getByRole('checkbox', { name });
const shownScopes = () =>
  screen.queryAllByRole('checkbox').map((box) => box.closest('li')?.querySelector('label')?.textContent);
const search = () => screen.getByRole<HTMLInputElement>('searchbox', { name: 'Search scopes' });
const status = () => screen.getByRole('status');

beforeEach(() => vi.useFakeTimers({ shouldAdvanceTime: true }));
afterEach(() => vi.useRealTimers());
const user = () => userEvent.setup({ advanceTimers: vi.advanceTimersByTime });
const pause = () =>
  act(() => {
    vi.advanceTimersByTime(500);
  });

describe('words', () => {
  test('shows what it found, also in categories that are off, and marks it', async () => {
    render(<Owned />);
    await user().type(search(), 'cancel');
    const found = checkbox('Cancel jobs');
    expect(screen.queryByRole('switch', { name: 'Ads' })).toBeNull();
    expect(within(screen.getByRole('list')).getByText('Cancel').tagName).toBe('MARK');
    await user().click(found);
    expect(screen.getByRole('switch', { name: 'Jobs' })).toBeChecked();
    expect(screen.getByText('1 scope selected')).toBeVisible();
  });

  test('says how many were found, once the user pauses', async () => {
    render(<Owned />);
    await user().type(search(), 'list');
    expect(screen.getByRole('status')).toBeEmptyDOMElement();
    act(() => {
      vi.advanceTimersByTime(500);
    });
    expect(screen.getByRole('status')).toHaveTextContent('2 scopes match');
  });

  test('says nothing while the user goes on typing', async () => {
    render(<Owned />);
    for (const key of 'list') {
      await user().type(search(), key);
      act(() => vi.advanceTimersByTime(300));
      expect(status()).toBeEmptyDOMElement();
    }
    pause();
    expect(status()).toHaveTextContent('2 scopes match');
  });

  test('that finds nothing says so, and clearing it leads back into the box', async () => {
    render(<Owned />);
    await user().type(search(), '<b>zzz');
    expect(screen.getByText('No scopes match “<b>zzz”')).toBeVisible();
    expect(screen.queryByRole('switch')).toBeNull();
    await user().click(button('Show all scopes'));
    expect(search()).toHaveValue('');
    expect(search()).toHaveFocus();
    expect(screen.getAllByRole('switch')).toHaveLength(2);
  });

  test('counts what is selected but hidden', async () => {
    render(<Owned scopes={['ads.update', 'jobs.list']} />);
    await user().type(search(), 'jobs');
    expect(screen.getByText('2 selected scopes are not shown')).toBeVisible();
  });

  test('Escape clears it without closing the dialog around it, and Enter sends no form', async () => {
    const onSubmit = vi.fn();
    const onKeyDown = vi.fn();
    render(
      <form onSubmit={onSubmit} onKeyDown={(event) => onKeyDown(event.key)}>
        <Owned />
        <button type="submit">Save</button>
      </form>,
    );
    await user().type(search(), 'a{Enter}{Escape}');
    expect(search()).toHaveValue('');
    expect(onSubmit).not.toHaveBeenCalled();
    expect(onKeyDown).not.toHaveBeenCalledWith('Escape');
  });
});

describe('a call', () => {
  const ask = (text: string) => user().type(search(), text.replaceAll('{', '{{'));
  const choices = () =>
    screen
      .getAllByRole('button', { name: /^Add/ })
      .map((add) => within(add.closest('li') ?? add).getByRole('list').textContent);

  test('is answered with the scopes it needs, and a press adds exactly those', async () => {
    const onValueChange = vi.fn();
    render(<Owned onValueChange={onValueChange} />);
    await ask('GET /IR1/Ads');
    expect(screen.getByRole('heading', { name: /^GET/ })).toHaveTextContent('GET /{sid}/Ads');
    expect(screen.getByText('needs:')).toBeVisible();
    await user().click(button('Add 1 scope'));
    expect(onValueChange).toHaveBeenCalledExactlyOnceWith({ type: 'scopes.add', scopes: ['ads.list'] });
    const allowed = screen.getByText('Your selection already allows this call.');
    expect(allowed).toHaveFocus();
    expect(screen.queryByRole('button', { name: /^Add/ })).toBeNull();
    expect(checkbox('List ads')).toBeChecked();
  });

  test('with several ways lists them, least access first, with what each brings', async () => {
    render(<Owned />);
    await ask('PUT /{account}/Ads/42');
    expect(screen.getByText('needs one of these:')).toBeVisible();
    expect(choices()).toEqual([
      expect.stringMatching(/^List ads Read\s*Update ads Write\s*$/),
      expect.stringMatching(/^Manage ads Admin Sensitive\s*It changes what partners see\.$/),
    ]);
    expect(button('Add 2 scopes')).toHaveAccessibleDescription(/List ads Read.*Update ads Write/);
  });

  test('counts what is selected already, and adds the rest', async () => {
    const onValueChange = vi.fn();
    render(<Owned scopes={['ads.list']} onValueChange={onValueChange} />);
    await ask('PUT /IR1/Ads/42');
    expect(screen.getByText('Already selected')).toBeVisible();
    await user().click(screen.getAllByRole('button', { name: 'Add 1 scope' })[0] ?? search());
    expect(onValueChange).toHaveBeenCalledExactlyOnceWith({ type: 'scopes.add', scopes: ['ads.update'] });
  });

  test('that is allowed already says so, and offers nothing more powerful', async () => {
    render(<Owned scopes={['ads.update']} />);
    await ask('PUT /IR1/Ads/42');
    expect(screen.getByText('Your selection already allows this call.')).toBeVisible();
    expect(screen.queryByRole('button', { name: /^Add/ })).toBeNull();
  });

  test('is said aloud once the user pauses', async () => {
    render(<Owned />);
    await ask('PUT /IR1/Ads/42');
    pause();
    expect(status()).toHaveTextContent('PUT /{sid}/Ads/{Id} needs List ads and Update ads, or one of 1 other choice.');
  });

  test('shows the scopes concerned in the list below, and no others', async () => {
    render(<Owned />);
    await ask('GET /IR1/Ads');
    expect(shownScopes()).toEqual(['List ads']);
  });

  test('that this version does not know leads back to all scopes', async () => {
    render(<Owned />);
    await ask('DELETE /IR1/Ads/42');
    expect(screen.getByText('No scope of this version opens DELETE /IR1/Ads/42')).toBeVisible();
    await user().click(button('Show all scopes'));
    expect(search()).toHaveValue('');
    expect(search()).toHaveFocus();
  });

  test('that is still being typed finds scopes by the words of their paths', async () => {
    render(<Owned />);
    await ask('PUT /{sid}/A');
    expect(shownScopes()).toEqual(['Update ads', 'Manage ads']);
    pause();
    expect(status()).toHaveTextContent('2 scopes match');
  });

  test('pasted as a curl command of several lines is read, and its secrets stay out of the page', async () => {
    const { container } = render(<Owned />);
    await user().click(search());
    await user().paste(
      "curl -X PUT \\\n  -H 'Authorization: Bearer s3cret' \\\n  'https://api.example.com/IR1/Ads/42?key=s3cret' \\\n  -d '{\"a\": 1}'",
    );
    expect(search()).toHaveValue('PUT /IR1/Ads/42');
    expect(screen.getByRole('heading', { name: /^PUT/ })).toHaveTextContent('PUT /{sid}/Ads/{Id}');
    expect(container.innerHTML).not.toContain('s3cret');
  });

  test.each([
    ['a command that is not understood', "sudo curl -H 'Authorization: Bearer s3cret' https://api.example.com/IR1/Ads"],
    ['code', 'fetch("https://api.example.com/nowhere", { headers: { "X-Api-Key": "s3cret" } })'],
    ['a header', 'Cookie: sid=s3cret'],
    ['a curl command with a token in its path', 'curl https://api.example.com/v1/ghp_s3cretabcdefgh'],
  ])('in %s that is pasted, dropped or inserted by a keyboard shows and says no credential', async (_, text) => {
    render(<Owned />);
    const hasNone = () => {
      expect(search().value).not.toBe('');
      expect(search().value).not.toContain('s3cret');
      act(() => vi.advanceTimersByTime(5000));
      expect(document.body).not.toHaveTextContent('s3cret');
    };
    await user().click(search());
    await user().paste(text);
    hasNone();
    fireEvent.change(search(), { target: { value: '' } });
    fireEvent.drop(search(), { dataTransfer: { getData: () => text } });
    hasNone();
    fireEvent.change(search(), { target: { value: '' } });
    fireEvent.change(search(), { target: { value: text } });
    hasNone();
  });

  test('inserted by a keyboard keeps its method, so that no weaker scope is named', () => {
    render(<Owned />);
    const text = "curl -X PUT -H 'Authorization: Bearer s3cret' https://api.example.com/IR1/Ads/42";
    fireEvent.change(search(), { target: { value: text } });
    expect(search()).toHaveValue('PUT /IR1/Ads/42');
  });

  test('that a keyboard of a phone can send has the key for it', () => {
    render(<Owned />);
    expect(search()).toHaveAttribute('enterkeyhint', 'search');
    expect(search()).toHaveAttribute('autocapitalize', 'none');
  });

  test('path pasted after a typed method joins it', async () => {
    render(<Owned />);
    await ask('GET ');
    await user().paste('https://api.example.com/IR1/Ads');
    expect(search()).toHaveValue('GET /IR1/Ads');
  });

  test('is no matter for pasted words', async () => {
    render(<Owned />);
    await user().click(search());
    await user().paste('list jobs');
    expect(search()).toHaveValue('list jobs');
    expect(shownScopes()).toEqual(['List jobs']);
  });
});

describe('filters', () => {
  const filters = () => within(screen.getByRole('group', { name: 'Filter scopes' }));
  const press = (name: string) => user().click(filters().getByRole('button', { name }));

  test('show one kind of access, or several', async () => {
    render(<Owned />);
    await press('Write');
    expect(filters().getByRole('button', { name: 'Write' })).toHaveAttribute('aria-pressed', 'true');
    expect(shownScopes()).toEqual(['Update ads']);
    await press('Read');
    expect(shownScopes()).toEqual(['List ads', 'Update ads', 'List jobs']);
    await press('Write');
    await press('Read');
    expect(screen.getAllByRole('switch')).toHaveLength(2);
    expect(screen.queryByRole('checkbox')).toBeNull();
  });

  test('narrow a search, and say what is left once the user pauses', async () => {
    render(<Owned />);
    await user().type(search(), 'ads');
    await press('Admin');
    expect(shownScopes()).toEqual(['Manage ads']);
    pause();
    expect(status()).toHaveTextContent('1 scope matches');
  });

  test('count the selected scopes that they hide', async () => {
    render(<Owned scopes={['ads.update', 'jobs.list']} />);
    await press('Write');
    expect(screen.getByText('2 selected scopes are not shown')).toBeVisible();
  });

  test('show selected scopes only; one that is unchecked stays, so that a slip can be mended', async () => {
    render(<Owned scopes={['jobs.list', 'ads.list']} />);
    await press('Selected only');
    expect(shownScopes()).toEqual(['List ads', 'List jobs']);
    await user().click(checkbox('List ads'));
    expect(checkbox('List ads')).not.toBeChecked();
    expect(checkbox('List ads')).toHaveFocus();
    await press('Selected only');
    await press('Selected only');
    expect(shownScopes()).toEqual(['List jobs']);
  });

  test('show what is cleared no more, and what Undo brings back again', async () => {
    render(<Owned scopes={['jobs.list']} />);
    await press('Selected only');
    await user().click(button('Clear All'));
    expect(screen.getByText('No scopes match these filters')).toBeVisible();
    await user().click(button('Undo'));
    expect(shownScopes()).toEqual(['List jobs']);
  });

  test('that leave nothing lead back to everything', async () => {
    render(<Owned />);
    await user().type(search(), 'jobs');
    await press('Admin');
    expect(screen.getByText('No scopes match “jobs” and these filters')).toBeVisible();
    await user().click(button('Show all scopes'));
    expect(search()).toHaveFocus();
    expect(filters().getByRole('button', { name: 'Admin' })).toHaveAttribute('aria-pressed', 'false');
    expect(screen.getAllByRole('switch')).toHaveLength(2);
  });

  test('by access are missing where all scopes are of one kind', () => {
    const one = { categories: [{ id: 'a', label: 'A', scopes: [{ id: 'b', label: 'B', access: 'read' }] }] } as const;
    render(<ScopePicker catalog={one} value={[]} onValueChange={vi.fn()} />);
    expect(filters().getAllByRole('button')).toHaveLength(1);
  });

  test('do not leave an error summary without a place to lead to', async () => {
    render(<Owned id="scopes" />);
    await press('Selected only');
    expect(search()).toHaveAttribute('id', 'scopes');
  });
});
