import { readAudit } from './lib/audit-report.js'
import { main, run } from './lib/command.js'

/**
 * `npm run audit`: asks the registry for known holes of the packages that go out. Where it does not answer nothing is known:
 * that is said, and with `--strict` it is a failure. A hole always is.
 */
await main(async () => {
  const strict = process.argv.includes('--strict')
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
  const { output } = await run(npm, ['audit', '--omit', 'dev', '--json'])
  const { known, why } = readAudit(output)
  if (!known) {
    console.log(`Not checked: the registry did not answer as npm audit asks (${why}).`)
    return strict ? 1 : 0
  }
  console.log(known.length === 0 ? 'No known holes in what goes out.' : known.join('\n'))
  return known.length === 0 ? 0 : 1
})
