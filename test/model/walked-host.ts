import { type RequestRules, readEmailList, type ScopeCatalog, type TokenWizardContext } from '@tokenwright/core';

// What the random walks walk through: the data of a host, and how to look at what came of it.

export const versions: RequestRules['versions'] = [
  { id: '16', label: 'Version 16', status: 'latest' },
  { id: '15', label: 'Version 15', status: 'supported' },
];

export const contacts: RequestRules['contacts'] = [
  { id: 'ada', name: 'Ada Lovelace', email: 'ada@example.com' },
  { id: 'grace', name: 'Grace Hopper', email: 'grace@example.com' },
];

const listing = { id: 'ads.list', label: 'List' };
const catalogs: Readonly<Record<string, ScopeCatalog>> = {
  '16': {
    categories: [
      { id: 'ads', label: 'Ads', scopes: [listing, { id: 'ads.edit', label: 'Edit', requires: ['ads.list'] }] },
      { id: 'reports', label: 'Reports', scopes: [{ id: 'reports.run', label: 'Run', requires: ['ads.list'] }] },
    ],
  },
  '15': { categories: [{ id: 'ads', label: 'Ads', scopes: [listing] }] },
};

/** Empty for a version that does not exist. */
export function catalogOf(version = ''): ScopeCatalog {
  return catalogs[version] ?? { categories: [] };
}

/** Lets everything that was settled arrive. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 30; turn += 1) await Promise.resolve();
}

/** Everything typed, as the user would tell it: the addresses in the list and in the box, whichever of the two. */
export function typed({ answers }: Pick<TokenWizardContext, 'answers'>) {
  const { added, invalid } = readEmailList(answers.emailText, answers.developerEmails);
  const { emailText, ...rest } = answers;
  return { ...rest, developerEmails: [...answers.developerEmails, ...added].toSorted(), invalid };
}
