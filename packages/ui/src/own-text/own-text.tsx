import { Children, type ReactNode } from 'react';

/**
 * Puts text that may have siblings into elements of its own. Page translators replace text nodes; beside siblings, React then fails to
 * insert or remove, and goes on writing into a node that is no longer on the page.
 */
export function ownText(children: ReactNode): ReactNode {
  const parts = Children.toArray(children);
  // Of what `toArray` returns, only elements are objects.
  return parts.some((part) => typeof part === 'object') ? (
    Children.map(parts, (part) => (typeof part === 'object' ? part : <span>{part}</span>))
  ) : (
    <span>{parts.join('')}</span>
  );
}
