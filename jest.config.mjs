/** Jest finds, runs and reports the tests; libs/testing/jest/runner.mjs loads them. */
export default {
  testEnvironment: 'node',
  testRunner: '<rootDir>/libs/testing/jest/runner.mjs',
  transform: {},
  roots: ['<rootDir>/libs', '<rootDir>/services', '<rootDir>/deploy/local', '<rootDir>/trials'],
  testMatch: ['**/src/**/*.spec.ts'],
  testPathIgnorePatterns: ['/node_modules/', '/dist/', '\\.types\\.spec\\.ts$'],
  globalSetup: '<rootDir>/libs/testing/jest/setup.mjs',
  globalTeardown: '<rootDir>/libs/testing/jest/teardown.mjs',
  testTimeout: 30_000,
  maxWorkers: 2,
};
