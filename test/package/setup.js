import { packageMachine } from '../../scripts/lib/package-machine.js'

/** Runs once before the files of this project; the workers inherit the environment. */
export default async function setup() {
  process.env.MODEM_BENCH_PACKAGES = JSON.stringify(await packageMachine())
}
