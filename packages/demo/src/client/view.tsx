import { type ReactNode, useEffect } from 'react';

interface ViewProps {
  title: string;
  /** Stands beside the heading, at the upper right. */
  action?: ReactNode;
  children: ReactNode;
}

/** One view of the page; it names the document. */
export function View({ title, action, children }: ViewProps) {
  useEffect(() => {
    document.title = `${title} · Acme Partner Console`;
  }, [title]);

  return (
    <>
      <div className="view-header">
        <h1 tabIndex={-1}>{title}</h1>
        {action}
      </div>
      {children}
    </>
  );
}

/** Where the focus goes when what held it is gone. */
export function focusHeading(): void {
  document.querySelector('h1')?.focus();
}
