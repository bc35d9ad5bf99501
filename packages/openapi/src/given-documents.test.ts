// @vitest-environment node
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { catalogFromOpenApi } from './catalog-from-openapi.js';

/** Documents of real APIs are licensed test data outside the repository: where they are missing, small ones stand in elsewhere. */
const catalogs = new URL('../../../../shared/catalogs/', import.meta.url);

interface Facts {
  declared: string[];
  used: string[];
  usedButUndeclared: string[];
  declaredButUnused: string[];
  descriptionMissing: string[];
  operations: Record<
    string,
    {
      kind: string;
      source: string;
      alternatives: string[][];
      otherCredential?: boolean;
      anyToken?: boolean;
      tags: string[];
      deprecated?: boolean;
    }
  >;
}

const read = (path: string): unknown => parse(readFileSync(new URL(path, catalogs), 'utf8'), { maxAliasCount: -1 });

/** Parsing a document of a megabyte takes seconds on a busy machine. */
const timeout = 60_000;

describe.runIf(existsSync(catalogs))('of a real document', { timeout }, () => {
  const files = existsSync(catalogs) ? readdirSync(new URL('openapi', catalogs)) : [];
  test.each(files)('%s the importer says what an independent count of it says', (file) => {
    const facts = JSON.parse(
      readFileSync(new URL(`facts/${file.replace(/\.\w+$/, '')}.facts.json`, catalogs), 'utf8'),
    ) as Facts;
    const { catalog, operations } = catalogFromOpenApi(read(`openapi/${file}`));
    const scopes = catalog.categories.flatMap((category) => category.scopes);
    const idsOf = (...origins: string[]) =>
      scopes
        .filter(({ origin }) => origins.includes(origin))
        .map(({ id }) => id)
        .toSorted();
    expect(idsOf('documented', 'unused')).toEqual(facts.declared.toSorted());
    expect(idsOf('documented', 'undeclared')).toEqual(facts.used.toSorted());
    expect(idsOf('undeclared')).toEqual(facts.usedButUndeclared.toSorted());
    expect(idsOf('unused')).toEqual(facts.declaredButUnused.toSorted());
    const described = new Set(scopes.filter(({ description }) => description !== undefined).map(({ id }) => id));
    expect(facts.declared.filter((id) => !described.has(id)).toSorted()).toEqual(facts.descriptionMissing.toSorted());
    const said = operations.map(
      ({ method, path, kind, source, alternatives, otherCredential, anyToken, tags, deprecated }) =>
        [
          `${method} ${path}`,
          {
            kind,
            source,
            alternatives,
            ...(otherCredential && { otherCredential }),
            ...(anyToken && { anyToken }),
            tags,
            ...(deprecated && { deprecated }),
          },
        ] as const,
    );
    const expected = Object.entries(facts.operations).map(([key, { ...fact }]) => {
      Reflect.deleteProperty(fact, 'ext');
      return [key, fact] as const;
    });
    expect(Object.fromEntries(said)).toEqual(Object.fromEntries(expected));
  });

  test('the 26 documents of a partner platform give 26 categories and a scope for each of their 74 operations', () => {
    const names = readdirSync(new URL('partner-v16', catalogs));
    const documents = names.map((name) => read(`partner-v16/${name}`));
    const { catalog, diagnostics } = catalogFromOpenApi(documents, { documentNames: names });
    expect(catalog.categories).toHaveLength(26);
    expect(catalog.categories.flatMap(({ scopes }) => scopes)).toHaveLength(74);
    const receivers = diagnostics.filter(({ code }) => code === 'receiver-suspected');
    expect(receivers.map(({ place }) => place.pointer)).toEqual([
      '#/paths/~1your-configured-path/get',
      '#/paths/~1your-configured-path/post',
    ]);
  });
});
