// @vitest-environment node
import { describe, expect, test } from 'vitest';
import type { ScopeCatalog } from './catalog.js';
import { neededBy } from './needed-by.js';
import { changeScopes, noScopes, type ScopeChange, type ScopesState } from './scope-changes.js';
import { grantedScopes } from './selection.js';

const catalog: ScopeCatalog = {
  categories: [
    {
      id: 'jobs',
      label: 'Jobs',
      scopes: [
        { id: 'jobs.list', label: 'List' },
        { id: 'jobs.get', label: 'Get', requires: ['jobs.list'] },
        { id: 'jobs.replay', label: 'Replay', requires: ['jobs.get'], sensitive: true },
      ],
    },
    { id: 'ads', label: 'Ads', scopes: [{ id: 'ads.list', label: 'List ads' }] },
  ],
};

const stateAfter = (...changes: readonly ScopeChange[]): ScopesState =>
  changes.reduce((state, change) => changeScopes(catalog, state, change), noScopes);
const granted = ({ selection }: ScopesState) => grantedScopes(catalog, selection);
const readOnly = { id: 'read', label: 'Read only', scopes: ['jobs.get', 'gone.scope'] };

describe('adding scopes', () => {
  test('checks them wherever they stand, with what they require, and says what came along', () => {
    const state = stateAfter({ type: 'scopes.add', scopes: ['ads.list', 'jobs.get'] });
    expect(granted(state)).toEqual(['jobs.list', 'jobs.get', 'ads.list']);
    expect(state.notices).toEqual([
      { type: 'required.added', because: ['ads.list', 'jobs.get'], scopes: ['jobs.list'] },
    ]);
  });

  test('takes sensitive scopes in, since they were named', () => {
    expect(granted(stateAfter({ type: 'scopes.add', scopes: ['jobs.replay'] }))).toContain('jobs.replay');
  });

  test('changes nothing for ids that the catalog lacks', () => {
    expect(stateAfter({ type: 'scopes.add', scopes: ['nowhere'] })).toBe(noScopes);
  });
});

describe('applying a preset', () => {
  const applied = () =>
    stateAfter({ type: 'scope.toggle', scope: 'ads.list', checked: true }, { type: 'preset.apply', preset: readOnly });

  test('checks exactly what it holds and what that requires', () => {
    expect(applied()).toMatchObject({
      selection: [{ category: 'jobs', enabled: true, checked: ['jobs.list', 'jobs.get'] }],
      gone: [],
    });
  });

  test('says what is selected now and what is not any more', () => {
    expect(applied().notices).toEqual([
      { type: 'preset.applied', preset: 'Read only', added: ['jobs.list', 'jobs.get'], removed: ['ads.list'] },
    ]);
  });

  test('does not name what was selected before and still is', () => {
    const state = stateAfter(
      { type: 'scopes.add', scopes: ['jobs.list', 'ads.list'] },
      { type: 'preset.apply', preset: readOnly },
    );
    expect(state.notices).toEqual([
      { type: 'preset.applied', preset: 'Read only', added: ['jobs.get'], removed: ['ads.list'] },
    ]);
  });

  test('can be taken back', () => {
    const undone = changeScopes(catalog, applied(), { type: 'scopes.undo' });
    expect(granted(undone)).toEqual(['ads.list']);
    expect(undone.undo).toBeNull();
    expect(undone.notices).toEqual([{ type: 'undone', count: 1 }]);
  });
});

describe('what goes with a scope', () => {
  test('is every granted scope that needs it, directly or not, in catalog order', () => {
    const { selection } = stateAfter({ type: 'scopes.add', scopes: ['jobs.replay', 'ads.list'] });
    expect([...(neededBy(catalog, selection).get('jobs') ?? [])]).toEqual([
      ['jobs.list', ['jobs.get', 'jobs.replay']],
      ['jobs.get', ['jobs.replay']],
    ]);
  });

  test('is the same object for a category that a change does not concern, so that it is not drawn again', () => {
    const before = stateAfter({ type: 'scopes.add', scopes: ['jobs.replay'] });
    const needs = neededBy(catalog, before.selection).get('jobs');
    const after = changeScopes(catalog, before, { type: 'scope.toggle', scope: 'ads.list', checked: true });
    expect(needs).toBeDefined();
    expect(neededBy(catalog, after.selection).get('jobs')).toBe(needs);
  });

  test('is found across categories, also when only the other category changes', () => {
    const across = {
      categories: [
        { id: 'account', label: 'Account', scopes: [{ id: 'account.read', label: 'Read the account' }] },
        {
          id: 'bills',
          label: 'Bills',
          scopes: [{ id: 'bills.read', label: 'Read bills', requires: ['account.read'] }],
        },
      ],
    };
    const both = changeScopes(across, noScopes, { type: 'scopes.add', scopes: ['bills.read'] });
    expect(neededBy(across, both.selection).get('account')?.get('account.read')).toEqual(['bills.read']);
    const one = changeScopes(across, both, { type: 'category.toggle', category: 'bills', enabled: false });
    expect(neededBy(across, one.selection).has('account')).toBe(false);
  });

  test('is nothing where no granted scope needs it', () => {
    const { selection } = stateAfter({ type: 'scopes.add', scopes: ['jobs.list'] });
    expect(neededBy(catalog, selection).size).toBe(0);
  });
});
