import { prepareOtherSystems } from '../../scripts/lib/other-systems.js'

/** Runs once before the files of this project; the workers inherit the environment. */
export default async function setup() {
  Object.assign(process.env, await prepareOtherSystems())
}
