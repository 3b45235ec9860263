// The layer table of the architecture. Each row: who may not import what, and why. Read top to bottom = outside to inside.
// scripts/check-layers.mjs runs it and proves with scripts/layer-canaries that every row still bites.
const rule = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to })
const TEST = '(\\.(test|fixture)\\.tsx?$|/testdata/)'

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    rule(
      'nobody-imports-app',
      'app/ is routing only; shared code moves down.',
      { pathNot: '^app/' },
      { path: '^app/' },
    ),
    rule(
      'app-not-to-engine-room',
      'Pages read through lib/data with an Actor, write through components → lib/actions.',
      { path: '^app/' },
      { path: '^(lib/jobs|prisma)/' },
    ),
    rule(
      'components-see-no-data',
      'A component gets rows as props and calls actions; it never reads.',
      { path: '^components/' },
      { path: '^(lib/(data|auth|jobs|files)|prisma)/' },
    ),
    rule(
      'ui-kit-has-no-nouns',
      'Could components/ui ship in another product?',
      { path: '^components/ui/' },
      // What every form and action say to each other carries no noun either.
      { path: '^(components/(?!ui/)|lib/(actions|domain|schemas)/)', pathNot: '^lib/actions/form-state\\.ts$' },
    ),
    rule('lib-knows-no-ui', 'Components sit on lib, never under it.', { path: '^lib/' }, { path: '^components/' }),
    rule(
      'actions-run-no-jobs',
      'An action changes facts; what a job repeats lives in lib/data for both.',
      { path: '^lib/actions/' },
      { path: '^lib/jobs/' },
    ),
    rule(
      'auth-knows-no-callers',
      'Sign-in is asked by actions, pages and jobs alike; it asks only data and rules.',
      { path: '^lib/auth/' },
      { path: '^lib/(actions|jobs|files)/' },
    ),
    rule(
      'only-actions-and-shell-know-next',
      'lib/data, jobs, files, domain, schemas must run in a script and in vitest.',
      { path: '^lib/(data|jobs|files|domain|schemas)/' },
      { path: '(^|/)node_modules/(next|next-auth|react|react-dom)/' },
    ),
    rule(
      'engine-looks-down-only',
      'Data access and jobs know rules and contracts, not callers; the script hands jobs their Actor.',
      { path: '^lib/(data|jobs)/' },
      { path: '^lib/(actions|auth|i18n)/' },
    ),
    rule(
      'data-serves-rows-only',
      'Jobs and files call for rows, never the reverse.',
      { path: '^lib/data/' },
      { path: '^lib/(jobs|files)/' },
    ),
    rule(
      'files-are-bytes',
      'Bytes in, bytes out: no rows, no accounts, no words of its own.',
      { path: '^lib/files/' },
      { path: '^lib/(data|auth|actions|jobs|i18n|schemas)/' },
    ),
    rule(
      'words-read-nothing',
      'lib/i18n turns codes into text; it never fetches them.',
      { path: '^lib/i18n/' },
      { path: '^lib/(data|auth|actions|jobs|files)/' },
    ),
    rule(
      'prisma-lives-in-data',
      'One door to the database.',
      { pathNot: '^(lib/data|prisma)/' },
      { path: '(^prisma/generated/|node_modules/@prisma/|^lib/data/db\\.ts$)' },
    ),
    rule(
      'schemas-are-contracts',
      'zod and domain types only; usable in the browser.',
      { path: '^lib/schemas/', pathNot: TEST },
      { pathNot: '(^lib/(schemas|domain)/|node_modules/zod/)' },
    ),
    rule(
      'domain-is-pure',
      'No npm, no node:, no other layer. Rules only.',
      { path: '^lib/domain/', pathNot: TEST },
      { pathNot: '^lib/domain/' },
    ),
    rule(
      'fixtures-are-for-tests',
      'Fixtures make Actors and facts out of thin air; only a test may.',
      { pathNot: TEST },
      { path: '(\\.fixture\\.tsx?$|/testdata/)' },
    ),
    rule('no-cycles', 'A cycle means two modules are one.', {}, { circular: true }),
  ],
  options: {
    // The generated client is a target to be guarded, not code of ours to be checked.
    doNotFollow: { path: '(node_modules|^prisma/generated)/' },
    exclude: { path: '^(\\.next|scripts/layer-canaries)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
  },
}
