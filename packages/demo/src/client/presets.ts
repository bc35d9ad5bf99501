import type { ScopePreset } from '@tokenwright/react';

/** What most integrations of this API are for. A version that lacks some of the scopes offers the rest. */
export const presets: readonly ScopePreset[] = [
  {
    id: 'reporting',
    label: 'Reporting',
    description: 'Run reports and download their results.',
    scopes: [
      'get:/Mediapartners/{}/Jobs/{}',
      'get:/Mediapartners/{}/Jobs/{}/Download',
      'get:/Mediapartners/{}/Reports',
      'get:/Mediapartners/{}/Reports/{}/MetaData',
      'get:/Mediapartners/{}/Reports/{}',
      'get:/Mediapartners/{}/ReportExport/{}',
    ],
  },
  {
    id: 'promotion',
    label: 'Promotion',
    description: 'Look up ads, deals and promo codes, and make tracking links.',
    scopes: [
      'get:/Mediapartners/{}/Ads',
      'get:/Mediapartners/{}/Ads/{}',
      'get:/Mediapartners/{}/Ads/{}/Code',
      'get:/Mediapartners/{}/Campaigns/{}/Deals',
      'get:/Mediapartners/{}/PromoCodes',
      'post:/Mediapartners/{}/Programs/{}/TrackingLinks',
    ],
  },
  {
    id: 'earnings',
    label: 'Earnings, read only',
    description: 'See actions, clicks and invoices, and change nothing.',
    scopes: [
      'get:/Mediapartners/{}/Actions',
      'get:/Mediapartners/{}/Actions/{}',
      'get:/Mediapartners/{}/Clicks/{}',
      'get:/Mediapartners/{}/Invoices',
      'get:/Mediapartners/{}/Invoices/{}',
    ],
  },
];
