import { render, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { TokenwrightProvider, useTokenwright } from './tokenwright-provider.js';

function Probe() {
  const { messages, format, locale, dir, selectVariant, nonce, portalContainer } = useTokenwright();
  const { clearAll, undo } = messages.scopePicker;
  const container = portalContainer?.id ?? 'in place';
  const surroundings = [locale, dir ?? 'as the page', selectVariant, nonce ?? 'no nonce', container];
  return <p>{[clearAll, undo, format.number(1000), ...surroundings].join(' | ')}</p>;
}

const shown = () => screen.getByRole('paragraph').textContent;

test('without a provider everything speaks English', () => {
  render(<Probe />);
  expect(shown()).toBe('Clear All | Undo | 1,000 | en | as the page | radix | no nonce | in place');
});

test.each([
  ['in the outer one', { locale: 'de', dir: 'rtl', nonce: 'n1' }, { selectVariant: 'native' }],
  ['in the inner one', { locale: 'fr', selectVariant: 'native' }, { locale: 'de', dir: 'rtl', nonce: 'n1' }],
] as const)('a nested provider changes what it names and inherits the rest: %s', (_, outer, inner) => {
  const container = document.createElement('div');
  container.id = 'lists';
  render(
    <TokenwrightProvider
      {...outer}
      portalContainer={container}
      messages={{ scopePicker: { clearAll: 'Alles leeren' } }}
    >
      <TokenwrightProvider {...inner} messages={{ scopePicker: { undo: 'Zurück' } }}>
        <Probe />
      </TokenwrightProvider>
    </TokenwrightProvider>,
  );
  expect(shown()).toBe('Alles leeren | Zurück | 1.000 | de | rtl | native | n1 | lists');
});
