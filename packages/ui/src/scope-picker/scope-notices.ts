import type { ScopeNotice } from '@tokenwright/core';
import type { Format } from '../messages/format.js';
import type { NoticeMessages } from '../messages/messages.js';
import type { CatalogLookUp } from './catalog-look-up.js';

/** What the user reads and hears about one notice. */
export function noticeText(
  notice: ScopeNotice,
  lookUp: CatalogLookUp,
  messages: NoticeMessages,
  format: Format,
): string {
  const named = (ids: readonly string[]) => ids.map(lookUp.scopeLabel);
  switch (notice.type) {
    case 'required.added':
    case 'dependent.removed':
      return messages[notice.type]({ because: named(notice.because), scopes: named(notice.scopes) }, format);
    case 'sensitive.leftOut':
      return messages[notice.type](
        { category: lookUp.categoryLabel(notice.category), scopes: named(notice.scopes) },
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
