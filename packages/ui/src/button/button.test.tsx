import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { Button } from './button.js';

test('pressing a button inside a form of the host does its own thing and does not send the form', async () => {
  const onSubmit = vi.fn();
  const onClick = vi.fn();
  render(
    <form onSubmit={onSubmit}>
      <Button onClick={onClick}>Next</Button>
    </form>,
  );
  await userEvent.click(screen.getByRole('button', { name: 'Next' }));
  expect(onClick).toHaveBeenCalledOnce();
  expect(onSubmit).not.toHaveBeenCalled();
});

test.each(['busy', 'disabled'])('a %s button keeps the focus and its name, and does nothing', async (state) => {
  const onClick = vi.fn();
  const { rerender } = render(<Button onClick={onClick}>Create</Button>);
  const button = screen.getByRole('button', { name: 'Create' });
  button.focus();
  rerender(
    <Button onClick={onClick} {...{ [state]: true }}>
      Create
    </Button>,
  );
  expect(button).toHaveFocus();
  expect(button).toHaveAttribute('aria-disabled', 'true');
  expect(button).toHaveAccessibleName('Create');
  await userEvent.click(button);
  await userEvent.keyboard('{Enter} ');
  expect(onClick).not.toHaveBeenCalled();
});
