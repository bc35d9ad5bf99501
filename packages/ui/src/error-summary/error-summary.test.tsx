import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { createRef } from 'react';
import { expect, test, vi } from 'vitest';
import { ErrorSummary } from './error-summary.js';

test('following a link focuses the control to be mended and leaves the address of the page alone', async () => {
  const onErrorSelect = vi.fn();
  const error = { message: 'Enter a token name', fieldId: 'name' };
  render(
    <>
      <ErrorSummary errors={[error]} onErrorSelect={onErrorSelect} />
      <input id="name" aria-label="Token Name" />
    </>,
  );
  const address = location.href;
  await userEvent.click(screen.getByRole('link', { name: 'Enter a token name' }));
  expect(screen.getByRole('textbox')).toHaveFocus();
  expect(onErrorSelect).toHaveBeenCalledExactlyOnceWith(error);
  expect(location.href).toBe(address);
});

test('it can be focused, and the alert is inside what is focused', () => {
  const ref = createRef<HTMLDivElement>();
  render(<ErrorSummary ref={ref} errors={[{ message: 'Select at least one scope' }]} headingLevel={3} />);
  ref.current?.focus();
  expect(ref.current).toHaveFocus();
  expect(ref.current).not.toHaveAttribute('role');
  expect(ref.current).toContainElement(screen.getByRole('alert'));
  expect(screen.getByRole('heading', { level: 3, name: 'There is a problem' })).toBeVisible();
});

test('an error that belongs to no field is text, whatever it holds', () => {
  const { container } = render(<ErrorSummary errors={[{ message: '<script>alert(1)</script>' }]} />);
  expect(screen.getByText('<script>alert(1)</script>')).toBeVisible();
  expect(screen.queryByRole('link')).toBeNull();
  expect(container.querySelector('script')).toBeNull();
});

test.each([undefined, 'name'])(
  'an error keeps its own writing direction, so that its punctuation stays at its end: field %s',
  (fieldId) => {
    const message = 'الاسم مستخدم من قبل (ads)!';
    render(<ErrorSummary errors={[{ message, fieldId }]} />);
    expect(screen.getByText(message).tagName).toBe('BDI');
  },
);
