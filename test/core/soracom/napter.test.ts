import { beforeEach, describe, expect, test } from 'vitest'
import { bytesOf, latin1 } from '@core/bytes'
import { Fault, faultCode } from '@core/fault'
import { seededChance } from '@core/ports/chance'
import type { ReachOut } from '@core/soracom/soracom-access'
import { napterTool, type MappingMade, type NapterMeans } from '@core/soracom/napter'
import { hostPair, type HostPair } from '../ip/host-pair'

const gate: MappingMade = {
  host: 'gate.napter.test',
  ipAddress: '198.51.100.9',
  port: 31_000,
  duration: 1800,
}

let pair: HostPair
let mapped: number[]
let open: MappingMade[]
beforeEach(() => {
  pair = hostPair()
  mapped = []
  open = []
})

/** Napter's gate: the host beyond the modem's network connects to the device, as the platform does. */
function through(port: () => number): ReachOut {
  return async ({ data, signal }) => {
    try {
      const connection = await pair.internet.connect('10.141.26.2', port(), { signal })
      await connection.write(data)
      connection.end()
      const answer = await connection.read(signal)
      return answer ? { how: 'answered', bytes: answer } : { how: 'closed' }
    } catch {
      // The gate has taken the connection before it knows whether the device does.
      return { how: 'closed' }
    }
  }
}

const means = (more: Partial<NapterMeans> = {}): NapterMeans => ({
  clock: pair.clock,
  chance: seededChance(3),
  host: pair.client,
  map: async (port) => {
    mapped.push(port)
    open.push(gate)
    return gate
  },
  unmap: async (mapping) => {
    open = open.filter((one) => one !== mapping)
  },
  reach: through(() => mapped[0] ?? 0),
  ...more,
})
const run = async (more: Partial<NapterMeans> = {}, options = {}) => {
  const asked = napterTool(means(more), options)
  asked.catch(() => undefined)
  await pair.clock.advance(120_000)
  return asked
}

describe('a port that Napter maps to our own host behind the modem', () => {
  test('lets a connection in and its answer out, and is taken back', async () => {
    const { ok, facts, words } = await run()
    expect(ok).toBe(true)
    expect(facts).toMatchObject({
      endpoint: 'gate.napter.test:31000',
      devicePort: mapped[0],
      how: 'answered',
      arrived: true,
      removed: true,
    })
    expect(facts.ms).toBeGreaterThan(0)
    expect(words.en).toContain('Napter works')
    expect(words.ja).toContain('正常')
    expect(open).toEqual([])
    // Nobody listens there any more.
    const late = pair.internet.connect('10.141.26.2', mapped[0] ?? 0)
    late.catch(() => undefined)
    await pair.clock.advance(30_000)
    await expect(late).rejects.toMatchObject({ code: 'tcp-refused' })
  })

  test('is the port that was asked for', async () => {
    expect((await run({}, { devicePort: 8022 })).facts.devicePort).toBe(8022)
    expect(mapped).toEqual([8022])
  })

  test('that leads to another device is told as that', async () => {
    const { ok, facts, words } = await run({ reach: through(() => 9) })
    expect([ok, facts.arrived, facts.how]).toEqual([false, false, 'closed'])
    expect(words.en).toContain('nothing arrived at port')
    expect(words.ja).toContain('届いていません')
    expect(open).toEqual([])
  })

  test('where this computer is not let in is told with why, after three tries', async () => {
    let knocks = 0
    const reach: ReachOut = async () => {
      knocks++
      return { how: 'unreached', why: 'ETIMEDOUT' }
    }
    const { ok, words } = await run({ reach })
    expect(ok).toBe(false)
    expect(words.en).toMatch(/takes no connection from this computer \(ETIMEDOUT\).*VPN/)
    expect(words.ja).toContain('（ETIMEDOUT）')
    expect(knocks).toBe(3)
  })

  test('that knows the mapping a moment later is knocked at again', async () => {
    let knocks = 0
    const in_ = through(() => mapped[0] ?? 0)
    const reach: ReachOut = async (reaching) =>
      ++knocks < 2 ? { how: 'unreached', why: 'ECONNREFUSED' } : in_(reaching)
    expect((await run({ reach })).ok).toBe(true)
    expect(knocks).toBe(2)
  })

  test('whose answer is lost on the way back is told as that', async () => {
    const reach: ReachOut = async (reaching) => {
      await through(() => mapped[0] ?? 0)(reaching)
      return { how: 'silent' }
    }
    const { ok, facts, words } = await run({ reach })
    expect([ok, facts.arrived, facts.ms]).toEqual([false, true, null])
    expect(words.en).toContain('its answer did not come back')
  })

  test('answers nobody who does not say the number of the run', async () => {
    let said: string | undefined
    const reach: ReachOut = async (reaching) => {
      const stranger = await through(() => mapped[0] ?? 0)({
        ...reaching,
        data: bytesOf('GET / HTTP/1.1\r\n\r\n'),
      })
      said = stranger.how === 'answered' ? latin1(stranger.bytes) : stranger.how
      return through(() => mapped[0] ?? 0)(reaching)
    }
    expect((await run({ reach })).ok).toBe(true)
    expect(said).toBe('closed')
  })
})

test('a mapping that cannot be taken back is told, and when it ends', async () => {
  const { ok, facts, lines } = await run({
    unmap: () => Promise.reject(new Fault('soracom-forbidden')),
  })
  expect([ok, facts.removed]).toEqual([true, false])
  expect(JSON.stringify(lines)).toContain('ends by itself within 1800 s')
})

test('one that the platform refuses is its fault, and nothing is left', async () => {
  const refused = run({ map: () => Promise.reject(new Fault('soracom-forbidden')) })
  expect(await refused.catch(faultCode)).toBe('soracom-forbidden')
})

test('cancelled in the middle, the mapping is taken back', async () => {
  const stop = new AbortController()
  const reach: ReachOut = async () => {
    stop.abort(new Fault('at-cancelled'))
    throw new Fault('at-cancelled')
  }
  expect(await run({ reach }, { signal: stop.signal }).catch(faultCode)).toBe('at-cancelled')
  expect(mapped).toHaveLength(1)
  expect(open).toEqual([])
})

test('a link without IPv4 has no mapping made', async () => {
  const six = hostPair({}, 1, { client: { address: null } }).client
  const { ok, words } = await run({ host: six })
  expect(ok).toBe(false)
  expect(words.en).toContain('no IPv4 address')
  expect(mapped).toEqual([])
})
