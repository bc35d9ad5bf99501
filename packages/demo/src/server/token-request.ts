import {
  type Contact,
  indexCatalog,
  normalizeText,
  type RequestIssue,
  requestIssues,
  type TokenField,
  type TokenRequest,
} from '@tokenwright/core';
import { catalogOf, versions } from './catalog/catalogs.js';
import { type FieldProblem, ProblemError } from './problem.js';

/** More would make the answer to a small request a large one. */
const mostErrors = 20;

/**
 * Reads the body of a request for a token: text normalised, scopes in catalog order.
 *
 * @throws {ProblemError} 422 naming the members that are missing, of another type, or not known.
 */
export function readTokenRequest(body: unknown): TokenRequest {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    throw refusal([{ detail: 'The body must be a JSON object.', pointer: '#' }]);
  }
  const members = new Map<string, unknown>(Object.entries(body));
  const errors: FieldProblem[] = [];
  const text = (field: TokenField): string => {
    const value = take(members, field);
    if (typeof value === 'string') return value;
    errors.push({ detail: `"${field}" must be a string.`, pointer: `#/${field}` });
    return '';
  };
  const texts = (field: TokenField): readonly string[] => {
    const value = take(members, field);
    if (Array.isArray(value) && value.every((entry) => typeof entry === 'string')) return value;
    errors.push({ detail: `"${field}" must be an array of strings.`, pointer: `#/${field}` });
    return [];
  };
  const request = {
    name: normalizeText(text('name')),
    description: normalizeText(text('description')),
    version: text('version'),
    primaryContact: text('primaryContact'),
    developerEmails: texts('developerEmails').map((email) => email.trim()),
    scopes: texts('scopes'),
  };
  for (const name of members.keys()) {
    errors.push({ detail: 'This member is not known. Remove it.', pointer: `#/${escapePointer(name)}` });
  }
  if (errors.length > 0) throw refusal(errors);
  return { ...request, scopes: inCatalogOrder(request) };
}

/**
 * Holds a request against the rules that the wizard holds it against.
 *
 * @throws {ProblemError} 422 with an error for each rule that is broken.
 */
export function checkTokenRequest(request: TokenRequest, contacts: readonly Contact[]): void {
  const catalog = catalogOf(request.version);
  const issues = requestIssues(request, { versions, contacts, catalog: catalog ?? { categories: [] } })
    // Without a catalog every scope is unknown; only the version has to be fixed then.
    .filter(({ field }) => catalog || field !== 'scopes');
  if (issues.length > 0) {
    throw refusal(issues.map((issue) => ({ detail: detailOf(issue), pointer: `#/${issue.field}` })));
  }
}

function take(members: Map<string, unknown>, name: string): unknown {
  const value = members.get(name);
  members.delete(name);
  return value;
}

/** RFC 6901 §3 and §6: what a member's name becomes in a pointer that is a URI fragment. */
function escapePointer(name: string): string {
  // Through UTF-8, where a lone surrogate becomes U+FFFD: a URI cannot carry one.
  return encodeURIComponent(Buffer.from(name).toString().replaceAll('~', '~0').replaceAll('/', '~1'));
}

function inCatalogOrder({ version, scopes }: TokenRequest): readonly string[] {
  const catalog = catalogOf(version);
  if (!catalog) return scopes;
  const places = new Map([...indexCatalog(catalog).scopes.keys()].map((id, place) => [id, place]));
  const placeOf = (id: string) => places.get(id) ?? places.size;
  return scopes.toSorted((a, b) => placeOf(a) - placeOf(b));
}

function refusal(errors: readonly FieldProblem[]): ProblemError {
  return new ProblemError({
    kind: 'invalid-token-request',
    title: 'The token cannot be created as requested',
    status: 422,
    detail: 'Nothing was created. Mend the members named in "errors" and send the request again.',
    errors: errors.slice(0, mostErrors),
  });
}

function detailOf(issue: RequestIssue): string {
  switch (issue.code) {
    case 'name.required':
      return 'A token needs a name.';
    case 'name.tooLong':
      return `The name has ${issue.length} characters. At most ${issue.max} are allowed.`;
    case 'name.forbiddenCharacter':
      return `The name holds the character ${issue.character}, which is not allowed. Remove it.`;
    case 'description.tooLong':
      return `The description has ${issue.length} characters. At most ${issue.max} are allowed.`;
    case 'description.forbiddenCharacter':
      return `The description holds the character ${issue.character}, which is not allowed. Remove it.`;
    case 'version.required':
      return 'A token needs a version of the API.';
    case 'version.unknown':
      return `There is no version "${issue.version}" of the API. Choose one that is offered.`;
    case 'primaryContact.required':
      return 'A token needs a primary contact.';
    case 'primaryContact.unknown':
      return `"${issue.contact}" is not a contact of this account. Choose one that is.`;
    case 'developerEmails.invalid':
      return issue.character
        ? `"${issue.email}" has a character that an e-mail address cannot have here (${issue.character}).`
        : `"${issue.email}" is not a valid e-mail address.`;
    case 'developerEmails.duplicate':
      return `"${issue.email}" is there more than once.`;
    case 'developerEmails.tooMany':
      return `There are ${issue.count} e-mail addresses. At most ${issue.max} are allowed.`;
    case 'scopes.required':
      return 'A token needs at least one scope.';
    case 'scopes.unknown':
      return `There is no scope "${issue.scope}" in this version of the API.`;
    case 'scopes.duplicate':
      return `The scope "${issue.scope}" is there more than once.`;
    case 'scopes.missingRequirement':
      return `The scope "${issue.scope}" does not work without "${issue.requires}". Add it.`;
  }
}
