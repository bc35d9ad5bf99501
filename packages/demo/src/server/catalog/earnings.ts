import type { ScopeCategory } from '@tokenwright/core';
import { operation } from './operation.js';

/** From a click to a payment, and the reports and background jobs over all of it. */
export const earningsCategories: readonly ScopeCategory[] = [
  {
    id: 'actionInquiries',
    label: 'Action inquiries',
    description: 'Requests to look into a missing or wrongly credited action.',
    scopes: [
      operation('GET', '/Mediapartners/{AccountSID}/ActionInquiries', {
        id: 'actionInquiries.list',
        label: 'List action inquiries',
        description: 'See every inquiry you have made, newest first.',
      }),
      operation('POST', '/Mediapartners/{AccountSID}/ActionInquiries', {
        id: 'actionInquiries.create',
        label: 'Make action inquiries',
        description: 'Ask for a missing or wrongly credited action to be looked into.',
      }),
      operation('GET', '/Mediapartners/{AccountSID}/ActionInquiries/{InquiryId}', {
        id: 'actionInquiries.get',
        label: 'Read an action inquiry',
        description: 'See the details and the state of one inquiry.',
      }),
    ],
  },
  {
    id: 'actions',
    label: 'Actions',
    description: 'Sales and sign-ups credited to you.',
    scopes: [
      operation('GET', '/Mediapartners/{AccountSID}/Actions', {
        id: 'actions.list',
        label: 'List actions',
        description: 'See every sale and sign-up credited to you, newest first.',
      }),
      operation('GET', '/Mediapartners/{AccountSID}/Actions/{id}', {
        id: 'actions.get',
        label: 'Read an action',
        description: 'See the details of one sale or sign-up.',
      }),
      operation('GET', '/Mediapartners/{AccountSID}/Actions/{id}/Items', {
        id: 'actions.items.list',
        label: 'List action items',
        description: 'See what was bought in one sale.',
      }),
      operation('GET', '/Mediapartners/{AccountSID}/Actions/{actionId}/Items/{sku}', {
        id: 'actions.items.get',
        label: 'Read an action item',
        description: 'See one product of a sale.',
      }),
      operation('GET', '/Mediapartners/{AccountSID}/ActionUpdates', {
        id: 'actionUpdates.list',
        label: 'List action updates',
        description: 'See what has changed in your actions, to keep your own records in step.',
      }),
      operation('GET', '/Mediapartners/{AccountSID}/ActionUpdates/{id}', {
        id: 'actionUpdates.get',
        label: 'Read an action update',
        description: 'See one change of an action.',
      }),
    ],
  },
  {
    id: 'clicks',
    label: 'Clicks',
    description: 'Who followed your links, when and from where.',
    scopes: [
      operation('GET', '/Mediapartners/{AccountSID}/Clicks/{Id}', {
        id: 'clicks.get',
        label: 'Read a click',
        description: 'See the details of one click.',
      }),
      operation('GET', '/Mediapartners/{AccountSID}/ClickExport', {
        id: 'clicks.export',
        label: 'Export clicks',
        description: 'Have all clicks of a period put into a file. The file is fetched as the result of a job.',
        requires: ['jobs.download'],
      }),
    ],
  },
  {
    id: 'conversions',
    label: 'Conversions',
    description: 'Purchases that you report yourself, for example from card-linked offers.',
    scopes: [
      operation('POST', '/Mediapartners/{AccountSID}/PartnerConversions', {
        id: 'conversions.create',
        label: 'Submit conversions',
        description: 'Report a purchase so that it is credited to you.',
      }),
    ],
  },
  {
    id: 'invoices',
    label: 'Invoices',
    description: 'Statements of what you are owed.',
    scopes: [
      operation('GET', '/Mediapartners/{AccountSID}/Invoices', {
        id: 'invoices.list',
        label: 'List invoices',
        description: 'See every invoice, newest first.',
      }),
      operation('GET', '/Mediapartners/{AccountSID}/Invoices/{Id}', {
        id: 'invoices.get',
        label: 'Read an invoice',
        description: 'See the lines and totals of one invoice.',
      }),
      operation('GET', '/Mediapartners/{AccountSID}/Invoices/{Id}/Download', {
        id: 'invoices.download',
        label: 'Download an invoice',
        description: 'Get one invoice as a PDF file.',
      }),
    ],
  },
  {
    id: 'jobs',
    label: 'Jobs',
    description: 'Exports that run in the background.',
    scopes: [
      operation('GET', '/Mediapartners/{AccountSID}/Jobs', {
        id: 'jobs.list',
        label: 'List jobs',
        description: 'See every background job and when it was started.',
      }),
      operation('GET', '/Mediapartners/{AccountSID}/Jobs/{JobId}', {
        id: 'jobs.get',
        label: 'Read the state of a job',
        description: 'See whether one job is waiting, running or done.',
      }),
      operation('GET', '/Mediapartners/{AccountSID}/Jobs/{JobId}/Download', {
        id: 'jobs.download',
        label: 'Download job results',
        description: 'Get the file that a finished job has made.',
        requires: ['jobs.get'],
      }),
      operation('PUT', '/Mediapartners/{AccountSID}/Jobs/{JobId}/Replay', {
        id: 'jobs.replay',
        label: 'Replay jobs',
        description: 'Run a finished, failed or cancelled job once more.',
        requires: ['jobs.get'],
      }),
    ],
  },
  {
    id: 'reports',
    label: 'Reports',
    description: 'Figures on performance, finance and compliance.',
    scopes: [
      operation('GET', '/Mediapartners/{AccountSID}/Reports', {
        id: 'reports.list',
        label: 'List reports',
        description: 'See which reports there are.',
      }),
      operation('GET', '/Mediapartners/{AccountSID}/Reports/{Id}', {
        id: 'reports.run',
        label: 'Run reports',
        description: 'Run a report and get its rows at once. For large results, export it instead.',
        deprecated: true,
      }),
      operation('GET', '/Mediapartners/{AccountSID}/Reports/{Id}/MetaData', {
        id: 'reports.metadata.get',
        label: 'Read report metadata',
        description: 'See which filters a report takes and which columns it gives.',
      }),
      operation('GET', '/Mediapartners/{AccountSID}/ReportExport/{Id}', {
        id: 'reports.export',
        label: 'Export reports',
        description: 'Have a report put into a file. The file is fetched as the result of a job.',
        requires: ['jobs.download'],
      }),
    ],
  },
];
