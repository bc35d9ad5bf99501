import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, test, vi } from 'vitest';
import { ScopeCategory, type ScopeCategoryProps } from './scope-category.js';

const category = {
  id: 'media',
  label: 'Media properties',
  description: 'The websites on which you promote brands.',
  scopes: [
    { id: 'media.list', label: 'List media properties', access: 'read' },
    { id: 'media.get', label: 'Read a media property', access: 'read' },
    {
      id: 'media.delete',
      label: 'Delete media properties',
      description: 'Remove a website for good.',
      access: 'admin',
      sensitive: { reason: 'It cannot be brought back.' },
      requires: ['media.get'],
      deprecated: true,
      endpoints: [{ method: 'DELETE', path: '/MediaProperties' }],
    },
  ],
} as const;

function setup(checked: readonly string[], props: Partial<Omit<ScopeCategoryProps, 'ref'>> = {}) {
  const onValueChange = vi.fn();
  const value = { category: 'media', enabled: true, checked };
  render(<ScopeCategory category={category} value={value} onValueChange={onValueChange} {...props} />);
  return onValueChange;
}

const off = { category: 'media', enabled: false, checked: [] };

describe('off', () => {
  test('a category is one switch, named and described by what it is', async () => {
    const onValueChange = setup([], { value: off });
    const control = screen.getByRole('switch', { name: 'Media properties' });
    expect(control).not.toBeChecked();
    expect(control).toHaveAccessibleDescription('The websites on which you promote brands. 3 scopes');
    expect(screen.queryByRole('checkbox')).toBeNull();
    await userEvent.click(control);
    expect(onValueChange).toHaveBeenCalledExactlyOnceWith({
      type: 'category.toggle',
      category: 'media',
      enabled: true,
    });
  });

  test('it says how much it keeps for later', () => {
    setup([], { value: { ...off, checked: ['media.list', 'media.get'] } });
    expect(screen.getByText('Off, 2 of 3 kept')).toBeVisible();
  });

  test('scopes that a search found can be checked all the same, but not all at once', async () => {
    const onValueChange = setup([], { value: off, found: category.scopes.slice(0, 1), words: ['list'] });
    expect(screen.getAllByRole('checkbox')).toHaveLength(1);
    await userEvent.click(screen.getByRole('checkbox', { name: 'List media properties' }));
    expect(onValueChange).toHaveBeenCalledExactlyOnceWith({
      type: 'scope.toggle',
      scope: 'media.list',
      checked: true,
    });
  });
});

describe('on', () => {
  test('its scopes stand in a group of its name, and it counts them', () => {
    setup(['media.list']);
    const group = within(screen.getByRole('group', { name: 'Media properties' }));
    expect(group.getByRole('checkbox', { name: 'List media properties' })).toBeChecked();
    expect(group.getByRole('checkbox', { name: 'Read a media property' })).not.toBeChecked();
    expect(screen.getByText('1 of 3 selected')).toBeVisible();
  });

  test('a check box tells everything there is to know about its scope', () => {
    setup([]);
    expect(screen.getByRole('checkbox', { name: 'Delete media properties' })).toHaveAccessibleDescription(
      'Admin Sensitive Deprecated Remove a website for good. ' +
        'DELETE /MediaProperties ' +
        'It cannot be brought back. Requires Read a media property',
    );
  });

  test('pressing a scope reports what is asked, and the owner decides', async () => {
    const onValueChange = setup(['media.list']);
    await userEvent.click(screen.getByText('List media properties'));
    await userEvent.click(screen.getByText('Delete media properties'));
    expect(onValueChange.mock.calls).toEqual([
      [{ type: 'scope.toggle', scope: 'media.list', checked: false }],
      [{ type: 'scope.toggle', scope: 'media.delete', checked: true }],
    ]);
    expect(screen.getByRole('checkbox', { name: 'Delete media properties' })).not.toBeChecked();
  });

  test('ids that the category does not have are not counted', () => {
    setup(['media.list', 'media.gone']);
    expect(screen.getByText('1 of 3 selected')).toBeVisible();
    expect(screen.getByRole('checkbox', { name: 'Select all' })).toBePartiallyChecked();
  });
});

describe('Select all', () => {
  const all = () => screen.getByRole('checkbox', { name: 'Select all' });
  const asks = (checked: boolean) => ({ type: 'category.toggleAll', category: 'media', checked });

  test.each([
    ['nothing is checked', [], true],
    ['some are checked', ['media.list'], true],
    ['everything is checked', ['media.list', 'media.get', 'media.delete'], false],
    ['only sensitive scopes are left, which it never takes in', ['media.list', 'media.get'], false],
  ])('when %s', async (_, checked, expected) => {
    const onValueChange = setup(checked);
    await userEvent.click(all());
    expect(onValueChange).toHaveBeenCalledExactlyOnceWith(asks(expected));
  });

  test('is mixed while some are checked', () => {
    setup(['media.list']);
    expect(all()).toBePartiallyChecked();
  });
});

test('a category without scopes has no switch and says so', () => {
  setup([], { category: { id: 'hooks', label: 'Webhooks', description: 'Calls to you.', scopes: [] } });
  expect(screen.queryByRole('switch')).toBeNull();
  expect(screen.getByText('Calls to you.')).toBeVisible();
  expect(screen.getByText('Nothing to grant here.')).toBeVisible();
});

test('hostile labels are text', () => {
  const label = '<img src=x onerror=alert(1)>';
  const { container } = render(
    <ScopeCategory
      category={{ id: 'x', label, scopes: [{ id: 'y', label, description: label }] }}
      value={{ category: 'x', enabled: true, checked: [] }}
      onValueChange={vi.fn()}
    />,
  );
  expect(screen.getByRole('switch', { name: label })).toBeVisible();
  expect(screen.getByRole('checkbox', { name: label })).toBeVisible();
  expect(container.querySelector('img')).toBeNull();
});
