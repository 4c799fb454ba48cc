import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { servedBench, type ServedBench } from '../support/served-bench'
import { longestTurns, turnWords } from '../support/turns'

/** With this set the longest turns are printed with their causes; being looked at costs the program a few per cent. */
const turnsWanted = process.env['MODEM_BENCH_TURNS'] === '1'
const watch = pathToFileURL(join(import.meta.dirname, 'turns-watch.mjs')).href
const loopWatch = pathToFileURL(join(import.meta.dirname, 'loop-watch.mjs')).href
const mostTurns = 10
/** What the start of a program takes is not looked at. */
const startTurns = 1_000

/** What the late turns of the loop were late by: work of their own, or a computer that gave the time to others. */
function loopWords(file: string): string {
  if (!existsSync(file)) return ''
  const turns = (JSON.parse(readFileSync(file, 'utf8')) as number[][]).slice(startTurns)
  const longest = (part: number) =>
    turns
      .map((turn) => turn[part] ?? 0)
      .sort((a, b) => b - a)
      .slice(0, 3)
      .map((ms) => ms.toFixed(0))
      .join(', ')
  return `turns late by ${longest(0)} ms at the most; their own work took ${longest(1)} ms, they waited for a processor ${longest(2)} ms`
}

/** `serve` with a folder of its own, and the way to end both. */
export async function watchedBench(): Promise<{ bench: ServedBench; end(): Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), 'modem-bench-perf-'))
  const file = join(folder, 'turns.cpuprofile')
  const loopFile = join(folder, 'loop.json')
  const env = {
    NODE_OPTIONS: `--import=${watch} --import=${loopWatch}`,
    MODEM_BENCH_TURNS_FILE: file,
    MODEM_BENCH_LOOP_FILE: loopFile,
  }
  const bench = await servedBench(folder, [], turnsWanted ? env : {})
  return {
    bench,
    end: async () => {
      await bench.host.stop()
      if (turnsWanted) {
        const turns = longestTurns(JSON.parse(readFileSync(file, 'utf8')), mostTurns)
        console.log(loopWords(loopFile))
        console.log(`longest turns:\n${turns.map(turnWords).join('\n')}`)
      }
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
