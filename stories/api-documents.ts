/** Small API descriptions of very different shape, as hosts have them. */

const oauth = (scopes: Readonly<Record<string, string>>) => ({
  securitySchemes: {
    oauth: {
      type: 'oauth2',
      flows: { clientCredentials: { tokenUrl: 'https://auth.example.com/token', scopes } },
    },
  },
});

const needs = (...scopes: readonly string[]) => ({ security: [{ oauth: scopes }] });

/** Two scopes for each kind of thing, declared with descriptions; tags that describe the things. */
export const libraryApi = {
  openapi: '3.1.0',
  info: { title: 'Library API', version: '2' },
  tags: [
    { name: 'Books and journals', description: 'What the library **owns**, on paper and as files.' },
    { name: 'Loans', description: 'Who has what, and until when.' },
    { name: 'Readers', description: 'The people with a library card.' },
  ],
  components: oauth({
    'items:read': 'Search the holdings.',
    'items:write': 'Add, change and discard holdings.',
    'loans:read': 'See loans and due dates.',
    'loans:write': 'Lend, extend and return.',
    'readers:read': 'See names and addresses of readers.',
    'readers:write': 'Register readers and block cards.',
    'readers:delete': 'Deprecated: readers are blocked, not deleted.',
  }),
  paths: {
    '/items': {
      get: { tags: ['Books and journals'], ...needs('items:read') },
      post: { tags: ['Books and journals'], ...needs('items:write') },
    },
    '/loans': { get: { tags: ['Loans'], ...needs('loans:read') } },
    '/loans/{id}': {
      get: { tags: ['Loans'], security: [{ oauth: ['loans:write'] }, { oauth: ['loans:read'] }] },
      // To lend, the item and the reader are looked at as well.
      put: { tags: ['Loans'], ...needs('loans:write', 'items:read', 'readers:read') },
    },
    '/readers': {
      get: { tags: ['Readers'], ...needs('readers:read') },
      post: { tags: ['Readers'], ...needs('readers:write') },
    },
    '/readers/{id}': { delete: { tags: ['Readers'], ...needs('readers:delete') } },
  },
};

/** Ids that all begin with the name of the product. */
export const fleetApi = {
  openapi: '3.0.3',
  info: { title: 'Fleet API', version: '1' },
  components: oauth(
    Object.fromEntries(
      ['vehicles', 'drivers', 'fuelCards', 'tollDevices', 'workshopVisits'].flatMap((thing) => [
        [`fleet.${thing}.read`, ''],
        [`fleet.${thing}.manage`, ''],
      ]),
    ),
  ),
  paths: { '/vehicles': { get: needs('fleet.vehicles.read') } },
};

/** One word for each scope, which says nothing of what may be done: the tags group them, the methods tell the access. */
export const weatherApi = {
  swagger: '2.0',
  info: { title: 'Weather API', version: '1' },
  securityDefinitions: {
    oauth: {
      type: 'oauth2',
      flow: 'application',
      tokenUrl: 'https://auth.example.com/token',
      scopes: { openid: 'Know who you are.' },
    },
  },
  paths: {
    '/forecast': { get: { tags: ['Forecasts'], ...needs('forecast') } },
    '/pollen': { get: { tags: ['Forecasts'], ...needs('pollen') } },
    '/stations': {
      get: { tags: ['Stations'], ...needs('stations') },
      post: { tags: ['Stations'], ...needs('stations') },
    },
    '/alarms': { post: { tags: ['Warnings'], ...needs('alarms') } },
  },
};

/** No scopes at all: each operation is one. */
export const bakeryApi = {
  openapi: '3.1.0',
  info: { title: 'Bakery API', version: '1' },
  tags: [{ name: 'Orders', description: 'What customers have asked for.' }],
  paths: {
    '/orders': {
      get: { tags: ['Orders'], summary: 'List orders' },
      post: { tags: ['Orders'], summary: 'Place an order' },
    },
    '/orders/{orderId}': {
      get: { tags: ['Orders'], summary: 'Read an order' },
      delete: { tags: ['Orders'], summary: 'Cancel an order' },
    },
    '/ovens/{id}/temperature': { get: { tags: ['Ovens'] }, put: { tags: ['Ovens'] } },
  },
};

/** Ids that only a machine could have thought of, and no description in sight. */
export const oddApi = {
  openapi: '3.1.0',
  info: { title: 'Odd API', version: '1' },
  paths: {
    '/a': { get: needs('https://auth.example.com/scopes/mail.readonly', 'https://auth.example.com/scopes/mail.send') },
    '/b': { put: needs('https://auth.example.com/scopes/mail.send', 'with space', '__proto__') },
    '/c': { get: needs('UPPER_CASE_READ', 'constructor') },
  },
};

/** A cloud of services: hundreds of scopes, named by verbs. */
export const cloudApi = {
  openapi: '3.1.0',
  info: { title: 'Cloud API', version: '1' },
  paths: Object.fromEntries(
    ['compute', 'storage', 'network', 'identity', 'billing', 'queue', 'search', 'monitor'].flatMap((service) =>
      ['Instance', 'Image', 'Backup', 'Policy', 'Alarm'].flatMap((thing) =>
        ['List', 'Describe', 'Create', 'Update', 'Delete'].map((verb) => [
          `/${service}/${verb}${thing}`,
          { post: needs(`${service}:${verb}${thing}`) },
        ]),
      ),
    ),
  ),
};
