import { type ReactNode, useId, useLayoutEffect, useRef } from 'react';

interface ModalDialogProps {
  title: ReactNode;
  /** Stands below the title and is read out with it. */
  text: ReactNode;
  onCancel: () => void;
  /** The buttons. */
  actions: ReactNode;
  /** Stands between text and buttons. */
  children?: ReactNode;
}

/** A question over the page: it takes the focus while it is there, and gives it back. */
export function ModalDialog({ title, text, onCancel, actions, children }: ModalDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  const textId = useId();

  // A layout effect, because a dialog gives the focus back only if it is closed before it is taken out of the page.
  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    return () => element?.close();
  }, []);

  return (
    <dialog
      ref={dialog}
      className="dialog"
      aria-labelledby={titleId}
      aria-describedby={textId}
      onCancel={(event) => {
        event.preventDefault();
        onCancel();
      }}
    >
      <h2 id={titleId}>{title}</h2>
      <p id={textId}>{text}</p>
      {children}
      <div className="dialog-actions">{actions}</div>
    </dialog>
  );
}
