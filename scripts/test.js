import { Stop, ending, main } from './lib/command.js'
import { ensureNodeModules } from './lib/node-modules.js'
import { Tally } from './lib/tally.js'
import { choosePhases } from './lib/test-phases.js'

const seconds = (since) => `${((Date.now() - since) / 1000).toFixed(1)} s`

async function runPhase({ name, work }, tally) {
  const started = Date.now()
  console.log(`\n== ${name}`)
  try {
    await work(tally)
  } catch (error) {
    console.log(error instanceof Stop ? error.message : error)
    tally.fail(`${name} (crashed: ${error.message.split('\n')[0]})`)
  }
  console.log(`== ${name}: ${seconds(started)}`)
  if (ending.asked) throw new Stop('Ended.')
}

function printEnd(tally, started) {
  console.log(`\nTogether ${seconds(started)}`)
  if (tally.skips.length > 0) console.log(`Skipped:\n  ${tally.skips.join('\n  ')}`)
  if (tally.seconds.length > 0)
    console.log(`Failed, and passed when run once more:\n  ${tally.seconds.join('\n  ')}`)
  if (tally.failures.length > 0) console.log(`Failed:\n  ${tally.failures.join('\n  ')}`)
  console.log(tally.line())
}

/** `npm test`, or a part of it: `npm test -- --only build,unit`. */
await main(async () => {
  const started = Date.now()
  const tally = new Tally()
  await ensureNodeModules()
  for (const phase of choosePhases(process.argv.slice(2))) await runPhase(phase, tally)
  printEnd(tally, started)
  return tally.failed === 0 ? 0 : 1
})
