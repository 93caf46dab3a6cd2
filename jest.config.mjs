/** Tests run from source: swc strips the types (tsc checks them, `npm run types`), packages resolve to their `src`. */
export default {
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  roots: ['<rootDir>/libs', '<rootDir>/services', '<rootDir>/deploy/local', '<rootDir>/trials'],
  testMatch: ['**/src/**/*.spec.ts'],
  testPathIgnorePatterns: ['/node_modules/', '/dist/', '\\.types\\.spec\\.ts$'],
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        jsc: {
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true },
          target: 'es2022',
        },
        module: { type: 'es6' },
      },
    ],
  },
  moduleNameMapper: {
    '^@lianxue/(client|contracts|wire|persistence|files|papers|testing)$': '<rootDir>/libs/$1/src/index.ts',
    '^@lianxue/local$': '<rootDir>/deploy/local/src/index.ts',
    '^@lianxue/(gateway|identity|resources|classrooms|reporting|incidents|activities)$': '<rootDir>/services/$1/src/index.ts',
    '^(\\.{1,2}/.*)\\.js$': '$1',
  },
  globalSetup: '<rootDir>/libs/testing/jest/setup.mjs',
  globalTeardown: '<rootDir>/libs/testing/jest/teardown.mjs',
  testTimeout: 30_000,
  maxWorkers: 2,
};
