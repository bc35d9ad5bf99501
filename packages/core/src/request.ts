import type { ScopeCatalog } from './catalog.js';
import { indexCatalog } from './catalog.js';
import type { Contact } from './contacts.js';
import { isEmail, wrongEmailCharacter } from './emails.js';
import type { Optional } from './optional.js';
import { findForbiddenCharacter, hasVisibleText, lengthOf } from './text.js';
import type { ApiVersion } from './versions.js';

/** What the user asks the host to create. */
export interface TokenRequest {
  /** Trimmed, in Unicode normalisation form C, not empty. */
  name: string;
  /** Trimmed, in form C; may be empty. Line breaks are `\n`. */
  description: string;
  /** Id of one of the offered versions. */
  version: string;
  /** Id of one of the offered contacts. */
  primaryContact: string;
  /** Addresses of people who are not account users; unique ignoring case. */
  developerEmails: readonly string[];
  /** Ids of the granted scopes, in catalog order, with everything they require. */
  scopes: readonly string[];
}

/** A part of the request that the user fills in. */
export type TokenField = keyof TokenRequest;

/** How much a request may hold. */
export interface TokenLimits {
  /** Longest name, in characters (Unicode code points). Default 64. */
  name: number;
  /** Longest description, in characters (Unicode code points). Default 500. */
  description: number;
  /** Most developer e-mail addresses. Default 50. */
  developerEmails: number;
}

export const defaultLimits: TokenLimits = { name: 64, description: 500, developerEmails: 50 };

/** Returns the limits of a host, with the default for each that is missing, not a number, or throws when it is read: it must not switch its rule off. */
export function withDefaults(limits: Optional<TokenLimits> = {}): TokenLimits {
  const limit = (name: keyof TokenLimits) => {
    try {
      const value = limits[name];
      if (typeof value === 'number' && !Number.isNaN(value)) return value;
    } catch {}
    return defaultLimits[name];
  };
  return { name: limit('name'), description: limit('description'), developerEmails: limit('developerEmails') };
}

/** One broken rule: which field, which rule, and the parameters its text needs. */
export type RequestIssue =
  | { field: 'name'; code: 'name.required' }
  | { field: 'name'; code: 'name.tooLong'; max: number; length: number }
  | { field: 'name'; code: 'name.forbiddenCharacter'; character: string }
  | { field: 'description'; code: 'description.tooLong'; max: number; length: number }
  | { field: 'description'; code: 'description.forbiddenCharacter'; character: string }
  | { field: 'version'; code: 'version.required' }
  | { field: 'version'; code: 'version.unknown'; version: string }
  | { field: 'primaryContact'; code: 'primaryContact.required' }
  | { field: 'primaryContact'; code: 'primaryContact.unknown'; contact: string }
  /** `character` names the first one that an address cannot have, as it is or as `U+200B`. */
  | { field: 'developerEmails'; code: 'developerEmails.invalid'; email: string; character?: string }
  | { field: 'developerEmails'; code: 'developerEmails.duplicate'; email: string }
  | { field: 'developerEmails'; code: 'developerEmails.tooMany'; max: number; count: number }
  | { field: 'scopes'; code: 'scopes.required' }
  | { field: 'scopes'; code: 'scopes.unknown'; scope: string }
  | { field: 'scopes'; code: 'scopes.duplicate'; scope: string }
  | { field: 'scopes'; code: 'scopes.missingRequirement'; scope: string; requires: string };

/** What a request is held against. */
export interface RequestRules {
  versions: readonly ApiVersion[];
  contacts: readonly Contact[];
  /** The catalog of the requested version. */
  catalog: ScopeCatalog;
  limits?: Optional<TokenLimits> | undefined;
  /** Whether a token without any scope makes sense to this host. Default false. */
  allowNoScopes?: boolean | undefined;
}

/** Every rule that a request breaks, in the order of the steps; empty when it may be sent. */
export function requestIssues(request: TokenRequest, rules: RequestRules): readonly RequestIssue[] {
  const limits = withDefaults(rules.limits);
  return [
    ...nameIssues(request.name, limits.name),
    ...descriptionIssues(request.description, limits.description),
    ...versionIssues(request.version, rules.versions),
    ...primaryContactIssues(request.primaryContact, rules.contacts),
    ...developerEmailIssues(request.developerEmails, limits.developerEmails),
    ...scopeIssues(request.scopes, rules.catalog, rules.allowNoScopes ?? false),
  ];
}

/** Token name: required, at most `max` characters, no control or bidirectional-override characters. */
export function nameIssues(name: string, max: number): readonly RequestIssue[] {
  if (!hasVisibleText(name)) return [{ field: 'name', code: 'name.required' }];
  const character = findForbiddenCharacter(name);
  if (character) return [{ field: 'name', code: 'name.forbiddenCharacter', character }];
  const length = lengthOf(name);
  return length > max ? [{ field: 'name', code: 'name.tooLong', max, length }] : [];
}

/** Description: optional, at most `max` characters, line breaks and tabs allowed. */
export function descriptionIssues(description: string, max: number): readonly RequestIssue[] {
  const character = findForbiddenCharacter(description.replaceAll(/[\n\t]/g, ''));
  if (character) return [{ field: 'description', code: 'description.forbiddenCharacter', character }];
  const length = lengthOf(description);
  return length > max ? [{ field: 'description', code: 'description.tooLong', max, length }] : [];
}

/** Version: one of those offered. */
export function versionIssues(version: string, versions: readonly ApiVersion[]): readonly RequestIssue[] {
  if (version === '') return [{ field: 'version', code: 'version.required' }];
  return versions.some(({ id }) => id === version) ? [] : [{ field: 'version', code: 'version.unknown', version }];
}

/** Primary contact: required, one of those offered. */
export function primaryContactIssues(contact: string, contacts: readonly Contact[]): readonly RequestIssue[] {
  if (contact === '') return [{ field: 'primaryContact', code: 'primaryContact.required' }];
  return contacts.some(({ id }) => id === contact)
    ? []
    : [{ field: 'primaryContact', code: 'primaryContact.unknown', contact }];
}

/** Developer e-mails: each valid, unique ignoring case, at most `max`. */
export function developerEmailIssues(emails: readonly string[], max: number): readonly RequestIssue[] {
  const issues: RequestIssue[] = [];
  const seen = new Set<string>();
  for (const email of emails) {
    const key = email.toLowerCase();
    if (!isEmail(email)) issues.push(invalidEmail(email));
    else if (seen.has(key)) issues.push({ field: 'developerEmails', code: 'developerEmails.duplicate', email });
    seen.add(key);
  }
  if (emails.length > max) {
    issues.push({ field: 'developerEmails', code: 'developerEmails.tooMany', max, count: emails.length });
  }
  return issues;
}

/** An entry that is not an address. */
export function invalidEmail(email: string): RequestIssue {
  const character = wrongEmailCharacter(email);
  return { field: 'developerEmails', code: 'developerEmails.invalid', email, ...(character && { character }) };
}

/** Scopes: known, without repetition, with everything they require; at least one unless `allowNone`. */
export function scopeIssues(
  scopes: readonly string[],
  catalog: ScopeCatalog,
  allowNone: boolean,
): readonly RequestIssue[] {
  if (scopes.length === 0) return allowNone ? [] : [{ field: 'scopes', code: 'scopes.required' }];
  const { scopes: places } = indexCatalog(catalog);
  const asked = new Set(scopes);
  const seen = new Set<string>();
  const issues: RequestIssue[] = [];
  for (const id of scopes) {
    const place = places.get(id);
    if (!place) issues.push({ field: 'scopes', code: 'scopes.unknown', scope: id });
    else if (seen.has(id)) issues.push({ field: 'scopes', code: 'scopes.duplicate', scope: id });
    const missing = place?.scope.requires?.find((required) => !asked.has(required));
    if (missing !== undefined) {
      issues.push({ field: 'scopes', code: 'scopes.missingRequirement', scope: id, requires: missing });
    }
    seen.add(id);
  }
  return issues;
}
