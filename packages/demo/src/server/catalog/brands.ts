import type { ScopeCategory } from '@tokenwright/core';
import { operation } from './operation.js';

/** Working with brands: their programs, the agreements with them, and what they ask for. */
export const brandCategories: readonly ScopeCategory[] = [
  {
    id: 'contracts',
    label: 'Contracts',
    description: 'Your agreements with brands: payouts, terms and special conditions.',
    scopes: [
      operation('GET', '/Mediapartners/{AccountSID}/Contracts', {
        id: 'contracts.list',
        label: 'List contracts',
        description: 'See every agreement between you and a brand.',
      }),
      operation('GET', '/Mediapartners/{AccountSID}/Contracts/{Id}', {
        id: 'contracts.get',
        label: 'Read a contract',
        description: 'See the full terms of one agreement.',
      }),
    ],
  },
  {
    id: 'eventNotifications',
    label: 'Event notifications',
    description:
      'Deliveries come to a server of your own, which you set up in your account. A token needs no access for them.',
    scopes: [],
  },
  {
    id: 'exceptionLists',
    label: 'Exception lists',
    description: 'Products for which a contract pays another rate.',
    scopes: [
      operation('GET', '/Mediapartners/{AccountSID}/ExceptionLists/{ExceptionListId}', {
        id: 'exceptionLists.get',
        label: 'Read an exception list',
        description: 'See the details of one list of products with another rate.',
      }),
      operation('GET', '/Mediapartners/{AccountSID}/ExceptionLists/{ExceptionListId}/Items', {
        id: 'exceptionLists.items.list',
        label: 'List exception list items',
        description: 'See the products and product groups on a list.',
      }),
    ],
  },
  {
    id: 'programs',
    label: 'Programs',
    description: 'The brand programs you have joined.',
    scopes: [
      operation('GET', '/Mediapartners/{AccountSID}/Campaigns', {
        id: 'programs.list',
        label: 'List programs',
        description: 'See every brand program you have joined.',
      }),
      operation('GET', '/Mediapartners/{AccountSID}/Campaigns/{CampaignId}', {
        id: 'programs.get',
        label: 'Read a program',
        description: 'See the details of one brand program.',
      }),
      operation('GET', '/Mediapartners/{AccountSID}/Campaigns/{CampaignId}/Logo', {
        id: 'programs.logo.get',
        label: 'Download a program logo',
        description: 'Get the logo of a brand program as an image.',
      }),
    ],
  },
  {
    id: 'promoCodeExceptionLists',
    label: 'Promo code exception lists',
    description: 'Promo codes for which a contract pays another rate.',
    scopes: [
      operation('GET', '/Mediapartners/{AccountSID}/PromoCodeExceptionLists/{PromoCodeExceptionListId}', {
        id: 'promoCodeExceptionLists.get',
        label: 'Read a promo code exception list',
        description: 'See the details of one list of promo codes with another rate.',
      }),
      operation('GET', '/Mediapartners/{AccountSID}/PromoCodeExceptionLists/{PromoCodeExceptionListId}/Items', {
        id: 'promoCodeExceptionLists.items.list',
        label: 'List promo code exception list items',
        description: 'See the promo codes on a list.',
      }),
    ],
  },
  {
    id: 'tasks',
    label: 'Tasks',
    description: 'What brands have asked you to do or to put right.',
    scopes: [
      operation('GET', '/Mediapartners/{AccountSID}/Tasks', {
        id: 'tasks.list',
        label: 'List tasks',
        description: 'See every open task given to you.',
      }),
      operation('GET', '/Mediapartners/{AccountSID}/Tasks/{TaskId}', {
        id: 'tasks.get',
        label: 'Read a task',
        description: 'See the details of one task.',
      }),
    ],
  },
];
