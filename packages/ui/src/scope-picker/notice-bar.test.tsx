import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { changeScopes, noScopes, type ScopeCatalog, type ScopesState } from '@tokenwright/core';
import { useState } from 'react';
import { expect, test } from 'vitest';
import { ScopePicker } from './scope-picker.js';

const catalog: ScopeCatalog = {
  categories: [
    {
      id: 'jobs',
      label: 'Jobs',
      scopes: [
        { id: 'jobs.list', label: 'List jobs' },
        { id: 'jobs.run', label: 'Run a job', requires: ['jobs.list'] },
      ],
    },
  ],
};

function Owned() {
  const [state, setState] = useState<ScopesState>(noScopes);
  return (
    <ScopePicker
      catalog={catalog}
      value={state.selection}
      notices={state.notices}
      onValueChange={(change) => setState((current) => changeScopes(catalog, current, change))}
    />
  );
}

const added = 'List jobs also selected, because Run a job needs it.';
const shown = () => screen.queryAllByText(added, { selector: '[data-part="notices"] *' });

test('a message can be dismissed; the focus goes back to what brought it about, and the next message is shown', async () => {
  render(<Owned />);
  await userEvent.click(screen.getByRole('switch', { name: 'Jobs' }));
  const run = screen.getByRole('checkbox', { name: 'Run a job' });
  await userEvent.click(run);
  expect(shown()).not.toEqual([]);
  await userEvent.click(screen.getByRole('button', { name: 'Dismiss this message' }));
  expect(shown()).toEqual([]);
  expect(run).toHaveFocus();
  await userEvent.click(screen.getByRole('checkbox', { name: 'List jobs' }));
  expect(screen.getByRole('button', { name: 'Dismiss this message' })).toBeVisible();
});
