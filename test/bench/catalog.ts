import type { ScopeCatalog } from '@tokenwright/core';

// Chosen so that each character of a search for "repor" finds less than the one before.
const verbs = [
  'Read',
  'List',
  'Create',
  'Update',
  'Replay',
  'Export',
  'Repair',
  'Archive',
  'Approve',
  'Delete',
] as const;
const nouns = ['reports', 'repositories', 'invoices', 'campaigns', 'members', 'audit logs', 'webhooks'] as const;

const access = { Read: 'read', List: 'read', Export: 'read', Delete: 'admin' } as const satisfies Partial<
  Record<(typeof verbs)[number], 'read' | 'admin'>
>;

/** How many scopes the categories of a catalog of each size hold. */
const scopesPerCategory = (scopes: number) => (scopes <= 1000 ? 20 : 50);

/** A catalog of this many scopes: 50 categories of 20 for 1,000, 200 of 50 for 10,000. The same one every time. */
export function makeCatalog(scopes: number): ScopeCatalog {
  const perCategory = scopesPerCategory(scopes);
  return {
    categories: Array.from({ length: scopes / perCategory }, (_, unit) => ({
      id: `unit-${unit + 1}`,
      label: `Unit ${unit + 1}`,
      scopes: Array.from({ length: perCategory }, (_, index) => makeScope(unit * perCategory + index)),
    })),
  };
}

function makeScope(position: number) {
  const verb = verbs[position % verbs.length] ?? 'Read';
  const noun = nouns[position % nouns.length] ?? 'reports';
  return {
    id: `scope-${position + 1}`,
    label: `${verb} ${noun} ${position + 1}`,
    access: verb in access ? access[verb as keyof typeof access] : ('write' as const),
    description: `Lets a job ${verb.toLowerCase()} the ${noun} of this account.`,
  };
}
