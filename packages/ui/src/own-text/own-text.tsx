import { Children, type ReactNode } from 'react';

/**
 * Puts text that may have siblings into elements of its own. Page translators replace text nodes; beside siblings, React then fails to
 * insert or remove, and goes on writing into a node that is no longer on the page.
 */
export function ownText(children: ReactNode): ReactNode {
  const parts = Children.toArray(children);
  if (parts.every(isText)) return <span>{parts.join('')}</span>;
  return Children.map(parts, (part) => (isText(part) ? <span>{part}</span> : part));
}

function isText(part: ReactNode): part is string | number {
  return typeof part === 'string' || typeof part === 'number';
}
