import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { changeScopes, neededBy, scopesStateOf } from '@tokenwright/core';
import { useState } from 'react';
import { expect, test, vi } from 'vitest';
import { ScopePicker } from './scope-picker.js';

const rendered: (string | undefined)[] = [];

// A row has one check box, which is not memoised: it renders whenever its row does.
vi.mock('../checkbox/checkbox.js', async (original) => {
  const { Checkbox } = await original<typeof import('../checkbox/checkbox.js')>();
  return {
    Checkbox(props: import('../checkbox/checkbox.js').CheckboxProps) {
      rendered.push(props.id);
      return <Checkbox {...props} />;
    },
  };
});

const catalog = {
  categories: ['Ads', 'Jobs'].map((label) => ({
    id: label,
    label,
    scopes: Array.from({ length: 20 }, (_, number) => ({
      id: `${label}.${number}`,
      label: `${label} scope ${number}`,
    })),
  })),
};

function Picker() {
  const [state, setState] = useState(() => scopesStateOf(catalog, ['Ads.0'], ['Ads', 'Jobs']));
  return (
    <ScopePicker
      catalog={catalog}
      value={state.selection}
      neededBy={neededBy(catalog, state.selection)}
      onValueChange={(change) => setState((current) => changeScopes(catalog, current, change))}
    />
  );
}

test('checking one of many scopes renders its row, and no other', async () => {
  render(<Picker />);
  const box = screen.getByLabelText('Ads scope 7');
  rendered.length = 0;
  await userEvent.click(box);
  expect(box).toBeChecked();
  expect(new Set(rendered)).toEqual(new Set([box.id]));
});
