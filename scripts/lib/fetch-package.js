import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Stop, runNpm } from './command.js'

/**
 * Fetches one package into `folder`, also one that npm would not install on this system, and resolves to where it lies.
 * npm does the fetching and refuses a file with another checksum than `integrity`.
 */
export async function fetchPackage(folder, { name, version, integrity }) {
  const dependencies = { [name]: version }
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ private: true, dependencies }))
  writeFileSync(
    join(folder, 'package-lock.json'),
    JSON.stringify({
      lockfileVersion: 3,
      packages: { '': { dependencies }, [`node_modules/${name}`]: { version, integrity } },
    }),
  )
  const quiet = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']
  const { code, output } = await runNpm(['ci', '--force', ...quiet], { cwd: folder })
  if (code !== 0)
    throw new Stop(`${name} ${version} could not be fetched from the npm registry:\n${output}`)
  return join(folder, 'node_modules', name)
}
