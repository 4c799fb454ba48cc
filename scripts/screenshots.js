import { runPackage, main } from './lib/command.js'
import { ensureTestApp } from './lib/ensure-test-app.js'

/** `node scripts/screenshots.js`: takes the pictures of docs/images from the real app on its simulated modems. */
await main(async () => {
  await ensureTestApp()
  const vitest = ['run', '--config', 'vitest.tools.config.ts', '--project', 'screenshots']
  const { code } = await runPackage('vitest/vitest.mjs', [...vitest, ...process.argv.slice(2)], {
    show: true,
  })
  return code
})
