// @vitest-environment node
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { indexCatalog, isSensitive, readCatalog, type Scope, type ScopeCatalog } from './catalog.js';
import { scopeIssues } from './request.js';
import { changeScopes, noScopes, type ScopeChange, type ScopesState } from './scope-changes.js';
import { reconcileScopes } from './scopes-of-version.js';
import { categorySelection, countGranted, grantedScopes } from './selection.js';

// Hundreds of catalogs take their time on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const categoryIds = ['c0', 'c1', 'c2', 'c3'];
const scopeIds = ['s0', 's1', 's2', 's3', 's4', 's5', 's6', 's7', 's8', 's9'];

/** Any catalog over the same ids: each scope is in one category or missing, and requires earlier ones. */
const anyCatalog: fc.Arbitrary<ScopeCatalog> = fc
  .array(
    fc.record({
      category: fc.constantFrom(...categoryIds, null),
      requires: fc.subarray(scopeIds, { maxLength: 3 }),
      sensitive: fc.boolean(),
    }),
    { minLength: scopeIds.length, maxLength: scopeIds.length },
  )
  .map((places) => {
    const present = scopeIds.filter((_, place) => places[place]?.category);
    const scopesOf = (category: string) =>
      scopeIds.flatMap((id, position): Scope[] => {
        const place = places[position];
        if (place?.category !== category) return [];
        const requires = place.requires.filter((required) => present.includes(required) && required < id);
        return [{ id, label: `Scope ${id}`, sensitive: place.sensitive, requires }];
      });
    return readCatalog({ categories: categoryIds.map((id) => ({ id, label: id, scopes: scopesOf(id) })) });
  });

const anyChange: fc.Arbitrary<ScopeChange> = fc.oneof(
  { weight: 4, arbitrary: changeOf('scope.toggle') },
  { weight: 3, arbitrary: changeOf('category.toggle') },
  { weight: 1, arbitrary: changeOf('category.toggleAll') },
  { weight: 1, arbitrary: fc.constantFrom<ScopeChange>({ type: 'scopes.clearAll' }, { type: 'scopes.undo' }) },
  {
    weight: 1,
    arbitrary: fc.record({ type: fc.constant('scopes.add'), scopes: fc.array(fc.constantFrom(...scopeIds)) }),
  },
  { weight: 1, arbitrary: anyPreset() },
);

function changeOf(type: 'scope.toggle' | 'category.toggle' | 'category.toggleAll'): fc.Arbitrary<ScopeChange> {
  const category = fc.constantFrom(...categoryIds);
  switch (type) {
    case 'scope.toggle':
      return fc.record({ type: fc.constant(type), scope: fc.constantFrom(...scopeIds), checked: fc.boolean() });
    case 'category.toggle':
      return fc.record({ type: fc.constant(type), category, enabled: fc.boolean() });
    case 'category.toggleAll':
      return fc.record({ type: fc.constant(type), category, checked: fc.boolean() });
  }
}

function anyPreset(): fc.Arbitrary<ScopeChange> {
  return fc
    .array(fc.constantFrom(...scopeIds, 'nowhere'))
    .map((scopes) => ({ type: 'preset.apply', preset: { id: 'p', label: 'Preset', scopes } }));
}

const stateAfter = (catalog: ScopeCatalog, changes: readonly ScopeChange[], start: ScopesState = noScopes) =>
  changes.reduce((state, change) => changeScopes(catalog, state, change), start);

const granted = (catalog: ScopeCatalog, { selection }: ScopesState) => grantedScopes(catalog, selection);

/** What a set of scopes amounts to with everything it requires, in catalog order. */
function withRequirements(catalog: ScopeCatalog, ids: readonly string[]): readonly string[] {
  const { scopes } = indexCatalog(catalog);
  const needed = new Set<string>();
  const add = (id: string): void => {
    const place = scopes.get(id);
    if (!place || needed.has(id)) return;
    needed.add(id);
    place.scope.requires?.forEach(add);
  };
  ids.forEach(add);
  return [...scopes.keys()].filter((id) => needed.has(id));
}

/** What is left of a set of scopes when some are taken away, with everything that requires them. */
function withoutDependents(catalog: ScopeCatalog, ids: readonly string[], gone: readonly string[]): readonly string[] {
  return ids.filter((id) => !withRequirements(catalog, [id]).some((needed) => gone.includes(needed)));
}

const byId = (a: { id: string }, b: { id: string }) => a.id.localeCompare(b.id);

function expectSound(catalog: ScopeCatalog, state: ScopesState): void {
  const ids = granted(catalog, state);
  expect(scopeIssues(ids, catalog, true)).toEqual([]);
  expect(ids).toEqual(withRequirements(catalog, ids));
  expect(countGranted(state.selection)).toBe(ids.length);
  expect(JSON.parse(JSON.stringify(state))).toEqual(state);
}

const changes = fc.array(anyChange, { maxLength: 12 });

describe('whatever a user does with the scopes', () => {
  test('what is granted is closed over what it requires, in catalog order, without repetition, and plain JSON', () => {
    fc.assert(
      fc.property(anyCatalog, changes, (catalog, list) => {
        list.reduce((state, change) => {
          const next = changeScopes(catalog, state, change);
          expectSound(catalog, next);
          return next;
        }, noScopes);
      }),
      { numRuns: 400 },
    );
  });

  test('a category that nothing happened to stays the same object', () => {
    fc.assert(
      fc.property(anyCatalog, changes, anyChange, (catalog, list, change) => {
        // A preset, and taking it back, is a new selection as a whole.
        fc.pre(change.type !== 'preset.apply' && change.type !== 'scopes.undo');
        const before = stateAfter(catalog, list);
        const { selection } = changeScopes(catalog, before, change);
        for (const entry of selection) {
          const known = before.selection.find(({ category }) => category === entry.category);
          if (JSON.stringify(known) === JSON.stringify(entry)) expect(entry).toBe(known);
        }
      }),
      { numRuns: 400 },
    );
  });

  test('checking a scope grants it with what it requires, and nothing else', () => {
    fc.assert(
      fc.property(anyCatalog, changes, fc.constantFrom(...scopeIds), (catalog, list, scope) => {
        fc.pre(indexCatalog(catalog).scopes.has(scope));
        const before = stateAfter(catalog, list);
        const next = changeScopes(catalog, before, { type: 'scope.toggle', scope, checked: true });
        expect(granted(catalog, next)).toEqual(withRequirements(catalog, [...granted(catalog, before), scope]));
        const others = granted(catalog, next).filter((id) => id !== scope && !granted(catalog, before).includes(id));
        expect(next.notices).toEqual(
          others.length > 0 ? [{ type: 'required.added', because: [scope], scopes: others }] : [],
        );
      }),
      { numRuns: 400 },
    );
  });

  test('unchecking a scope takes it away with what depends on it, names that, and leaves the rest', () => {
    fc.assert(
      fc.property(anyCatalog, changes, fc.nat(), (catalog, list, choice) => {
        const before = stateAfter(catalog, list);
        const ids = granted(catalog, before);
        const scope = ids[choice % ids.length];
        fc.pre(scope !== undefined);
        const next = changeScopes(catalog, before, { type: 'scope.toggle', scope, checked: false });
        const left = withoutDependents(catalog, ids, [scope]);
        expect(granted(catalog, next)).toEqual(left);
        const others = ids.filter((id) => id !== scope && !left.includes(id));
        expect(next.notices).toEqual(
          others.length > 0 ? [{ type: 'dependent.removed', because: [scope], scopes: others }] : [],
        );
      }),
      { numRuns: 400 },
    );
  });

  test('a category that is switched off and on again has its scopes back', () => {
    fc.assert(
      fc.property(anyCatalog, changes, fc.constantFrom(...categoryIds), (catalog, list, category) => {
        const before = stateAfter(catalog, list);
        const entry = categorySelection(before.selection, category);
        fc.pre(entry.enabled);
        const off = changeScopes(catalog, before, { type: 'category.toggle', category, enabled: false });
        expectSound(catalog, off);
        expect(granted(catalog, off)).toEqual(withoutDependents(catalog, granted(catalog, before), entry.checked));
        const on = changeScopes(catalog, off, { type: 'category.toggle', category, enabled: true });
        expect(categorySelection(on.selection, category)).toEqual(entry);
        expect(granted(catalog, on)).toEqual(withRequirements(catalog, [...granted(catalog, off), ...entry.checked]));
      }),
      { numRuns: 400 },
    );
  });

  test('selecting all of a category never checks a sensitive scope that nothing requires', () => {
    fc.assert(
      fc.property(anyCatalog, changes, fc.constantFrom(...categoryIds), (catalog, list, category) => {
        const before = stateAfter(catalog, list);
        const next = changeScopes(catalog, before, { type: 'category.toggleAll', category, checked: true });
        const { scopes } = indexCatalog(catalog);
        const plain = [...scopes.values()].filter(
          (place) => place.category.id === category && !isSensitive(place.scope),
        );
        expect(granted(catalog, next)).toEqual(
          withRequirements(catalog, [...granted(catalog, before), ...plain.map(({ scope }) => scope.id)]),
        );
      }),
      { numRuns: 400 },
    );
  });

  test('a preset grants what it holds with what that requires, and nothing else, and Undo brings back what was there', () => {
    fc.assert(
      fc.property(anyCatalog, changes, fc.subarray(scopeIds), (catalog, list, scopes) => {
        const before = stateAfter(catalog, list);
        const preset = { id: 'p', label: 'Preset', scopes };
        const applied = changeScopes(catalog, before, { type: 'preset.apply', preset });
        expect(granted(catalog, applied)).toEqual(withRequirements(catalog, scopes));
        const { selection, gone } = changeScopes(catalog, applied, { type: 'scopes.undo' });
        expect({ selection, gone }).toEqual({ selection: before.selection, gone: before.gone });
      }),
      { numRuns: 400 },
    );
  });

  test('Clear All and Undo bring back exactly what was there', () => {
    fc.assert(
      fc.property(anyCatalog, anyCatalog, changes, (previous, catalog, list) => {
        const before = reconcileScopes(previous, catalog, stateAfter(previous, list));
        const cleared = changeScopes(catalog, before, { type: 'scopes.clearAll' });
        expect(granted(catalog, cleared)).toEqual([]);
        expect(cleared.gone).toEqual([]);
        fc.pre(cleared.undo !== null);
        const { selection, gone } = changeScopes(catalog, cleared, { type: 'scopes.undo' });
        expect({ selection, gone }).toEqual({ selection: before.selection, gone: before.gone });
      }),
      { numRuns: 400 },
    );
  });
});

describe('whatever version a user changes to', () => {
  test('what was granted and is still there is granted, with what it requires there, and nothing else', () => {
    fc.assert(
      fc.property(anyCatalog, anyCatalog, changes, (previous, next, list) => {
        const before = stateAfter(previous, list);
        const ids = granted(previous, before);
        const state = reconcileScopes(previous, next, before);
        expectSound(next, state);
        expect(granted(next, state)).toEqual(withRequirements(next, ids));
        const lost = ids.filter((id) => !indexCatalog(next).scopes.has(id)).map((id) => ({ id, label: `Scope ${id}` }));
        const named = state.notices.flatMap((notice) => (notice.type === 'version.changed' ? notice.gone : []));
        expect(named.toSorted(byId)).toEqual(lost.toSorted(byId));
      }),
      { numRuns: 400 },
    );
  });

  test('and back, every scope that was granted is granted again', () => {
    fc.assert(
      fc.property(anyCatalog, anyCatalog, changes, (previous, next, list) => {
        const before = stateAfter(previous, list);
        const there = reconcileScopes(previous, next, before);
        const back = reconcileScopes(next, previous, there);
        expectSound(previous, back);
        expect(back.gone.filter(({ id }) => indexCatalog(previous).scopes.has(id))).toEqual([]);
        expect(granted(previous, back)).toEqual(
          withRequirements(previous, [...granted(previous, before), ...granted(next, there)]),
        );
      }),
      { numRuns: 400 },
    );
  });
});
