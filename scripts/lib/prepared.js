import { prepareOtherSystems } from './other-systems.js'
import { packageMachine } from './package-machine.js'

/** What the tests of a project need beside the programs on PATH, as words of the environment that its files read. */
const ways = {
  wine: prepareOtherSystems,
  package: async () => ({ MODEM_BENCH_PACKAGES: JSON.stringify(await packageMachine()) }),
}

/** Projects that have something to be made before their first file. */
export const preparedProjects = Object.keys(ways)

/** Makes it once: `npm test` has it made beside the unit tests, and what it starts inherits the environment. */
export async function prepareFor(project) {
  const mark = `MODEM_BENCH_PREPARED_${project.toUpperCase()}`
  if (process.env[mark] === undefined)
    Object.assign(process.env, await ways[project](), { [mark]: 'yes' })
}
