import type { ScopeCategory } from '@tokenwright/core';
import { operation } from './operation.js';

/** What you show your audience: ads, products, offers and the links to them. */
export const promotionCategories: readonly ScopeCategory[] = [
  {
    id: 'ads',
    label: 'Ads',
    description: 'Banners, text links and other ads that brands offer you.',
    scopes: [
      operation('GET', '/Mediapartners/{AccountSID}/Ads', {
        id: 'ads.list',
        label: 'List ads',
        description: 'See every ad available to you.',
      }),
      operation('GET', '/Mediapartners/{AccountSID}/Ads/{Id}', {
        id: 'ads.get',
        label: 'Read an ad',
        description: 'See the details of one ad.',
      }),
      operation('GET', '/Mediapartners/{AccountSID}/Ads/{Id}/Code', {
        id: 'ads.code.get',
        label: 'Read the HTML code of an ad',
        description: 'Get the code that puts an ad on a page.',
      }),
      operation('GET', '/Mediapartners/{AccountSID}/Ads/{Id}/IFrameCode', {
        id: 'ads.iframeCode.get',
        label: 'Read the iframe code of an ad',
        description: 'Get the code that puts an ad on a page in a frame of its own.',
      }),
      operation('GET', '/Mediapartners/{AccountSID}/Ads/{Id}/TrackingLink', {
        id: 'ads.trackingLink.get',
        label: 'Read the tracking link of an ad',
        description: 'Get the link by which clicks on an ad are credited to you.',
      }),
    ],
  },
  {
    id: 'catalogs',
    label: 'Product catalogs',
    description: 'Products of brands, with prices, pictures and availability.',
    scopes: [
      operation('GET', '/Mediapartners/{AccountSID}/Catalogs', {
        id: 'catalogs.list',
        label: 'List product catalogs',
        description: 'See every product catalog available to you.',
      }),
      operation('GET', '/Mediapartners/{AccountSID}/Catalogs/{Id}', {
        id: 'catalogs.get',
        label: 'Read a product catalog',
        description: 'See the details of one product catalog.',
      }),
      operation('GET', '/Mediapartners/{AccountSID}/Catalogs/{CatalogId}/Items', {
        id: 'catalogs.items.list',
        label: 'List catalog products',
        description: 'See every product of one catalog.',
      }),
      operation('GET', '/Mediapartners/{AccountSID}/Catalogs/{CatalogId}/Items/{Id}', {
        id: 'catalogs.items.get',
        label: 'Read a catalog product',
        description: 'See the details of one product.',
      }),
      operation('GET', '/Mediapartners/{AccountSID}/Catalogs/ItemSearch', {
        id: 'catalogs.items.search',
        label: 'Search catalog products',
        description: 'Find products by a word in all catalogs at once.',
      }),
    ],
  },
  {
    id: 'deals',
    label: 'Deals',
    description: 'Sales, discounts and gifts that brands offer.',
    scopes: [
      operation('GET', '/Mediapartners/{AccountSID}/Campaigns/{CampaignId}/Deals', {
        id: 'deals.list',
        label: 'List deals',
        description: 'See every deal of one program.',
      }),
      operation('GET', '/Mediapartners/{AccountSID}/Campaigns/{CampaignId}/Deals/{Id}', {
        id: 'deals.get',
        label: 'Read a deal',
        description: 'See the conditions of one deal.',
      }),
    ],
  },
  {
    id: 'promoCodes',
    label: 'Promo codes',
    description: 'Discount codes that brands have given you.',
    scopes: [
      operation('GET', '/Mediapartners/{AccountSID}/PromoCodes', {
        id: 'promoCodes.list',
        label: 'List promo codes',
        description: 'See every discount code you can pass on.',
      }),
      operation('GET', '/Mediapartners/{AccountSID}/PromoCodes/{Id}', {
        id: 'promoCodes.get',
        label: 'Read a promo code',
        description: 'See the details of one discount code.',
      }),
    ],
  },
  {
    id: 'promotions',
    label: 'Promotions',
    description: 'Offers of brands that run for a limited time.',
    scopes: [
      operation('GET', '/Mediapartners/{AccountSID}/Promotions', {
        id: 'promotions.list',
        label: 'List promotions',
        description: 'See every offer that is running now.',
      }),
      operation('GET', '/Mediapartners/{AccountSID}/Promotions/{Id}', {
        id: 'promotions.get',
        label: 'Read a promotion',
        description: 'See the details of one offer.',
      }),
    ],
  },
  {
    id: 'stores',
    label: 'Stores',
    description: 'Selections of products put together for your audience.',
    scopes: [
      operation('GET', '/Mediapartners/{AccountSID}/Stores', {
        id: 'stores.list',
        label: 'List stores',
        description: 'See every store available to you.',
      }),
      operation('GET', '/Mediapartners/{AccountSID}/Stores/{Id}', {
        id: 'stores.get',
        label: 'Read a store',
        description: 'See one store and its groups of products.',
      }),
      operation('GET', '/Mediapartners/{AccountSID}/Stores/{Id}/Group/{GroupId}/Items', {
        id: 'stores.items.list',
        label: 'List store products',
        description: 'See the products in one group of a store.',
      }),
    ],
  },
  {
    id: 'trackingLinks',
    label: 'Tracking links',
    description: 'Links by which clicks and purchases are credited to you.',
    scopes: [
      operation('POST', '/Mediapartners/{AccountSID}/Programs/{ProgramId}/TrackingLinks', {
        id: 'trackingLinks.create',
        label: 'Create tracking links',
        description: 'Make a new link for a program.',
      }),
    ],
  },
];
