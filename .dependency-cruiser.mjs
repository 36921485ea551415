// Who may import whom, as docs/architecture.md says it. `npm test` checks it, and a test plants a
// violation of each rule to prove that it is looked for.
const PURE = '^src/(calendar|records|indicators|signals|papers|disclosure|practice|inspections/(reading|frameworks))/'
const DOORS = '^src/(server|worker|cli)\\.ts$'
// The rooms that put rooms together: what lies in src/ itself, and the commands.
const BUILDERS = '^src/([^/]+\\.ts$|app/|cli/)'
const TESTS = '\\.test\\.ts$'

const forbidden = [
  {
    name: 'no-circle',
    comment: 'Two files that need each other to run are one, or hold a third.',
    from: {},
    to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
  },
  {
    name: 'no-circle-of-modules',
    comment: 'Not even in types: of two modules that know each other neither can be read alone.',
    from: { path: '^src/([^/]+)/' },
    to: { circular: true, via: { pathNot: '^src/$1/' } },
  },
  {
    name: 'kit-imports-nothing-of-ours',
    comment: 'kit/ is technical: it has no domain word and could serve another product.',
    from: { path: '^src/kit/', pathNot: TESTS },
    to: { path: '^(src|tests|scripts|conformance|bench)/', pathNot: '^src/kit/' },
  },
  {
    name: 'pure-rooms-do-no-input-or-output',
    comment: 'What they need, today’s date included, is an argument.',
    from: { path: PURE, pathNot: TESTS },
    to: { dependencyTypes: ['core'] },
  },
  {
    name: 'pure-rooms-import-pure-rooms',
    comment: 'Of packages they may use those that only compute.',
    from: { path: PURE, pathNot: TESTS },
    to: { pathNot: [PURE, '^node:', 'node_modules/(temporal-|@js-temporal|d3-)'], dependencyTypesNot: ['core'] },
  },
  {
    name: 'doors-open-on-app-config-and-kit',
    comment: 'A door reads the configuration, builds and starts. It has no logic.',
    from: { path: DOORS },
    to: { path: '^src/', pathNot: ['^src/(app|config)\\.ts$', '^src/(kit|app|cli)/', DOORS] },
  },
  {
    name: 'no-room-imports-app',
    comment: 'app.ts knows every room, so no room may know it.',
    from: { path: '^src/', pathNot: [BUILDERS, TESTS] },
    to: { path: '^src/app(\\.ts$|/)' , pathNot: '^src/app/' },
  },
  {
    name: 'modules-meet-at-their-index',
    comment: 'What a module does not re-export is its own business.',
    from: { path: '^src/([^/]+)/', pathNot: ['^src/(kit|app|cli)/', TESTS] },
    to: { path: '^src/[^/]+/', pathNot: ['^src/$1/', '^src/kit/', '^src/[^/]+/index\\.ts$'] },
  },
  {
    name: 'app-meets-modules-at-their-index',
    comment: 'What a module does not re-export is its own business.',
    from: { path: BUILDERS, pathNot: TESTS },
    to: { path: '^src/[^/]+/', pathNot: ['^src/(kit|app|cli)/', '^src/[^/]+/index\\.ts$'] },
  },
  {
    name: 'only-app-imports-overview-and-reports',
    comment: 'They look at every room, so no room may look at them.',
    from: { path: '^src/', pathNot: [BUILDERS, '^src/(overview|reports)/', TESTS] },
    to: { path: '^src/(overview|reports)/' },
  },
  {
    name: 'journal-and-thread-stand-below',
    comment: 'The rooms that use them hand them what they need to know.',
    from: { path: '^src/(journal|thread)/', pathNot: TESTS },
    to: { path: '^src/[^/]+/', pathNot: '^src/(journal|thread|kit|calendar|council|people)/' },
  },
  {
    name: 'views-see-types-pure-code-and-html',
    comment: 'A view gets one typed model; it fetches and stores nothing.',
    from: { path: '\\.view\\.ts$' },
    to: {
      path: '(^|/)(store|jobs)(\\.ts$|/)|^src/kit/(db|jobs|files)/|^src/kit/http/(?!form\\.ts$)|node_modules/(pg|kysely|fastify|pg-boss)/',
      dependencyTypesNot: ['type-only'],
    },
  },
  {
    name: 'views-do-no-input-or-output',
    comment: 'What a view looks like depends on its model alone.',
    from: { path: '\\.view\\.ts$' },
    to: { dependencyTypes: ['core'] },
  },
  {
    name: 'sql-only-in-stores',
    comment: 'SQL has one home in each module, so that it can be read and changed in one place.',
    from: { path: '^src/', pathNot: ['(^|/)store(\\.ts$|/)', '^src/kit/(db|jobs)/', TESTS] },
    to: { path: 'node_modules/(kysely|pg)/' },
  },
  {
    name: 'product-does-not-import-tests',
    comment: 'Tests, scripts and benchmarks stand around the product.',
    from: { path: '^src/', pathNot: TESTS },
    to: { path: '^(tests|scripts|conformance|bench)/|\\.test\\.ts$' },
  },
  {
    name: 'what-is-imported-exists',
    comment: 'A module that cannot be found would pass every other rule unseen.',
    from: {},
    to: { couldNotResolve: true },
  },
  {
    name: 'product-does-not-need-dev-packages',
    comment: 'Where it runs they are not installed.',
    // The style sheet is compiled when the package is built, and what it gives is committed.
    from: { path: '^src/', pathNot: [TESTS, '^src/kit/assets/compile\\.ts$'] },
    to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'], pathNot: 'node_modules/@types/' },
  },
].map(rule => ({ severity: 'error', ...rule }))

export default {
  forbidden,
  options: {
    doNotFollow: { path: 'node_modules' },
    // Scripts for the browser name each other as the site serves them.
    exclude: { path: '^src/kit/assets/.*\\.js$' },
    tsPreCompilationDeps: 'specify',
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.mjs', '.js', '.json'],
    },
  },
}
