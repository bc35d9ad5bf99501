// Mutation testing: each mutant is core with one small change, and a test has to notice it. See README.md beside this file.

export default {
  mutate: ['packages/core/src/**/*.ts', '!packages/core/src/**/*.{test,fixture}.ts'],
  // The copy that is mutated holds only what the tests below read.
  ignorePatterns: [
    '**',
    '!package.json',
    '!tsconfig.base.json',
    '!packages/core/**',
    '!test/{model,mutation,setup}/**',
  ],
  tempDirName: '.tmp/mutation',
  testRunner: 'vitest',
  vitest: { configFile: 'test/mutation/vitest.config.ts' },
  coverageAnalysis: 'perTest',
  concurrency: 2,
  thresholds: { high: 95, low: 90, break: 90 },
  reporters: ['clear-text', 'html', 'json'],
  clearTextReporter: { allowColor: false, reportTests: false },
  htmlReporter: { fileName: '.tmp/mutation-report.html' },
  jsonReporter: { fileName: '.tmp/mutation-report.json' },
  allowEmpty: false,
};
