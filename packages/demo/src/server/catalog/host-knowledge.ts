import type { ImportOptions } from '@tokenwright/openapi';

/** What the documents do not say of their operations, by the scope that opens each. */
export const hostKnowledge = {
  access: {
    'delete:/Mediapartners/{}/MediaProperties/{}': 'admin',
    'put:/Mediapartners/{}/WithdrawalSettings': 'admin',
  },
  sensitive: {
    'post:/Mediapartners/{}/IdentityVerification/Session': {
      reason: 'The link opens a session in which identity documents are handed in.',
    },
    'delete:/Mediapartners/{}/MediaProperties/{}': { reason: 'A deleted media property cannot be brought back.' },
    'get:/Mediapartners/{}/TaxDocument': { reason: 'Tax forms hold tax numbers and home addresses.' },
    'post:/Mediapartners/{}/TaxDocument': { reason: 'A new form replaces the one that payments rely on.' },
    'get:/Mediapartners/{}/TaxDocument/{}': { reason: 'Tax forms hold tax numbers and home addresses.' },
    'get:/Mediapartners/{}/TaxDocuments': { reason: 'Tax forms hold tax numbers and home addresses.' },
    'post:/Mediapartners/{}/TaxDocument/Complete': { reason: 'A completed form decides how payments are taxed.' },
    'get:/Mediapartners/{}/Users': { reason: 'Shows the names, e-mail addresses and rights of people.' },
    'get:/Mediapartners/{}/Users/{}': { reason: 'Shows the name, e-mail address and rights of a person.' },
    'get:/Mediapartners/{}/WithdrawalSettings': { reason: 'Shows bank details.' },
    'put:/Mediapartners/{}/WithdrawalSettings': { reason: 'Decides which bank account your money goes to.' },
  },
  requires: {
    'put:/Mediapartners/{}/CompanyInformation': ['get:/Mediapartners/{}/CompanyInformation'],
    'put:/Mediapartners/{}/MediaProperties/{}': ['get:/Mediapartners/{}/MediaProperties/{}'],
    'delete:/Mediapartners/{}/MediaProperties/{}': ['get:/Mediapartners/{}/MediaProperties/{}'],
    'post:/Mediapartners/{}/TaxDocument/Complete': ['post:/Mediapartners/{}/TaxDocument'],
    'put:/Mediapartners/{}/WithdrawalSettings': [
      'get:/Mediapartners/{}/WithdrawalSettings',
      'get:/Mediapartners/{}/WithdrawalSettings/RequiredFields',
    ],
    'get:/Mediapartners/{}/ClickExport': ['get:/Mediapartners/{}/Jobs/{}/Download'],
    'get:/Mediapartners/{}/Jobs/{}/Download': ['get:/Mediapartners/{}/Jobs/{}'],
    'put:/Mediapartners/{}/Jobs/{}/Replay': ['get:/Mediapartners/{}/Jobs/{}'],
    'get:/Mediapartners/{}/ReportExport/{}': ['get:/Mediapartners/{}/Jobs/{}/Download'],
  },
} satisfies ImportOptions;
