/** @returns {number} The middle one; of an even number of samples, the mean of the middle two. */
export function median(/** @type {readonly number[]} */ samples) {
  const sorted = samples.toSorted((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
  const lower = sorted[Math.ceil(sorted.length / 2) - 1] ?? Number.NaN;
  return (lower + upper) / 2;
}

/** @returns {number} The smallest one that no more than 5 % of the samples exceed. */
export function p95(/** @type {readonly number[]} */ samples) {
  const sorted = samples.toSorted((a, b) => a - b);
  return sorted[Math.ceil(sorted.length * 0.95) - 1] ?? Number.NaN;
}
