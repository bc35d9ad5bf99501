import type { ScopeCatalog, ScopeNotice } from '@tokenwright/core';
import type { Format } from '../messages/format.js';
import type { NoticeMessages } from '../messages/messages.js';

/** The names behind the ids of a catalog. An id that the catalog lacks stands for itself. */
export interface CatalogLabels {
  scope(id: string): string;
  category(id: string): string;
}

export function catalogLabels({ categories }: ScopeCatalog): CatalogLabels {
  const categoryLabels = new Map(categories.map(({ id, label }) => [id, label]));
  const scopeLabels = new Map(categories.flatMap(({ scopes }) => scopes.map(({ id, label }) => [id, label])));
  return {
    scope: (id) => scopeLabels.get(id) ?? id,
    category: (id) => categoryLabels.get(id) ?? id,
  };
}

/** What the user reads and hears about one notice. */
export function noticeText(
  notice: ScopeNotice,
  labels: CatalogLabels,
  messages: NoticeMessages,
  format: Format,
): string {
  const named = (ids: readonly string[]) => ids.map(labels.scope);
  switch (notice.type) {
    case 'required.added':
    case 'dependent.removed':
      return messages[notice.type]({ because: named(notice.because), scopes: named(notice.scopes) }, format);
    case 'sensitive.leftOut':
      return messages[notice.type](
        { category: labels.category(notice.category), scopes: named(notice.scopes) },
        format,
      );
    case 'preset.applied':
      return messages[notice.type](
        { preset: notice.preset, added: named(notice.added), removed: named(notice.removed) },
        format,
      );
    case 'cleared':
    case 'undone':
      return messages[notice.type]({ count: notice.count }, format);
    case 'version.changed':
      return messages[notice.type]({ gone: notice.gone.map(({ label }) => label), added: named(notice.added) }, format);
  }
}
