import type { ScopePreset } from '@tokenwright/react';

/** What most integrations of this API are for. A version that lacks some of the scopes offers the rest. */
export const presets: readonly ScopePreset[] = [
  {
    id: 'reporting',
    label: 'Reporting',
    description: 'Run reports and download their results.',
    scopes: ['jobs.get', 'jobs.download', 'reports.list', 'reports.metadata.get', 'reports.run', 'reports.export'],
  },
  {
    id: 'promotion',
    label: 'Promotion',
    description: 'Look up ads, deals and promo codes, and make tracking links.',
    scopes: ['ads.list', 'ads.get', 'ads.code.get', 'deals.list', 'promoCodes.list', 'trackingLinks.create'],
  },
  {
    id: 'earnings',
    label: 'Earnings, read only',
    description: 'See actions, clicks and invoices, and change nothing.',
    scopes: ['actions.list', 'actions.get', 'clicks.get', 'invoices.list', 'invoices.get'],
  },
];
