import { render, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { TokenwrightProvider, useTokenwright } from './tokenwright-provider.js';

function Probe() {
  const { messages, format, locale, dir, selectVariant } = useTokenwright();
  const { clearAll, undo } = messages.scopePicker;
  return <p>{[clearAll, undo, format.number(1000), locale, dir ?? 'as the page', selectVariant].join(' | ')}</p>;
}

const shown = () => screen.getByRole('paragraph').textContent;

test('without a provider everything speaks English', () => {
  render(<Probe />);
  expect(shown()).toBe('Clear All | Undo | 1,000 | en | as the page | radix');
});

test('a nested provider changes what it names and inherits the rest', () => {
  render(
    <TokenwrightProvider locale="de" dir="rtl" messages={{ scopePicker: { clearAll: 'Alles leeren' } }}>
      <TokenwrightProvider selectVariant="native" messages={{ scopePicker: { undo: 'Zurück' } }}>
        <Probe />
      </TokenwrightProvider>
    </TokenwrightProvider>,
  );
  expect(shown()).toBe('Alles leeren | Zurück | 1.000 | de | rtl | native');
});
