import type { IssueMessages } from './messages.js';

export const englishIssues: IssueMessages = {
  'name.required': () => 'Enter a token name',
  'name.tooLong': ({ max, length }, format) =>
    `Token name must be ${format.number(max)} characters or fewer (it has ${format.number(length)})`,
  'name.forbiddenCharacter': ({ character }) =>
    `Token name contains a character that is not allowed (${character}). Remove it or type the name again`,
  'description.tooLong': ({ max, length }, format) =>
    `Description must be ${format.number(max)} characters or fewer (it has ${format.number(length)})`,
  'description.forbiddenCharacter': ({ character }) =>
    `Description contains a character that is not allowed (${character}). Remove it or type the text again`,
  'version.required': () => 'Choose an API version',
  'version.unknown': () => 'The API version you chose is no longer offered. Choose another one',
  'version.notLoaded': () => 'The API versions are not there yet. Wait for them, or load them again',
  'primaryContact.required': () => 'Choose a primary contact',
  'primaryContact.unknown': () => 'The contact you chose is no longer available. Choose another one',
  'primaryContact.notLoaded': () => 'The contacts are not there yet. Wait for them, or load them again',
  'developerEmails.invalid': ({ email, character }, format) =>
    character
      ? `“${format.isolate(email)}” has a character that an email address cannot have here: ${format.isolate(character)}`
      : `“${format.isolate(email)}” is not an email address. Enter one like name@example.com`,
  'developerEmails.duplicate': ({ email }, format) => `${format.isolate(email)} is already in the list`,
  'developerEmails.tooMany': ({ max, count }, format) =>
    `You can add ${format.number(max)} email addresses at most (there are ${format.number(count)}). Remove some`,
  'scopes.required': () => 'Select at least one scope',
  'scopes.notLoaded': () => 'The API scopes are not there yet. Wait for them, or load them again',
  'scopes.unknown': ({ scope }, format) =>
    `The scope “${format.isolate(scope)}” does not exist in this API version. Select another one`,
  'scopes.duplicate': ({ scope }, format) => `The scope “${format.isolate(scope)}” is selected twice`,
  'request.notSent': () => 'Nothing was sent. Try again, or contact your administrator if it happens again',
  'scopes.missingRequirement': ({ scope, requires }, format) =>
    `“${format.isolate(scope)}” also needs “${format.isolate(requires)}”. Select both`,
};
