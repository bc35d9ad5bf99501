import type { ApiVersion, Contact, CreateToken, InitialValues, ScopeCatalog } from '@tokenwright/react';

/** What a small partner API might offer. Stories and tests show the same host. */
export const versions: readonly ApiVersion[] = [
  { id: '16', label: 'Version 16', status: 'latest' },
  { id: '15', label: 'Version 15', status: 'deprecated', sunsetAt: '2027-06-30' },
];

export const contacts: readonly Contact[] = [
  { id: 'ada', name: 'Ada Lovelace', email: 'ada@example.com', role: 'Administrator' },
  { id: 'grace', name: 'Grace Hopper', email: 'grace@example.com', role: 'Developer' },
  { id: 'mary', name: 'Mary Jackson', email: 'mary@example.com' },
];

export const catalog: ScopeCatalog = {
  categories: [
    {
      id: 'ads',
      label: 'Ads',
      description: 'Banners, text links and the code that shows them.',
      scopes: [
        {
          id: 'ads.list',
          label: 'List ads',
          access: 'read',
          description: 'See every ad that is available to you.',
          endpoints: [{ method: 'GET', path: '/Mediapartners/{AccountSID}/Ads' }],
        },
        {
          id: 'ads.code',
          label: 'Get ad code',
          access: 'read',
          requires: ['ads.list'],
          endpoints: [{ method: 'GET', path: '/Mediapartners/{AccountSID}/Ads/{Id}/Code' }],
        },
      ],
    },
    {
      id: 'jobs',
      label: 'Jobs',
      description: 'Exports that take a while.',
      scopes: [
        {
          id: 'jobs.list',
          label: 'List jobs',
          access: 'read',
          endpoints: [{ method: 'GET', path: '/Mediapartners/{AccountSID}/Jobs' }],
        },
        {
          id: 'jobs.replay',
          label: 'Run a job again',
          access: 'write',
          requires: ['jobs.list'],
          endpoints: [{ method: 'PUT', path: '/Mediapartners/{AccountSID}/Jobs/{JobId}/Replay' }],
        },
        {
          id: 'jobs.legacy',
          label: 'Download the old format',
          access: 'read',
          deprecated: true,
          endpoints: [{ method: 'GET', path: '/Mediapartners/{AccountSID}/Jobs/{JobId}/Download' }],
        },
      ],
    },
    {
      id: 'withdrawals',
      label: 'Withdrawal settings',
      description: 'Where and when your earnings are paid.',
      scopes: [
        {
          id: 'withdrawals.read',
          label: 'Read withdrawal settings',
          access: 'read',
          endpoints: [{ method: 'GET', path: '/Mediapartners/{AccountSID}/WithdrawalSettings' }],
        },
        {
          id: 'withdrawals.update',
          label: 'Change withdrawal settings',
          access: 'admin',
          sensitive: { reason: 'Decides which bank account your earnings go to.' },
          requires: ['withdrawals.read'],
          endpoints: [{ method: 'PUT', path: '/Mediapartners/{AccountSID}/WithdrawalSettings' }],
        },
      ],
    },
    {
      id: 'events',
      label: 'Event notifications',
      description: 'We call your server when something happens. Your server needs no scope for that.',
      scopes: [],
    },
  ],
};

/** Creates at once. The secret is the same each time, so that pictures can be compared. */
export const createToken: CreateToken = async ({ name }) => ({
  status: 'created',
  token: { id: 'tok_1', name, createdAt: '2026-11-24T10:00:00Z', hint: 'tkw_…x7Qp' },
  secret: 'tkw_3xAmpl3S3cr3tTh4tOp3nsN0th1ng00000000x7Qp',
});

/** Answers that every step accepts. */
export const answers: InitialValues = {
  name: 'Nightly export',
  description: 'Copies the reports into the data warehouse.',
  version: '16',
  primaryContact: 'grace',
  developerEmails: ['dev@example.com', 'ops@example.com'],
  scopes: ['ads.list', 'ads.code', 'jobs.list', 'jobs.replay'],
};
