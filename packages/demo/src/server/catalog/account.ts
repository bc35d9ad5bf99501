import type { ScopeCategory } from '@tokenwright/core';
import { operation } from './operation.js';

/** The account itself: who it belongs to, who may use it, and how it is paid. */
export const accountCategories: readonly ScopeCategory[] = [
  {
    id: 'companyInformation',
    label: 'Company information',
    description: 'The profile, addresses and contact details of your account.',
    scopes: [
      operation('GET', '/Mediapartners/{AccountSID}/CompanyInformation', {
        id: 'companyInformation.get',
        label: 'Read company information',
        description: 'See the profile, addresses and contact details of your account.',
      }),
      operation('PUT', '/Mediapartners/{AccountSID}/CompanyInformation', {
        id: 'companyInformation.update',
        label: 'Change company information',
        description: 'Change the profile, addresses and contact details of your account.',
        requires: ['companyInformation.get'],
      }),
    ],
  },
  {
    id: 'identityVerification',
    label: 'Identity verification',
    description: 'Proof of who stands behind your account.',
    scopes: [
      operation('POST', '/Mediapartners/{AccountSID}/IdentityVerification/Session', {
        id: 'identityVerification.start',
        label: 'Start or resume identity verification',
        description: 'Get a link to the page on which a person proves their identity.',
        sensitive: { reason: 'The link opens a session in which identity documents are handed in.' },
      }),
    ],
  },
  {
    id: 'mediaProperties',
    label: 'Media properties',
    description: 'The websites, apps and social accounts on which you promote brands.',
    scopes: [
      operation('GET', '/Mediapartners/{AccountSID}/MediaProperties', {
        id: 'mediaProperties.list',
        label: 'List media properties',
        description: 'See every website, app and social account you have registered.',
      }),
      operation('POST', '/Mediapartners/{AccountSID}/MediaProperties', {
        id: 'mediaProperties.create',
        label: 'Add media properties',
        description: 'Register a website, app or social account. It is checked before it counts.',
      }),
      operation('GET', '/Mediapartners/{AccountSID}/MediaProperties/{Id}', {
        id: 'mediaProperties.get',
        label: 'Read a media property',
        description: 'See the details of one website, app or social account.',
      }),
      operation('PUT', '/Mediapartners/{AccountSID}/MediaProperties/{Id}', {
        id: 'mediaProperties.update',
        label: 'Change media properties',
        description: 'Change the details of a website, app or social account.',
        requires: ['mediaProperties.get'],
      }),
      operation('DELETE', '/Mediapartners/{AccountSID}/MediaProperties/{Id}', {
        id: 'mediaProperties.delete',
        label: 'Delete media properties',
        description: 'Remove a website, app or social account for good.',
        access: 'admin',
        sensitive: { reason: 'A deleted media property cannot be brought back.' },
        requires: ['mediaProperties.get'],
      }),
    ],
  },
  {
    id: 'taxDocuments',
    label: 'Tax documents',
    description: 'The tax forms that are needed before you can be paid.',
    scopes: [
      operation('GET', '/Mediapartners/{AccountSID}/TaxDocument', {
        id: 'taxDocuments.latest.get',
        label: 'Read the latest tax document',
        description: 'See the tax form that was saved last.',
        sensitive: { reason: 'Tax forms hold tax numbers and home addresses.' },
      }),
      operation('POST', '/Mediapartners/{AccountSID}/TaxDocument', {
        id: 'taxDocuments.create',
        label: 'Start a tax document',
        description: 'Get a link to a tax form to fill in and sign.',
        sensitive: { reason: 'A new form replaces the one that payments rely on.' },
      }),
      operation('GET', '/Mediapartners/{AccountSID}/TaxDocument/{Id}', {
        id: 'taxDocuments.get',
        label: 'Read a tax document',
        description: 'See one tax form by its number.',
        sensitive: { reason: 'Tax forms hold tax numbers and home addresses.' },
      }),
      operation('GET', '/Mediapartners/{AccountSID}/TaxDocuments', {
        id: 'taxDocuments.list',
        label: 'List tax documents',
        description: 'See every tax form handed in for your account.',
        sensitive: { reason: 'Tax forms hold tax numbers and home addresses.' },
      }),
      operation('POST', '/Mediapartners/{AccountSID}/TaxDocument/Complete', {
        id: 'taxDocuments.complete',
        label: 'Complete a tax document',
        description: 'Record that a tax form was filled in and signed.',
        sensitive: { reason: 'A completed form decides how payments are taxed.' },
        requires: ['taxDocuments.create'],
      }),
    ],
  },
  {
    id: 'users',
    label: 'Users',
    description: 'The people who can sign in to your account.',
    scopes: [
      operation('GET', '/Mediapartners/{AccountSID}/Users', {
        id: 'users.list',
        label: 'List users',
        description: 'See everyone who can sign in to your account, with their rights.',
        sensitive: { reason: 'Shows the names, e-mail addresses and rights of people.' },
      }),
      operation('GET', '/Mediapartners/{AccountSID}/Users/{Id}', {
        id: 'users.get',
        label: 'Read a user',
        description: 'See the details and rights of one person.',
        sensitive: { reason: 'Shows the name, e-mail address and rights of a person.' },
      }),
    ],
  },
  {
    id: 'withdrawalSettings',
    label: 'Withdrawal settings',
    description: 'The bank account you are paid into, and when.',
    scopes: [
      operation('GET', '/Mediapartners/{AccountSID}/WithdrawalSettings', {
        id: 'withdrawalSettings.get',
        label: 'Read withdrawal settings',
        description: 'See your bank details and payment schedule.',
        sensitive: { reason: 'Shows bank details.' },
      }),
      operation('PUT', '/Mediapartners/{AccountSID}/WithdrawalSettings', {
        id: 'withdrawalSettings.update',
        label: 'Change withdrawal settings',
        description: 'Change your bank details and payment schedule.',
        access: 'admin',
        sensitive: { reason: 'Decides which bank account your money goes to.' },
        requires: ['withdrawalSettings.get', 'withdrawalSettings.requiredFields.get'],
      }),
      operation('GET', '/Mediapartners/{AccountSID}/WithdrawalSettings/RequiredFields', {
        id: 'withdrawalSettings.requiredFields.get',
        label: 'Read required bank fields',
        description: 'See which bank details a country and a payment method ask for.',
      }),
    ],
  },
];
