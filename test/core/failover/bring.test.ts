import { describe, expect, test } from 'vitest'
import { bring, type BringOptions } from '@core/failover/bring'
import { faultCode, Fault } from '@core/fault'
import { quoted, seenIn } from '@core/words'
import { ModelSlot } from '../../support/failover-slots'
import { ManualClock } from '../../support/manual-clock'
import { policyWith } from './in-words'

const check = policyWith({}).triggers.health

interface Slots {
  a: ModelSlot
  b: ModelSlot
  abort: AbortController
}
/** Brings b up, after `before`: what it took, what was seen, or how it failed. */
async function brought(
  change: Partial<Omit<BringOptions, 'to' | 'from' | 'clock'>> & { from?: boolean } = {},
  before: (slots: Slots) => unknown = () => undefined,
) {
  const clock = new ManualClock()
  const slots = {
    a: new ModelSlot('a', clock),
    b: new ModelSlot('b', clock),
    abort: new AbortController(),
  }
  const { a, b, abort } = slots
  await clock.until(Promise.resolve(before(slots)))
  const { from = true, ...rest } = change
  const options = {
    clock,
    mode: 'hot',
    check,
    fresh: false,
    signal: abort.signal,
    ...rest,
  } as const
  const done = await clock.until(
    bring({ ...options, to: b, from: from ? a : null }).then(
      ({ phases, seen }) => ({
        phases: phases.map(({ phase, ms }) => `${phase} ${ms}`),
        seen: seen.map((each) => seenIn(each, 'en')),
      }),
      (error: unknown) => faultCode(error) ?? String(error),
    ),
  )
  return { done, a, b }
}
const up = ({ b, abort }: Slots) => b.connect(abort.signal)
const called = ['attach 3000', 'ppp 1000']

describe('a slot is brought to its first octet', () => {
  test('by a call', async () => {
    const { done, b } = await brought()
    expect(done).toEqual({
      phases: [...called, 'first byte 60'],
      seen: ['CONNECT', 'pong.soracom.io answers, 60 ms'],
    })
    expect(b.connects).toHaveLength(1)
  })
  test('without one where its link stands', async () => {
    const { done, b } = await brought({}, up)
    expect(done).toMatchObject({ phases: ['first byte 60'] })
    expect(b.connects).toHaveLength(1)
  })
  test('by a new call where the link is no good', async () => {
    const { done, b } = await brought({ fresh: true }, up)
    expect(done).toMatchObject({ phases: [...called, 'first byte 60'] })
    expect(b.attaches).toBe(2)
  })
  test('without hanging up what is not up', async () => {
    const { b } = await brought({ fresh: true }, ({ b: slot }) => {
      slot.hangUp = () => Promise.reject(new Error('not up'))
    })
    expect(b.link).toBe(true)
  })
  test('without an octet where nobody is to be asked', async () => {
    const { done } = await brought({ check: { ...check, target: '' } })
    expect(done).toMatchObject({ phases: called, seen: ['CONNECT'] })
  })
})

describe('the first octet', () => {
  /** So many checks are not answered. */
  const deaf = (
    slot: ModelSlot,
    times: number,
    error = (): unknown => new Fault('ip-no-answer', quoted('x')),
  ) => {
    const probe = slot.probe.bind(slot)
    let left = times
    slot.probe = (...args) => (left-- > 0 ? Promise.reject(error() as Error) : probe(...args))
  }
  test.each([
    ['a new link may lose one', 1, false, 'seen'],
    ['a new link may not lose two', 2, false, 'ip-no-answer'],
    ['one that stood may lose none', 1, true, 'ip-no-answer'],
  ])('%s', async (_, times, stood, result) => {
    const { done } = await brought({}, async (slots) => {
      if (stood) await up(slots)
      deaf(slots.b, times)
    })
    expect(typeof done === 'string' ? done : 'seen').toBe(result)
    if (typeof done !== 'string') expect(done.seen).toHaveLength(3)
  })
  test('a defect is not asked again', async () => {
    const { done } = await brought({}, ({ b }) => deaf(b, 1, () => new TypeError('defect')))
    expect(done).toBe('TypeError: defect')
  })
  test('nor what was given up', async () => {
    let asked = 0
    const { done } = await brought({}, ({ b, abort }) => {
      b.probe = () => {
        asked++
        abort.abort(new Fault('connect-cancelled'))
        return Promise.reject(new Fault('connect-cancelled'))
      }
    })
    expect([done, asked]).toEqual(['connect-cancelled', 1])
  })
})

describe('in cold mode', () => {
  test('the slot that is left is put out first, and the other powered on', async () => {
    const { done, a } = await brought({ mode: 'cold' }, async ({ a: left, b, abort }) => {
      await left.connect(abort.signal)
      b.powered = false
    })
    expect(done).toEqual({
      phases: ['power 13000', 'power 13000', ...called, 'first byte 60'],
      seen: ['STATUS off', 'STATUS on', 'CONNECT', 'pong.soracom.io answers, 60 ms'],
    })
    expect([a.link, a.powered]).toEqual([false, false])
  })
  test.each([
    ['hot', true],
    ['warm', true],
    ['cold', false],
  ] as const)('%s leaves the other one powered: %s', async (mode, powered) => {
    expect((await brought({ mode })).a.powered).toBe(powered)
  })
  test('nothing is put out where no slot is left', async () => {
    expect((await brought({ mode: 'cold', from: false })).a.powered).toBe(true)
  })
  test('boards that cannot power are left as they are', async () => {
    const { done } = await brought({ mode: 'cold' }, ({ a, b }) =>
      [a, b].forEach((slot) => Object.assign(slot, { power: undefined })),
    )
    expect(done).toMatchObject({ phases: [...called, 'first byte 60'] })
  })
  test('a slot that does not obey does not stop the other', async () => {
    const { done, a } = await brought({ mode: 'cold' }, ({ a: left }) => {
      left.hangUp = () => Promise.reject(new Fault('port-gone', quoted('ttyUSB3')))
    })
    if (typeof done === 'string') expect.unreachable(done)
    expect(done.seen[0]).toMatch(/^The other slot: .*ttyUSB3/)
    expect(done.seen[1]).toBe('STATUS off')
    expect(a.powered).toBe(false)
  })
  test('a defect does, and so does giving up', async () => {
    const broken = (error: Error) =>
      brought({ mode: 'cold' }, ({ a }) => {
        a.hangUp = () => Promise.reject(error)
      })
    expect((await broken(new TypeError('defect'))).done).toBe('TypeError: defect')
    const { done } = await brought({ mode: 'cold' }, ({ a, abort }) => {
      a.hangUp = () => {
        abort.abort(new Fault('connect-cancelled'))
        return Promise.reject(new Fault('port-gone', quoted('ttyUSB3')))
      }
    })
    expect(done).toBe('port-gone')
  })
})
