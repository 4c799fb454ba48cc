import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bytesOf, concat } from '@core/bytes'
import { encodeFrame, type CmuxControl } from '@core/cmux/frame'
import { CmuxSession } from '@core/cmux/session'
import { ManualClock } from '../../support/manual-clock'

const controls: CmuxControl[] = ['SABM', 'UA', 'DM', 'DISC', 'UIH', 'UI']

const anyFrame = fc
  .record({
    dlci: fc.nat(61),
    cr: fc.constantFrom<0 | 1>(0, 1),
    pf: fc.constantFrom<0 | 1>(0, 1),
    control: fc.constantFrom(...controls),
    info: fc.uint8Array({ maxLength: 20 }),
  })
  .map(encodeFrame)

/** A control message with any type, a true length, any value. */
const anyMessage = fc
  .tuple(fc.nat(255), fc.uint8Array({ maxLength: 12 }))
  .map(([type, value]) => Uint8Array.from([type | 1, (value.length << 1) | 1, ...value]))
  .map((info) => encodeFrame({ dlci: 0, cr: 0, control: 'UIH', info }))

const anything = fc.oneof(anyFrame, anyMessage, fc.uint8Array({ maxLength: 30 }))

test.each(['initiator', 'responder'] as const)(
  'whatever the other side sends: %s never throws, always ends, leaves no timer',
  async (role) => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(anything, { maxLength: 25 }),
        fc.nat(500),
        async (pieces, gapMs) => {
          const clock = new ManualClock()
          const session = new CmuxSession({ role, clock, write: async () => undefined })
          const started = role === 'initiator' ? session.start().catch(() => undefined) : undefined
          await clock.advance(300)
          const first = role === 'initiator' ? 'UA' : 'SABM'
          session.feed(encodeFrame({ dlci: 0, cr: 1, control: first, pf: 1 }))
          await clock.advance(1)
          const opening = session.openChannel(1).catch(() => undefined)
          for (const piece of pieces) {
            session.feed(piece)
            for (const channel of session.channels)
              void channel.write(bytesOf('AT\r')).catch(() => undefined)
            await clock.advance(gapMs)
          }
          await clock.until(session.close(), 30_000, 100)
          await started
          await clock.until(opening)
          expect(session.state).toBe('ended')
          expect(session.channels).toEqual([])
          expect(clock.pending).toBe(0)
        },
      ),
      { numRuns: 150 },
    )
  },
)

test('a flood of requests on a line that does not move fills no memory, and it goes on after that', async () => {
  const clock = new ManualClock()
  let octets = 0
  let move = () => {}
  const session = new CmuxSession({
    role: 'responder',
    clock,
    write: (bytes) => {
      octets += bytes.length
      return new Promise((resolve) => (move = resolve))
    },
  })
  const open = encodeFrame({ dlci: 0, cr: 1, control: 'SABM', pf: 1 })
  for (let i = 0; i < 20; i++) session.feed(concat(Array.from({ length: 1000 }, () => open)))
  for (let i = 0; i < 50; i++) {
    await clock.advance(10)
    move()
  }
  expect(octets).toBe(1000 * 6)
  session.feed(open)
  await clock.advance(10)
  expect(octets).toBe(1001 * 6)
})
