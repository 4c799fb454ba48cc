import { inspect } from 'node:util'
import { Stop, ending, main } from './lib/command.js'
import { ensureNodeModules } from './lib/node-modules.js'
import { Tally } from './lib/tally.js'
import { choosePhases, stagesOf } from './lib/test-phases.js'

const seconds = (since) => `${((Date.now() - since) / 1000).toFixed(1)} s`

/** Alone, a phase is heard while it runs; side by side with another, what it said is printed whole at its end. */
async function runPhase({ name, work }, tally, alone) {
  const started = Date.now()
  const said = [`\n== ${name}`]
  const say = alone ? (text) => console.log(text) : (text) => said.push(text)
  if (alone) console.log(said.pop())
  try {
    await work({ tally, say, show: alone })
  } catch (error) {
    say(error instanceof Stop ? error.message : inspect(error))
    tally.fail(`${name} (crashed: ${error.message.split('\n')[0]})`)
  }
  console.log([...said, `== ${name}: ${seconds(started)}`].join('\n'))
  if (ending.asked) throw new Stop('Ended.')
}

async function runStage(lanes, tally) {
  const alone = lanes.length === 1
  const names = lanes.map((lane) => lane.map(({ name }) => name).join(', '))
  if (!alone) console.log(`\nSide by side: ${names.join(' | ')}`)
  await Promise.all(
    lanes.map(async (lane) => {
      for (const phase of lane) await runPhase(phase, tally, alone)
    }),
  )
}

function printEnd(tally, started) {
  console.log(`\nTogether ${seconds(started)}`)
  if (tally.skips.length > 0) console.log(`Skipped:\n  ${tally.skips.join('\n  ')}`)
  if (tally.failures.length > 0) console.log(`Failed:\n  ${tally.failures.join('\n  ')}`)
  console.log(tally.line())
}

/** `npm test`, or a part of it: `npm test -- --only build,unit`. */
await main(async () => {
  const started = Date.now()
  const tally = new Tally()
  await ensureNodeModules()
  for (const lanes of stagesOf(choosePhases(process.argv.slice(2)))) await runStage(lanes, tally)
  printEnd(tally, started)
  return tally.failed === 0 ? 0 : 1
})
