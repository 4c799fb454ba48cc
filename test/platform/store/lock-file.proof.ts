import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { faultCode } from '@core/fault'
import { lockFile } from '@platform/store/lock-file'
import { cases } from '../../support/proofs'

const races = cases(1000)
const atOnce = 10

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'modem-bench-races-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

/** How many of those who ask at once get it; the others have to be told that it is in use. */
async function winners(path: string, runners: number): Promise<number> {
  const asked = Array.from({ length: runners }, () => lockFile(path, 'journal-in-use'))
  const answers = await Promise.allSettled(asked)
  const won = answers.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []))
  for (const one of answers)
    if (one.status === 'rejected') expect(faultCode(one.reason)).toBe('journal-in-use')
  await Promise.all(won.map((release) => release()))
  return won.length
}

test.each(['fresh', 'left by a dead process', 'left with the pid of another process'])(
  `a lock that is %s has one holder after each of ${races} races of two to four`,
  async (kind) => {
    const holders = new Set<number>()
    const run = async (race: number) => {
      const path = join(folder, `${race}`)
      if (kind.includes('dead')) await writeFile(`${path}.lock`, `999999999 0 stale${race}`)
      if (kind.includes('pid')) await writeFile(`${path}.lock`, `${process.pid} 0 stale${race}`)
      holders.add(await winners(path, 2 + (race % 3)))
    }
    for (let race = 0; race < races; race += atOnce)
      await Promise.all(Array.from({ length: atOnce }, (_, next) => run(race + next)))
    expect([...holders]).toEqual([1])
    expect(await readdir(folder)).toEqual([])
  },
)
