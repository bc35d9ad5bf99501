import { Children, type ReactNode } from 'react';

/**
 * Puts text that may have siblings into elements of its own. Page translators replace text nodes; beside siblings, React then fails to
 * insert or remove, and goes on writing into a node that is no longer on the page.
 */
export function ownText(children: ReactNode): ReactNode {
  const parts = Children.toArray(children);
  if (parts.every(isText)) return <span>{parts.join('')}</span>;
  // biome-ignore lint/suspicious/noArrayIndexKey: text has nothing else to be known by.
  return parts.map((part, index) => (isText(part) ? <span key={index}>{part}</span> : part));
}

function isText(part: ReactNode): part is string | number {
  return typeof part === 'string' || typeof part === 'number';
}
