import { expect, test, vi } from 'vitest';

for (const level of ['error', 'warn'] as const) {
  test.fails(`a test that causes a console.${level} fails`, () => {
    console[level]('Each child in a list should have a unique "key" prop.');
  });

  test(`a test that is about a console.${level} may look at it`, () => {
    const spy = vi.spyOn(console, level).mockImplementation(() => {});
    console[level]('expected');
    expect(spy).toHaveBeenCalledExactlyOnceWith('expected');
    spy.mockRestore();
  });
}
