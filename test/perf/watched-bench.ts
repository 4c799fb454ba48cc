import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { servedBench, type ServedBench } from '../support/served-bench'
import { longestTurns, turnWords } from '../support/turns'

/** With this set the longest turns are printed with their causes; being looked at costs the program a few per cent. */
const turnsWanted = process.env['MODEM_BENCH_TURNS'] === '1'
const watch = pathToFileURL(join(import.meta.dirname, 'turns-watch.mjs')).href
const mostTurns = 10

/** `serve` with a folder of its own, and the way to end both. */
export async function watchedBench(): Promise<{ bench: ServedBench; end(): Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), 'modem-bench-perf-'))
  const file = join(folder, 'turns.cpuprofile')
  const env = { NODE_OPTIONS: `--import=${watch}`, MODEM_BENCH_TURNS_FILE: file }
  const bench = await servedBench(folder, [], turnsWanted ? env : {})
  return {
    bench,
    end: async () => {
      await bench.host.stop()
      if (turnsWanted) {
        const turns = longestTurns(JSON.parse(readFileSync(file, 'utf8')), mostTurns)
        console.log(`longest turns:\n${turns.map(turnWords).join('\n')}`)
      }
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
