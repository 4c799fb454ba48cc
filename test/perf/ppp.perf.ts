import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { beforeAll, describe, expect, test } from 'vitest'
import { bundled } from '../support/bundled'
import { hasPtys, ptyPair } from '../support/pty-pair'
import { median, reportRatio } from '../support/ratio'
import { hasSlirp } from '../support/slirp'

const runs = 9
const total = 5_000_000

const rate = (ms: number) => `${((total * 8) / ms / 1000).toFixed(0)} Mbit/s`

interface Part {
  readonly name: string
  readonly kind: 'ppp' | 'mux' | 'download'
  /** At most so many times as long as the bare byte stream. */
  readonly goal: number
  readonly needs?: boolean
}

const parts: readonly Part[] = [
  {
    name: 'PPP goodput over a pty against the bare byte stream',
    kind: 'ppp',
    goal: 1.3,
  },
  {
    name: 'PPP goodput through the multiplexer against the bare byte stream',
    kind: 'mux',
    goal: 1.4,
  },
  {
    name: 'TCP download through slirp against the bare byte stream',
    kind: 'download',
    // slirp is the slower end: it keeps 8 KiB under way, so that this is a matter of turns, and its segments have 512 octets.
    goal: 2,
    needs: hasSlirp,
  },
]

/** In a program of its own, bundled as what is shipped: among the test's modules each call of another module costs a look-up. */
describe.skipIf(!hasPtys)('goodput', () => {
  let program: string
  beforeAll(async () => {
    program = await bundled(join(import.meta.dirname, 'goodput', 'run.ts'))
  })

  test.each(parts.filter(({ needs }) => needs !== false))('$name', async ({ name, kind, goal }) => {
    const pair = await ptyPair()
    try {
      const args = [program, kind, pair.near, pair.far, `${total}`, `${runs}`]
      const { stdout } = await promisify(execFile)(process.execPath, args)
      const { bare, ours } = JSON.parse(stdout) as { bare: number[]; ours: number[] }
      expect([bare.length, ours.length]).toEqual([runs, runs])
      const [oursMs, bareTime] = [median(ours), median(bare)]
      reportRatio({ name, oursMs, bareMs: bareTime, runs, goal })
      console.log(
        `${name}: ${rate(oursMs)} of ${rate(bareTime)}, ${(bareTime / oursMs).toFixed(2)}`,
      )
    } finally {
      await pair.remove()
    }
  })
})
