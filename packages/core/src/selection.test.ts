// @vitest-environment node
import { describe, expect, test } from 'vitest';
import type { Scope, ScopeCatalog } from './catalog.js';
import { changeScopes, noScopes, type ScopeChange, type ScopesState } from './scope-changes.js';
import { reconcileScopes, refreshScopes, scopesStateOf } from './scopes-of-version.js';
import { categorySelection, countGranted, grantedScopes } from './selection.js';

const scope = (id: string, ...requires: string[]): Scope => ({ id, label: `May ${id}`, requires });

const catalog: ScopeCatalog = {
  categories: [
    {
      id: 'ads',
      label: 'Ads',
      scopes: [
        scope('ads.list'),
        scope('ads.edit', 'ads.list'),
        { ...scope('ads.purge', 'ads.edit'), sensitive: true },
      ],
    },
    {
      id: 'reports',
      label: 'Reports',
      scopes: [scope('reports.run', 'ads.list'), scope('reports.mail', 'reports.run')],
    },
    { id: 'account', label: 'Account', scopes: [scope('account.view')] },
    { id: '__proto__', label: 'Odd', scopes: [scope('constructor')] },
  ],
};

const check = (...ids: string[]): ScopeChange[] =>
  ids.map((id) => ({ type: 'scope.toggle', scope: id, checked: true }));
const uncheck = (id: string): ScopeChange => ({ type: 'scope.toggle', scope: id, checked: false });
const turn = (category: string, enabled: boolean): ScopeChange => ({ type: 'category.toggle', category, enabled });
const selectAll = (category: string, checked = true): ScopeChange => ({
  type: 'category.toggleAll',
  category,
  checked,
});
const clearAll: ScopeChange = { type: 'scopes.clearAll' };
const undoClear: ScopeChange = { type: 'scopes.undo' };

const stateAfter = (...changes: ScopeChange[]): ScopesState =>
  changes.reduce((state, change) => changeScopes(catalog, state, change), noScopes);
const granted = ({ selection }: ScopesState) => grantedScopes(catalog, selection);

describe('checking a scope', () => {
  test('grants it, and switches its category on', () => {
    const state = stateAfter(...check('account.view'));
    expect(granted(state)).toEqual(['account.view']);
    expect(state.selection).toEqual([{ category: 'account', enabled: true, checked: ['account.view'] }]);
    expect(state.notices).toEqual([]);
  });

  test('adds all that it requires, over categories and chains, and says so', () => {
    const state = stateAfter(...check('reports.mail'));
    expect(granted(state)).toEqual(['ads.list', 'reports.run', 'reports.mail']);
    expect(state.notices).toEqual([
      { type: 'required.added', because: ['reports.mail'], scopes: ['ads.list', 'reports.run'] },
    ]);
  });

  test('keeps catalog order, whatever the order of the clicks', () => {
    expect(granted(stateAfter(...check('account.view', 'reports.run', 'ads.purge')))).toEqual([
      'ads.list',
      'ads.edit',
      'ads.purge',
      'reports.run',
      'account.view',
    ]);
  });

  test('names only what was not granted before', () => {
    expect(stateAfter(...check('ads.list', 'reports.mail')).notices).toEqual([
      { type: 'required.added', because: ['reports.mail'], scopes: ['reports.run'] },
    ]);
  });

  test('grants nothing else that a category it switches on remembers', () => {
    const state = stateAfter(...check('ads.purge'), turn('ads', false), ...check('reports.run'));
    expect(granted(state)).toEqual(['ads.list', 'reports.run']);
  });

  test('of a catalog that does not have it changes nothing', () => {
    const state = stateAfter(...check('ads.list'));
    expect(changeScopes(catalog, state, { type: 'scope.toggle', scope: 'toString', checked: true })).toBe(state);
  });

  test('works for the ids that objects are born with', () => {
    expect(granted(stateAfter(...check('constructor')))).toEqual(['constructor']);
    expect(categorySelection(noScopes.selection, '__proto__').checked).toEqual([]);
  });

  test('follows a chain of 20 000 requirements', () => {
    const chain = Array.from({ length: 20_000 }, (_, place) =>
      scope(`s${place}`, ...(place > 0 ? [`s${place - 1}`] : [])),
    );
    const long: ScopeCatalog = { categories: [{ id: 'chain', label: 'Chain', scopes: chain }] };
    const state = changeScopes(long, noScopes, { type: 'scope.toggle', scope: 's19999', checked: true });
    expect(countGranted(state.selection)).toBe(20_000);
    expect(countGranted(changeScopes(long, state, uncheck('s0')).selection)).toBe(0);
  });
});

describe('unchecking a scope', () => {
  test('takes what depends on it along, over categories and chains, and says so', () => {
    const state = stateAfter(...check('reports.mail', 'ads.edit', 'account.view'), uncheck('ads.list'));
    expect(granted(state)).toEqual(['account.view']);
    expect(state.notices).toEqual([
      { type: 'dependent.removed', because: ['ads.list'], scopes: ['ads.edit', 'reports.run', 'reports.mail'] },
    ]);
  });

  test('leaves what it required, and says nothing when nothing else changes', () => {
    const state = stateAfter(...check('reports.mail'), uncheck('reports.mail'));
    expect(granted(state)).toEqual(['ads.list', 'reports.run']);
    expect(state.notices).toEqual([]);
  });

  test('leaves its category on', () => {
    const state = stateAfter(...check('account.view'), uncheck('account.view'));
    expect(categorySelection(state.selection, 'account')).toMatchObject({ enabled: true, checked: [] });
  });
});

describe('a category', () => {
  test('starts switched off, and can be on with nothing checked', () => {
    expect(categorySelection(noScopes.selection, 'ads')).toEqual({ category: 'ads', enabled: false, checked: [] });
    expect(stateAfter(turn('ads', true)).selection).toEqual([{ category: 'ads', enabled: true, checked: [] }]);
  });

  test('grants nothing while it is off, and gives back what was checked', () => {
    const off = stateAfter(...check('ads.edit'), turn('ads', false));
    expect(granted(off)).toEqual([]);
    expect(off.notices).toEqual([]);
    expect(countGranted(off.selection)).toBe(0);
    expect(granted(changeScopes(catalog, off, turn('ads', true)))).toEqual(['ads.list', 'ads.edit']);
  });

  test('that is switched off takes what depends on it in other categories along, and says so', () => {
    const state = stateAfter(...check('reports.mail', 'ads.edit'), turn('ads', false));
    expect(granted(state)).toEqual([]);
    expect(state.notices).toEqual([
      { type: 'dependent.removed', because: ['ads.list', 'ads.edit'], scopes: ['reports.run', 'reports.mail'] },
    ]);
  });

  test('that is switched on again adds what its scopes require elsewhere, and says so', () => {
    const state = stateAfter(
      ...check('reports.run'),
      turn('reports', false),
      uncheck('ads.list'),
      turn('reports', true),
    );
    expect(granted(state)).toEqual(['ads.list', 'reports.run']);
    expect(state.notices).toEqual([{ type: 'required.added', because: ['reports.run'], scopes: ['ads.list'] }]);
  });

  test('remembers a scope that depends on it by way of another category', () => {
    const loop: ScopeCatalog = {
      categories: [
        { id: 'a', label: 'A', scopes: [scope('a.base'), scope('a.top', 'b.middle')] },
        { id: 'b', label: 'B', scopes: [scope('b.middle', 'a.base')] },
      ],
    };
    const changes = [...check('a.top'), turn('a', false), turn('a', true)];
    const state = changes.reduce((before, change) => changeScopes(loop, before, change), noScopes);
    expect(grantedScopes(loop, state.selection)).toEqual(['a.base', 'a.top', 'b.middle']);
  });

  test('of another catalog cannot be switched', () => {
    expect(stateAfter(turn('toString', true), selectAll('toString'))).toBe(noScopes);
  });
});

describe('selecting all of a category', () => {
  test('leaves sensitive scopes out, and says which', () => {
    const state = stateAfter(turn('ads', true), selectAll('ads'));
    expect(granted(state)).toEqual(['ads.list', 'ads.edit']);
    expect(state.notices).toEqual([{ type: 'sensitive.leftOut', category: 'ads', scopes: ['ads.purge'] }]);
  });

  test('keeps a sensitive scope that was checked on purpose', () => {
    const state = stateAfter(...check('ads.purge'), selectAll('ads'));
    expect(granted(state)).toEqual(['ads.list', 'ads.edit', 'ads.purge']);
    expect(state.notices).toEqual([]);
  });

  test('adds what they require elsewhere', () => {
    const state = stateAfter(turn('reports', true), selectAll('reports'));
    expect(granted(state)).toEqual(['ads.list', 'reports.run', 'reports.mail']);
    expect(state.notices).toMatchObject([{ type: 'required.added', scopes: ['ads.list'] }]);
  });

  test('and none of it leaves the category on, and takes what depends on it along', () => {
    const state = stateAfter(...check('reports.run', 'ads.purge'), selectAll('ads', false));
    expect(granted(state)).toEqual([]);
    expect(categorySelection(state.selection, 'ads')).toEqual({ category: 'ads', enabled: true, checked: [] });
    expect(state.notices).toMatchObject([{ type: 'dependent.removed', scopes: ['reports.run'] }]);
  });
});

describe('Clear All', () => {
  const filled = [...check('reports.mail', 'account.view'), turn('account', false)];

  test('empties every category, switches all off, and counts what was granted', () => {
    const state = stateAfter(...filled, clearAll);
    expect(state.selection).toEqual([]);
    expect(state.notices).toEqual([{ type: 'cleared', count: 3 }]);
  });

  test('can be undone, with what a switched-off category remembered', () => {
    const state = stateAfter(...filled, clearAll, undoClear);
    expect(state.selection).toEqual(stateAfter(...filled).selection);
    expect(state.notices).toEqual([{ type: 'undone', count: 3 }]);
    expect(state.undo).toBeNull();
  });

  test('cannot be undone after the next change', () => {
    const state = stateAfter(...filled, clearAll, turn('ads', true), undoClear);
    expect(granted(state)).toEqual([]);
  });

  test('forgets what categories remember that are all off, and can be undone', () => {
    const off = stateAfter(...check('account.view'), turn('account', false));
    const cleared = changeScopes(catalog, off, clearAll);
    expect(cleared).toMatchObject({ selection: [], notices: [{ type: 'cleared', count: 0 }] });
    expect(changeScopes(catalog, cleared, undoClear).selection).toEqual(off.selection);
  });

  test('with nothing to clear offers no Undo, and keeps the one there is', () => {
    expect(stateAfter(clearAll)).toEqual(noScopes);
    expect(stateAfter(turn('ads', true), turn('ads', false), clearAll).undo).toBeNull();
    expect(granted(stateAfter(...filled, clearAll, clearAll, undoClear))).toHaveLength(3);
  });
});

test('a change costs one category: all others stay the same objects', () => {
  const before = stateAfter(...check('ads.list', 'account.view', 'constructor'));
  const { selection } = changeScopes(catalog, before, { type: 'scope.toggle', scope: 'ads.edit', checked: true });
  expect(selection.map((entry) => before.selection.includes(entry))).toEqual([false, true, true]);
});

test('switching a category on that is on already changes no category at all', () => {
  const before = stateAfter(...check('reports.run'));
  expect(changeScopes(catalog, before, turn('reports', true)).selection).toBe(before.selection);
});

test('checking what is checked already changes no category at all', () => {
  const before = stateAfter(...check('reports.run'));
  const again = changeScopes(catalog, before, { type: 'scope.toggle', scope: 'reports.run', checked: true });
  expect(again.selection).toBe(before.selection);
});

describe('a wizard that starts with scopes', () => {
  test('checks them with what they require, and says what was added', () => {
    const state = scopesStateOf(catalog, ['reports.run'], ['account']);
    expect(granted(state)).toEqual(['ads.list', 'reports.run']);
    expect(categorySelection(state.selection, 'account').enabled).toBe(true);
    expect(state.notices).toEqual([{ type: 'version.changed', gone: [], added: ['ads.list'] }]);
  });

  test('says what was added, also where the host repeats itself', () => {
    const state = scopesStateOf(catalog, ['reports.run', 'reports.run']);
    expect(state.notices).toEqual([{ type: 'version.changed', gone: [], added: ['ads.list'] }]);
  });

  test('names those that the catalog does not have', () => {
    const gone = [{ id: 'hasOwnProperty', label: 'hasOwnProperty' }];
    const state = scopesStateOf(catalog, ['account.view', 'hasOwnProperty'], ['nowhere']);
    expect(granted(state)).toEqual(['account.view']);
    expect(state).toMatchObject({ gone, notices: [{ type: 'version.changed', gone, added: [] }] });
  });

  test('of nothing has nothing to say', () => {
    expect(scopesStateOf(catalog)).toEqual(noScopes);
  });
});

describe('another version', () => {
  const older: ScopeCatalog = {
    categories: [
      { id: 'ads', label: 'Ads', scopes: [scope('ads.list', 'account.view'), scope('reports.run')] },
      { id: 'account', label: 'Account', scopes: [scope('account.view')] },
    ],
  };
  const toOlder = (state: ScopesState) => reconcileScopes(catalog, older, state);
  const back = (state: ScopesState) => reconcileScopes(older, catalog, state);

  test('keeps a scope that moved to another category, adds what is required there, and names what is gone', () => {
    const state = toOlder(stateAfter(...check('reports.mail')));
    expect(grantedScopes(older, state.selection)).toEqual(['ads.list', 'reports.run', 'account.view']);
    const gone = [{ id: 'reports.mail', label: 'May reports.mail' }];
    expect(state).toMatchObject({ gone, notices: [{ type: 'version.changed', gone, added: ['account.view'] }] });
  });

  test('gives back what was gone when a version has it again', () => {
    const state = back(toOlder(stateAfter(...check('reports.mail'))));
    expect(granted(state)).toEqual(['ads.list', 'reports.run', 'reports.mail', 'account.view']);
    expect(state.gone).toEqual([]);
  });

  test('goes on naming what was gone before', () => {
    const empty: ScopeCatalog = { categories: [] };
    const state = reconcileScopes(older, empty, toOlder(stateAfter(...check('reports.mail'))));
    expect(state.gone.map(({ id }) => id)).toEqual(['reports.mail', 'ads.list', 'reports.run', 'account.view']);
    expect(state.notices).toMatchObject([
      { gone: [{ id: 'ads.list' }, { id: 'reports.run' }, { id: 'account.view' }] },
    ]);
  });

  test('says nothing when everything stays as it is', () => {
    expect(reconcileScopes(catalog, { ...catalog }, stateAfter(...check('reports.mail'))).notices).toEqual([]);
  });

  test('keeps categories that are on with nothing checked', () => {
    expect(toOlder(stateAfter(turn('account', true))).selection).toEqual([
      { category: 'account', enabled: true, checked: [] },
    ]);
  });

  test('keeps what a switched-off category remembers, and never grants it', () => {
    const there = toOlder(stateAfter(...check('ads.list', 'reports.mail'), turn('reports', false)));
    // There, reports.run stands in a category that is on.
    expect(grantedScopes(older, there.selection)).toEqual(['ads.list', 'account.view']);
    expect(there.notices).toEqual([{ type: 'version.changed', gone: [], added: ['account.view'] }]);
    const again = back(there);
    expect(granted(again)).toEqual(['ads.list', 'account.view']);
    expect(categorySelection(again.selection, 'reports')).toMatchObject({ enabled: false, checked: ['reports.mail'] });
  });

  test('has nothing to give back after Clear All, until that is undone', () => {
    const cleared = changeScopes(older, toOlder(stateAfter(...check('reports.mail'))), clearAll);
    expect(granted(back(cleared))).toEqual([]);
    expect(granted(back(changeScopes(older, cleared, undoClear)))).toContain('reports.mail');
  });

  test('can be cleared of what is gone when nothing else is left', () => {
    const empty: ScopeCatalog = { categories: [] };
    const bare = reconcileScopes(catalog, empty, stateAfter(...check('reports.mail')));
    expect(granted(reconcileScopes(empty, catalog, changeScopes(empty, bare, clearAll)))).toEqual([]);
  });

  test('ends the offer of Undo, which would bring back another version', () => {
    expect(toOlder(stateAfter(...check('ads.list'), clearAll)).undo).toBeNull();
  });
});

describe('the catalog of the same version that is loaded again', () => {
  const reversed: ScopeCatalog = {
    categories: catalog.categories
      .map((category) => ({ ...category, label: `New ${category.label}`, generatedAt: 'now' }))
      .reverse(),
  };
  const without = (id: string): ScopeCatalog => ({
    categories: catalog.categories.map((category) => ({
      ...category,
      scopes: category.scopes.filter((scope) => scope.id !== id && !scope.requires?.includes(id)),
    })),
  });

  test('keeps Undo and what was said, whatever its order and its labels', () => {
    const before = stateAfter(...check('reports.mail'), clearAll);
    const after = refreshScopes(catalog, reversed, before);
    expect(after.notices).toBe(before.notices);
    const back = changeScopes(reversed, after, undoClear);
    expect(granted(back).toSorted()).toEqual(granted(stateAfter(...check('reports.mail'))).toSorted());
  });

  test('ends the offer of Undo if a scope that it would bring back no longer exists', () => {
    const before = stateAfter(...check('reports.mail'), clearAll);
    expect(refreshScopes(catalog, without('reports.mail'), before).undo).toBeNull();
    expect(refreshScopes(catalog, without('constructor'), before).undo).not.toBeNull();
  });

  test('names what no longer exists', () => {
    const before = stateAfter(...check('reports.mail'));
    expect(refreshScopes(catalog, without('reports.mail'), before).notices).toMatchObject([
      { type: 'version.changed', gone: [{ id: 'reports.mail' }] },
    ]);
  });
});
