'use client';

import type { ScopeSelection } from '@tokenwright/core';
import { Button } from '../button/button.js';
import type { Format } from '../messages/format.js';
import type { TokenwrightMessages } from '../messages/messages.js';
import { useWords } from '../provider/tokenwright-provider.js';
import { countFound, type SearchResult } from '../scope-search/scope-search.js';
import { callText } from './call-text.js';
import type { CatalogLookUp } from './catalog-look-up.js';
import { ownWords, part } from './scope-picker-contract.js';
import type { ScopeView } from './use-scope-view.js';

/** How much search and filters show, and what is selected behind them. */
export function ShownCount({ found, value, total }: { found: SearchResult; value: ScopeSelection; total: number }) {
  const { messages, format } = useWords(ownWords);
  const texts = messages.scopePicker;
  const matches = countFound(found);
  const hidden = total - countGrantedIn(found, value);
  return (
    <>
      {matches > 0 && (
        <p {...part('matches')}>
          <bdi>{texts.matches({ count: matches }, format)}</bdi>
        </p>
      )}
      {hidden > 0 && (
        <p {...part('hidden-selected')}>
          <bdi>{texts.hiddenSelected({ count: hidden }, format)}</bdi>
        </p>
      )}
    </>
  );
}

/** Nothing to show, and the way back to everything. */
export function NothingFound({ text, onShowAll }: { text: string; onShowAll: () => void }) {
  const { messages } = useWords(ownWords);
  return (
    <div {...part('nothing-found')}>
      <p {...part('nothing-found-text')}>
        <bdi>{text}</bdi>
      </p>
      <Button size="small" onClick={onShowAll}>
        {messages.scopePicker.showAll}
      </Button>
    </div>
  );
}

/** What search and filters led to, in words. */
export function answerText(
  { call, found, searched, access, selectedOnly }: ScopeView,
  lookUp: CatalogLookUp,
  texts: TokenwrightMessages['scopePicker'],
  format: Format,
): string {
  if (call?.matches.length) {
    return call.matches
      .map(({ endpoint, alternatives }) => {
        const [first] = alternatives;
        const asked = callText(endpoint);
        return alternatives.some(({ missing }) => missing.length === 0)
          ? texts.call.foundAllowed({ call: asked }, format)
          : texts.call.found(
              {
                call: asked,
                scopes: first?.scopes.map(lookUp.scopeLabel) ?? [],
                others: alternatives.length - 1,
              },
              format,
            );
      })
      .join(' ');
  }
  if (call) return texts.call.unknown({ call: callText(call.call) }, format);
  const count = found ? countFound(found) : 0;
  return count > 0
    ? texts.matches({ count }, format)
    : texts.noMatches({ query: searched, filtered: selectedOnly || access.length > 0 }, format);
}

/** How many of the scopes that the token would hold are among those found. */
function countGrantedIn(found: SearchResult, value: ScopeSelection): number {
  const granted = new Set(value.flatMap(({ enabled, checked }) => (enabled ? checked : [])));
  let count = 0;
  for (const scopes of found.values()) count += scopes.filter(({ id }) => granted.has(id)).length;
  return count;
}
