import { afterEach } from 'vitest';

const complaints: string[] = [];

function textOf(value: unknown): string {
  if (value instanceof Error) return value.stack ?? String(value);
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value));
}

// A warning on the console is a defect that a host would see, so it fails the test that caused it. A test that is about
// such a message spies on the console itself, which replaces these two for as long as it looks.
for (const level of ['error', 'warn'] as const) {
  console[level] = (...args: unknown[]) => {
    complaints.push(`console.${level}: ${args.map(textOf).join(' ')}`);
  };
}

afterEach(() => {
  const heard = complaints.splice(0);
  if (heard.length > 0) throw new Error(`This test wrote to the console:\n${heard.join('\n')}`);
});
