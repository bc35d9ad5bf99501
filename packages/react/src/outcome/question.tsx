'use client';

import { Button, type QuestionMessages } from '@tokenwright/ui';
import { part } from '../parts/part.js';

export interface QuestionProps {
  messages: Pick<QuestionMessages, 'body' | 'confirm' | 'dismiss'>;
  onConfirm: () => void;
  onDismiss: () => void;
}

/**
 * Represents a question before something is lost; the safe answer comes first.
 * Renders a `<div>`.
 */
export function Question({ messages, onConfirm, onDismiss }: QuestionProps) {
  return (
    <>
      <p {...part('text')}>{messages.body}</p>
      <div {...part('actions')}>
        <Button variant="primary" onClick={onDismiss}>
          {messages.dismiss}
        </Button>
        <Button variant="danger" onClick={onConfirm}>
          {messages.confirm}
        </Button>
      </div>
    </>
  );
}
