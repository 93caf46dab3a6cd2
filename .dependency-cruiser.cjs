/** Who may use whom. Each rule says why; `libs/testing/src/boundaries.spec.ts` proves that a forbidden import is refused. */
const service = '^services/([^/]+)/';
// A room is what several specs of one service share.
const spec = '[.](spec|room)[.]ts$';

module.exports = {
  forbidden: [
    {
      name: 'contracts-use-nothing',
      comment: 'The contracts are what everyone agrees on; whatever they used, everyone would use.',
      severity: 'error',
      from: { path: '^libs/contracts/src', pathNot: spec },
      to: { path: '^(libs/(?!contracts)|services|deploy|trials)|^node_modules/(?!zod/)|node_modules/@lianxue' },
    },
    {
      name: 'the-client-uses-nothing-of-ours',
      comment: 'It is published for vendors, who have nothing of this house: what it knows it has from the API document.',
      severity: 'error',
      from: { path: '^libs/client/src', pathNot: spec },
      to: { path: '^(libs/(?!client)|services|deploy|trials)' },
    },
    {
      name: 'wire-and-persistence-use-contracts-only',
      comment: 'They meet through the ports in contracts, joined by a service’s module, so that either can be replaced.',
      severity: 'error',
      from: { path: '^libs/(wire|persistence)/src', pathNot: spec },
      to: { path: '^(libs/(?!contracts)|services|deploy|trials)', pathNot: ['^libs/$1/'] },
    },
    {
      name: 'files-use-nothing-of-ours',
      comment: 'Bytes and tables know no subject; whatever service keeps or reads a file may use them.',
      severity: 'error',
      from: { path: '^libs/files/src', pathNot: spec },
      to: { path: '^(libs/(?!files)|services|deploy|trials)' },
    },
    {
      name: 'papers-use-contracts-and-files-only',
      comment: 'What is printed is a shape of the contracts; how it looks is nobody else’s business.',
      severity: 'error',
      from: { path: '^libs/papers/src', pathNot: spec },
      to: { path: '^(libs/(?!contracts|files|papers)|services|deploy|trials)' },
    },
    {
      name: 'a-service-never-uses-another',
      comment: 'What two services share is a contract; another’s files may change or move to another machine tomorrow.',
      severity: 'error',
      from: { path: service },
      to: { path: '^services/', pathNot: '^services/$1/' },
    },
    {
      name: 'testing-only-from-tests',
      comment: 'Test builders must never reach production code.',
      severity: 'error',
      from: { pathNot: [spec, '/spec-kit/', '^libs/testing/', '^trials/'] },
      to: { path: '^libs/testing/' },
    },
    {
      name: 'only-handlers-know-the-wire',
      comment: 'Rules, entities and views must be testable and movable without the wire.',
      severity: 'error',
      from: {
        path: '^services/(?!gateway)[^/]+/src/',
        pathNot: ['[.]handlers[.]ts$', '[.]client[.]ts$', '[.]module[.]ts$', 'main[.]ts$', 'index[.]ts$', spec],
      },
      to: { path: '^libs/wire/' },
    },
    {
      name: 'entities-use-nothing-of-the-service',
      comment: 'State and the rules that need only it; entities may know each other’s classes no more than by id.',
      severity: 'error',
      from: { path: '^services/([^/]+)/src/.*[.]entity[.]ts$' },
      to: { path: '^services/$1/src/.*[.](handlers|module|view)[.]ts$' },
    },
    {
      name: 'rules-do-not-use-handlers',
      comment: 'Handlers bind rules to the contract; the other way round would be a circle.',
      severity: 'error',
      from: { path: '^services/[^/]+/src/', pathNot: ['[.]module[.]ts$', '/part[.]ts$', 'index[.]ts$', spec] },
      to: { path: '[.]handlers[.]ts$' },
    },
    {
      name: 'no-circles',
      comment: 'A circle loads in an order nobody chose.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'no-unresolvable',
      comment: 'An import that resolves only by luck breaks on the next machine.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '/dist/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.cruise.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'require', 'node', 'default', 'types'] },
  },
};
