import type { LeaveRisk } from '@tokenwright/react';
import { ModalDialog } from './modal-dialog.js';

interface LeaveQuestion {
  title: string;
  text: string;
}

/** What is asked before something is lost. Of answers nothing is: a draft keeps them. */
export const leaveQuestions: Partial<Record<LeaveRisk, LeaveQuestion>> = {
  secret: {
    title: 'Leave without storing the token?',
    text: 'It cannot be shown again. Without it you will have to create a new token.',
  },
  outcome: {
    title: 'Leave before you know whether there is a token?',
    text: 'Your request was sent. If you leave now, you never see the secret of a token that it makes. The request is kept with your draft: when you come back, you can find out.',
  },
};

interface LeaveDialogProps extends LeaveQuestion {
  onStay: () => void;
  onLeave: () => void;
}

/** Asks before the user leaves the wizard for another view. */
export function LeaveDialog({ title, text, onStay, onLeave }: LeaveDialogProps) {
  return (
    <ModalDialog
      title={title}
      text={text}
      onCancel={onStay}
      actions={
        <>
          <button type="button" className="button" onClick={onStay}>
            Stay here
          </button>
          <button type="button" className="button button-danger-solid" onClick={onLeave}>
            Leave anyway
          </button>
        </>
      }
    />
  );
}
