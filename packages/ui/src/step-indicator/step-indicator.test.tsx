import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { StepIndicator } from './step-indicator.js';

const steps = [
  { id: 'setup', label: 'Setup', state: 'complete', available: true },
  { id: 'contact', label: 'Contact Information', state: 'current', available: false },
  { id: 'scopes', label: 'API Scopes', state: 'upcoming', available: false },
] as const;

test('the user hears which steps are done, which one is current and which ones are to come', () => {
  render(<StepIndicator steps={steps} onStepSelect={vi.fn()} />);
  const list = within(screen.getByRole('navigation', { name: 'Progress' })).getByRole('list');
  const items = within(list).getAllByRole('listitem');
  expect(items[0]).toHaveTextContent('Completed: Setup');
  expect(items[1]).toHaveTextContent('Current: Contact Information');
  expect(items[1]).toHaveAttribute('aria-current', 'step');
  expect(items[2]).toHaveTextContent('Not started: API Scopes');
  expect(items.filter((item) => item.hasAttribute('aria-current'))).toHaveLength(1);
});

test('only steps that may be visited can be pressed', async () => {
  const onStepSelect = vi.fn();
  render(<StepIndicator steps={steps} onStepSelect={onStepSelect} />);
  const [button, ...others] = screen.getAllByRole('button');
  expect(others).toEqual([]);
  expect(button).toHaveAccessibleName('Completed: Setup');
  button?.focus();
  await userEvent.keyboard('{Enter}');
  expect(onStepSelect).toHaveBeenCalledExactlyOnceWith('setup');
});

test('where there is little room the current step is told in words', () => {
  render(<StepIndicator steps={steps} onStepSelect={vi.fn()} />);
  expect(screen.getByText('Step 2 of 3: Contact Information')).toBeInTheDocument();
});
