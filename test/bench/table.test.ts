// @vitest-environment node
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { drawGrowth } from './plot.mjs';
import { readResults } from './results.mjs';
import { median, p95 } from './statistics.mjs';
import { table, verdict } from './table.mjs';

const target = { what: 'Clear All', measure: 'clear', size: 1000, atMost: 0.1, unit: 'ms' } as const;
const againstRhf = { ...target, against: { contender: 'rhf-radix' } } as const;
const result = (contender: string, samples: number[]) => ({
  measure: 'clear',
  contender,
  size: 1000,
  throttle: 1,
  samples,
});

test('the median is the middle sample, and p95 the one that few exceed', () => {
  expect(median([9, 1, 5])).toBe(5);
  expect(median([4, 1, 2, 9])).toBe(3);
  expect(p95(Array.from({ length: 100 }, (_, position) => 100 - position))).toBe(95);
});

test('a ratio is reached up to what is aimed at, and no further', () => {
  expect(verdict(againstRhf, [result('ours', [10]), result('rhf-radix', [100])]).reached).toBe(true);
  expect(verdict(againstRhf, [result('ours', [11]), result('rhf-radix', [100])]).reached).toBe(false);
});

test('what was not measured does not count as reached', () => {
  expect(verdict(target, []).reached).toBe(false);
  expect(verdict(againstRhf, [result('ours', [1])]).reached).toBe(false);
});

test('what we ourselves were not waited for with does not count as reached', () => {
  const own = { ...result('ours', [1]), isLeast: true as const };
  expect(verdict(againstRhf, [own, result('rhf-radix', [100])]).reached).toBe(false);
});

test('a run on a slowed processor is not taken for one at full speed', () => {
  expect(verdict({ ...target, atMost: 5 }, [{ ...result('ours', [1]), throttle: 4 }]).reached).toBe(false);
});

test('the README and its plot show what was measured last', () => {
  const results = readResults();
  expect(readFileSync('README.md', 'utf8')).toContain(table(results));
  expect(readFileSync('.github/images/growth.svg', 'utf8')).toBe(drawGrowth(results));
});
