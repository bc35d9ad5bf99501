import type { ScopeCatalog, ScopePreset } from '@tokenwright/react';
import { catalog } from './fixtures.js';

export const presets: readonly ScopePreset[] = [
  {
    id: 'read',
    label: 'Read only',
    description: 'Look at everything that is not sensitive, and change nothing.',
    scopes: ['ads.list', 'ads.code', 'jobs.list', 'withdrawals.read'],
  },
  { id: 'jobs', label: 'Exports', description: 'Run exports and see how far they are.', scopes: ['jobs.replay'] },
  {
    id: 'payments',
    label: 'Payments',
    description: 'Decide where earnings are paid.',
    scopes: ['withdrawals.update'],
  },
];

export const many: ScopeCatalog = {
  categories: Array.from({ length: 40 }, (_, category) => ({
    id: `c${category}`,
    label: `Category ${category + 1}`,
    scopes: Array.from({ length: 25 }, (_, scope) => ({
      id: `c${category}.${scope}`,
      label: `Scope ${category + 1}.${scope + 1}`,
      access: scope % 5 === 0 ? ('write' as const) : ('read' as const),
      endpoints: [{ method: 'GET' as const, path: `/Category${category + 1}/Scope${scope + 1}` }],
    })),
  })),
};

/** Text that a host's API may hold, and that nothing may trip over. */
export const hostile: ScopeCatalog = {
  categories: [
    {
      id: '__proto__',
      label: 'W'.repeat(300),
      description: '# No heading, **not bold**, [no link](javascript:alert(1)), <b>no tag</b>',
      scopes: [
        {
          id: 'constructor',
          label: 'm'.repeat(300),
          description: '<img src="missing" onerror="alert(1)"> & `code`',
          access: 'admin',
          sensitive: { reason: 'i'.repeat(300) },
          deprecated: true,
          endpoints: [{ method: 'DELETE', path: `/${'a'.repeat(200)}/{${'b'.repeat(100)}}` }],
        },
        {
          id: 'arabic',
          label: 'عرض جميع الإعلانات المتاحة لحسابك وتنزيلها',
          description: '\u202Eesrever ni si siht',
          access: 'read',
          requires: ['constructor'],
        },
        { id: 'japanese', label: '広告の一覧を表示し、その内容を変更する権限'.repeat(8), access: 'write' },
        { id: 'emoji', label: '👩‍👩‍👧‍👦🏳️‍🌈🚀'.repeat(30), sensitive: true },
        { id: 'empty', label: '' },
      ],
    },
    { id: 'none', label: 'A category without scopes', scopes: [] },
  ],
};

/** The same call is opened by one scope alone, or by another with less access. */
export const withAlternatives: ScopeCatalog = {
  categories: catalog.categories.map((category) =>
    category.id === 'jobs'
      ? {
          ...category,
          scopes: [
            ...category.scopes,
            {
              id: 'jobs.all',
              label: 'Everything about jobs',
              access: 'admin',
              sensitive: { reason: 'It also deletes what others export.' },
              endpoints: [{ method: 'PUT', path: '/Mediapartners/{AccountSID}/Jobs/{JobId}/Replay' }],
            },
          ],
        }
      : category,
  ),
};
