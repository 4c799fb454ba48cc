import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, test } from 'vitest'
import { bareMs, openEnds, openMuxEnds, pppMs } from '../support/goodput'
import { hasPtys, ptyPair } from '../support/pty-pair'
import { median, reportRatio } from '../support/ratio'
import { hasSlirp } from '../support/slirp'
import { slirpLink } from '../support/slirp-link'

const runs = 7
/** The compiler needs some megabytes before it is done with the codecs. */
const warmUps = 2
const total = 5_000_000

const rate = (ms: number) => `${((total * 8) / ms / 1000).toFixed(0)} Mbit/s`

interface Part {
  readonly name: string
  /** At most so many times as long as the bare byte stream. */
  readonly goal?: number
  readonly needs?: boolean
  readonly run: (near: string, far: string) => Promise<number>
}

const parts: readonly Part[] = [
  {
    name: 'PPP goodput over a pty against the bare byte stream',
    goal: 1.3,
    run: async (near, far) => {
      const ends = await openEnds(near, far)
      const ms = await pppMs(ends, total)
      await ends.close()
      return ms
    },
  },
  {
    name: 'PPP goodput through the multiplexer against the bare byte stream',
    goal: 1.4,
    run: async (near, far) => {
      const ends = await openMuxEnds(near, far)
      const ms = await pppMs(ends, total)
      await ends.close()
      return ms
    },
  },
  {
    name: 'TCP download through slirp against the bare byte stream',
    // slirp is the slower end: it keeps 8 KiB under way, so that this is a matter of turns, and its segments have 512 octets.
    goal: 2,
    needs: hasSlirp,
    run: async () => downloadMs(),
  },
]

/** As many octets by HTTP over PPP from a server on this computer. */
async function downloadMs(): Promise<number> {
  const server = createServer((_request, response) => response.end(Buffer.alloc(total, 0x55)))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const far = await slirpLink()
  const start = performance.now()
  let count = 0
  await far.host.http(`http://10.0.2.2:${(server.address() as AddressInfo).port}/`, {
    onBody: (chunk) => (count += chunk.length),
  })
  const ms = performance.now() - start
  expect(count).toBe(total)
  await far.remove()
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
  return ms
}

describe.skipIf(!hasPtys)('goodput', () => {
  test.each(parts.filter(({ needs }) => needs !== false))('$name', async ({ name, goal, run }) => {
    const pair = await ptyPair()
    const bare: number[] = []
    const ours: number[] = []
    try {
      // In turn, so that a busy computer disturbs both alike.
      for (let i = 0; i < warmUps + runs; i++) {
        bare.push(await bareMs(pair.near, pair.far, total))
        ours.push(await run(pair.near, pair.far))
      }
    } finally {
      await pair.remove()
    }
    const [oursMs, bareTime] = [median(ours.slice(warmUps)), median(bare.slice(warmUps))]
    reportRatio({ name, oursMs, bareMs: bareTime, runs, ...(goal === undefined ? {} : { goal }) })
    console.log(`${name}: ${rate(oursMs)} of ${rate(bareTime)}, ${(bareTime / oursMs).toFixed(2)}`)
    expect(ours).toHaveLength(warmUps + runs)
  })
})
