import { hexOf } from '@core/bytes'
import { Negotiation, type NegotiationOptions, type Policy } from '@core/ppp/negotiation'
import type { RawOption } from '@core/ppp/packet'
import { describe, expect, test } from 'vitest'
import { ManualClock } from '../../support/manual-clock'

const option = (type: number, ...value: number[]): RawOption => ({
  type,
  value: Uint8Array.from(value),
})

/** One side of a negotiation that wants option 1 with the value 7; what it sent stands in `sent`. */
function side(change: Partial<NegotiationOptions> = {}, policy: Partial<Policy> = {}) {
  const clock = new ManualClock()
  const sent: string[] = []
  const did: string[] = []
  const wants = [option(1, 7)]
  const it = new Negotiation({
    clock,
    policy: {
      restart: () => did.push('restart'),
      wanted: () => wants,
      judge: () => ({ kind: 'ack' }),
      nakked: () => 'again',
      rejected: () => 'again',
      peerAgreed: (options) => did.push(`peer agreed ${options.length}`),
      agreed: () => did.push('agreed'),
      ...policy,
    },
    firstId: 0,
    restartMs: 3000,
    maxConfigure: 10,
    maxTerminate: 2,
    maxFailure: 5,
    maxReject: () => 1500,
    send: (packet) => sent.push(hexOf(packet)),
    up: () => did.push('up'),
    down: () => did.push('down'),
    finished: () => did.push('finished'),
    failed: () => did.push('failed'),
    ...change,
  })
  const receive = (code: number, id: number, ...data: number[]) =>
    it.receive({ code, id, data: Uint8Array.from(data) })
  const begin = () => {
    it.open()
    it.lowerUp()
  }
  const open = () => {
    begin()
    receive(2, 1, 1, 3, 7)
    receive(1, 9)
    sent.length = 0
    did.length = 0
  }
  return { it, clock, sent, did, wants, receive, begin, open }
}

const request = '01010007010307'

describe('the restart timer (RFC 1661, 4.6)', () => {
  test('asks again after 3 s and not before, under the same id', async () => {
    const { clock, sent, begin } = side()
    begin()
    expect(sent).toEqual([request])
    await clock.advance(2999.999)
    expect(sent).toEqual([request])
    await clock.advance(0.001)
    expect(sent).toEqual([request, request])
  })
  test('asks ten times, then it has ended', async () => {
    const { it, clock, sent, did, begin } = side()
    begin()
    await clock.advance(29_999)
    expect([sent.length, it.requestsSent, did]).toEqual([10, 10, ['restart']])
    await clock.advance(1)
    expect([sent.length, it.state, did]).toEqual([10, 'stopped', ['restart', 'finished']])
    await clock.advance(60_000)
    expect([sent.length, clock.pending]).toEqual([10, 0])
  })
  test('an end is asked for twice, then it has ended', async () => {
    const { it, clock, sent, did, open } = side()
    open()
    it.close()
    expect([sent, did]).toEqual([['05020004'], ['down']])
    await clock.advance(3000)
    expect(sent).toEqual(['05020004', '05030004'])
    await clock.advance(2999)
    expect(did).toEqual(['down'])
    await clock.advance(1)
    expect([it.state, did, clock.pending]).toEqual(['closed', ['down', 'finished'], 0])
  })
  test('an end that is answered is one at once', () => {
    const { it, clock, did, open, receive } = side()
    open()
    it.close()
    receive(6, 2)
    expect([it.state, did, clock.pending]).toEqual(['closed', ['down', 'finished'], 0])
  })
  test("the peer's end is answered, and waited out for one time", async () => {
    const { it, clock, sent, did, open, receive } = side()
    open()
    receive(5, 4)
    expect([sent, did]).toEqual([['06040004'], ['down']])
    await clock.advance(2999)
    expect(it.state).toBe('stopping')
    await clock.advance(1)
    expect([it.state, did]).toEqual(['stopped', ['down', 'finished']])
  })
  test('runs anew when half is agreed, and stands still when all is', async () => {
    const { it, clock, sent, did, begin, receive } = side()
    begin()
    await clock.advance(2000)
    receive(2, 1, 1, 3, 7)
    expect(it.state).toBe('ack-rcvd')
    await clock.advance(1000)
    expect(sent).toHaveLength(2)
    receive(2, 2, 1, 3, 7)
    receive(1, 9)
    expect([it.state, did.at(-1), clock.pending]).toEqual(['opened', 'up', 0])
  })
  test('abandoned or without the layer below, nothing runs', () => {
    const abandoned = side()
    abandoned.begin()
    abandoned.it.abandon()
    expect([abandoned.it.state, abandoned.clock.pending]).toEqual(['initial', 0])
    const down = side()
    down.begin()
    down.it.lowerDown()
    expect([down.it.state, down.clock.pending]).toEqual(['starting', 0])
  })
})

describe('answers to our request', () => {
  test.each([
    ['that repeat it', [2, 1, 1, 3, 7], 'ack-rcvd'],
    ['under another id', [2, 2, 1, 3, 7], 'req-sent'],
    ['with another value', [2, 1, 1, 3, 8], 'req-sent'],
    ['without its options', [2, 1], 'req-sent'],
    ['that reject what was not asked', [4, 1, 2, 2], 'req-sent'],
    ['that reject another value', [4, 1, 1, 3, 8], 'req-sent'],
    ['that reject nothing', [4, 1], 'req-sent'],
    ['that reject what was asked and more', [4, 1, 1, 3, 7, 2, 2], 'req-sent'],
    ['that reject our value under another type', [4, 1, 2, 3, 7], 'req-sent'],
    ['cut short', [3, 1, 1, 9], 'req-sent'],
  ] as const)('%s', (what, [code, id, ...data], state) => {
    const { it, sent, receive, begin } = side()
    begin()
    receive(code, id, ...data)
    expect([it.state, sent.length]).toEqual([state, 1])
    expect(what).not.toBe('')
  })
  test('a Reject of what was asked is taken, and asked without it under a new id', () => {
    const { sent, wants, begin, receive } = side({}, { rejected: () => 'again' })
    begin()
    wants.length = 0
    receive(4, 1, 1, 3, 7)
    expect(sent).toEqual([request, '01020004'])
  })
  test('a Nak is learnt from', () => {
    const { sent, wants, begin, receive } = side()
    begin()
    wants[0] = option(1, 9)
    receive(3, 1, 1, 3, 9)
    expect(sent).toEqual([request, '01020007010309'])
  })
  test('a Nak that changes nothing is answered under a new id, too', () => {
    const { sent, begin, receive } = side()
    begin()
    receive(3, 1, 1, 3, 9)
    expect(sent).toEqual([request, '01020007010307'])
  })
  test.each([
    ['wait', ['restart'], 1],
    ['fail', ['restart', 'failed'], 1],
    ['again', ['restart'], 2],
  ] as const)('a Nak that leads to “%s”', (next, expected, count) => {
    const { sent, did, begin, receive } = side({}, { nakked: () => next })
    begin()
    receive(3, 1, 1, 3, 9)
    expect([did, sent.length]).toEqual([expected, count])
  })
  test('an Ack of what was asked is agreed, one that comes to an end is not', () => {
    const { it, did, begin, receive } = side()
    begin()
    receive(2, 1, 1, 3, 7)
    expect(did).toEqual(['restart', 'agreed'])
    const ending = side()
    ending.begin()
    ending.it.close()
    ending.receive(2, 1, 1, 3, 7)
    expect([ending.it.state, ending.did]).toEqual(['closing', ['restart']])
    // Under the id of our Terminate-Request.
    ending.receive(2, 2, 1, 3, 7)
    expect([ending.it.state, ending.did]).toEqual(['closing', ['restart']])
    expect(it.state).toBe('ack-rcvd')
  })
  test('an Ack that nothing asked for is answered by an end (RFC 1661, 4.3: state Closed)', () => {
    const { it, sent, receive } = side()
    it.lowerUp()
    receive(2, 1, 1, 3, 7)
    expect([it.state, sent.map((packet) => packet.slice(0, 2))]).toEqual(['closed', ['06']])
  })
  test('a second Ack of one request does not count', () => {
    const { it, did, open, receive } = side()
    open()
    receive(2, 1, 1, 3, 7)
    receive(3, 1, 1, 3, 9)
    expect([it.state, did]).toEqual(['opened', []])
  })
  test('a request of the peer in the open link begins anew', async () => {
    const { it, clock, sent, did, open, receive } = side()
    open()
    receive(1, 5)
    expect([it.state, did]).toEqual(['ack-sent', ['restart', 'down', 'peer agreed 0']])
    expect(sent).toEqual(['01020007010307', '02050004'])
    await clock.advance(3000)
    expect(sent.at(-1)).toBe('01020007010307')
  })
})

describe('requests of the peer', () => {
  const refused = [option(3, 1)]
  test.each([
    ['ack', { kind: 'ack' }, '0209000703030a'],
    ['nak', { kind: 'nak', options: refused }, '03090007030301'],
    ['rej', { kind: 'rej', options: refused }, '04090007030301'],
  ] as const)('%s', (_kind, verdict, answer) => {
    const { sent, begin, receive } = side(
      {},
      { judge: () => verdict as ReturnType<Policy['judge']> },
    )
    begin()
    receive(1, 9, 3, 3, 10)
    expect(sent).toEqual([request, answer])
  })
  test('five Naks are patient, the sixth is not, and an Ack begins the count anew', () => {
    const patience: boolean[] = []
    let kind: 'nak' | 'ack' = 'nak'
    const judge: Policy['judge'] = (_options, patient) => {
      patience.push(patient)
      return kind === 'ack' ? { kind } : { kind, options: refused }
    }
    const { begin, receive } = side({}, { judge })
    begin()
    for (let id = 0; id < 6; id++) receive(1, id)
    kind = 'ack'
    receive(1, 6)
    kind = 'nak'
    receive(1, 7)
    expect(patience).toEqual([true, true, true, true, true, false, false, true])
  })
  test('Rejects do not make impatient', () => {
    const patience: boolean[] = []
    const judge: Policy['judge'] = (_options, patient) => {
      patience.push(patient)
      return { kind: 'rej', options: refused }
    }
    const { begin, receive } = side({}, { judge })
    begin()
    for (let id = 0; id < 7; id++) receive(1, id)
    expect(patience).toEqual(Array(7).fill(true))
  })
  test('one that is cut short is dropped', () => {
    const { sent, begin, receive } = side()
    begin()
    receive(1, 9, 3, 9)
    expect(sent).toEqual([request])
  })
})

describe('a Code-Reject (RFC 1661, 5.6)', () => {
  test('repeats the packet under an id of its own, and our request still counts', () => {
    const { it, sent, begin, receive } = side()
    begin()
    receive(77, 4, 0xaa)
    receive(77, 5)
    receive(2, 1, 1, 3, 7)
    expect([sent.slice(1), it.state]).toEqual([
      ['070100094d040005aa', '070200084d050004'],
      'ack-rcvd',
    ])
  })
  test.each([
    [128, 120, 128],
    [128, 121, 128],
    [128, 119, 127],
  ])('to a peer that takes %i octets is, of %i octets of data, %i long', (mru, data, length) => {
    const { sent, begin, receive } = side({ maxReject: () => mru })
    begin()
    receive(77, 4, ...new Array<number>(data).fill(0))
    expect((sent.at(-1) ?? '').length / 2).toBe(length)
  })
  test.each([
    [0, false],
    [1, true],
    [6, true],
    [7, false],
    [12, false],
  ])('of code %i ends the negotiation: %s', (code, ends) => {
    const { it, did, begin, receive } = side()
    begin()
    receive(7, 3, code, 1, 0, 4)
    expect([it.state, did.includes('finished')]).toEqual(
      ends ? ['stopped', true] : ['req-sent', false],
    )
  })
  test('of another code takes back what was agreed by half (RFC 1661, 4.1: RXJ+)', () => {
    const { it, begin, receive } = side()
    begin()
    receive(2, 1, 1, 3, 7)
    expect(it.state).toBe('ack-rcvd')
    receive(7, 3, 12)
    expect(it.state).toBe('req-sent')
  })
  test.each([
    [true, 'stopping'],
    [false, 'opened'],
  ])('of the whole protocol, fatal %s, leaves an open link %s', (fatal, state) => {
    const { it, open } = side()
    open()
    it.refused(fatal)
    expect(it.state).toBe(state)
  })
})
