import { main, runPackage } from './lib/command.js'

/** `node scripts/docs.js`: writes the generated pages of docs anew; the same tests fail when a page is not current. */
await main(async () => {
  const { code } = await runPackage(
    'vitest/vitest.mjs',
    ['run', '--project', 'unit', 'test/docs', ...process.argv.slice(2)],
    { show: true, env: { UPDATE_DOCS: '1' } },
  )
  return code
})
