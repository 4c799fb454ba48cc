import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { bundled } from '../../support/bundled'
import { patienceMs } from '../../support/patience'
import { cases } from '../../support/proofs'

/** Of each kind. */
const races = cases(1000, 60)

let folder: string
let racers: ChildProcess[]
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'modem-bench-races-'))
  const script = await bundled(join(import.meta.dirname, 'lock-racer.ts'))
  racers = Array.from({ length: 4 }, () => fork(script, { execArgv: [] }))
}, patienceMs)
afterAll(async () => {
  for (const racer of racers) racer.kill('SIGKILL')
  await rm(folder, { recursive: true, force: true })
})

async function told(racer: ChildProcess, path: string): Promise<unknown> {
  const answer = once(racer, 'message')
  racer.send(path)
  const [said] = (await answer) as [unknown]
  return said
}

/** All of them ask at one moment, and whoever gets it holds it until all were answered. */
async function race(path: string, runners: number): Promise<readonly unknown[]> {
  const running = racers.slice(0, runners)
  const answers = await Promise.all(running.map((racer) => told(racer, path)))
  await Promise.all(running.map((racer) => told(racer, '')))
  return answers
}

test.each(['fresh', 'left by a dead process', 'left with the pid of another process'])(
  `a lock that is %s has one holder among two to four processes, ${races} times`,
  async (kind) => {
    for (let number = 0; number < races; number++) {
      const path = join(folder, String(number))
      if (kind.includes('dead')) await writeFile(`${path}.lock`, `999999999 0 stale${number}`)
      if (kind.includes('pid')) await writeFile(`${path}.lock`, `${process.pid} 0 stale${number}`)
      const runners = 2 + (number % 3)
      const answers = await race(path, runners)
      expect(answers.filter((one) => one === 'got')).toHaveLength(1)
      expect(answers.filter((one) => one === 'journal-in-use')).toHaveLength(runners - 1)
    }
    expect(await readdir(folder)).toEqual([])
  },
  10 * patienceMs,
)
