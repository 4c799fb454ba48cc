import { bytesOf, concat, fromHex, hexOf } from '@core/bytes'
import { seededChance } from '@core/ports/chance'
import { encodeFrame, HdlcDecoder } from '@core/ppp/hdlc'
import { describe, expect, test } from 'vitest'
import { alone } from './link-pair'
import { magicOf, opened, strictPair, withoutControls } from './strict-line'

const octets = (hex: string): Uint8Array => fromHex(hex) ?? new Uint8Array()
const lcp = 0xc021

describe('a receiver that drops control octets until LCP is agreed, as a kernel does', () => {
  // Magic numbers of real sessions that never came up, one all of plus signs, and as many of chance.
  const magics = [0x9998b9da, 0x98c32bd2, 0x2b2b2b2b, 0x609b994b]
  const chance = seededChance(43)
  const some = Array.from({ length: 40 }, () => 1 + Math.floor(chance.next() * 0xfffffffe))

  test.each([...magics, ...some].map((magic) => [magic.toString(16), magic] as const))(
    'the link comes up with the magic number %s on either side, no frame damaged',
    async (_name, magic) => {
      for (const require of ['pap', 'chap'] as const)
        for (const own of ['client', 'server'] as const) {
          const other = { chance: magicOf(0x12345678) }
          const mine = { chance: magicOf(magic) }
          const pair = await opened({
            server: { require },
            client: own === 'client' ? mine : other,
            serverLink: own === 'server' ? mine : other,
          })
          expect(pair.client.phase).toBe('open')
          expect(pair.damaged()).toBe(0)
        }
    },
  )

  test("the Ack of pppd's request 1 with the magic number 9998b9da, whose FCS is 2b 53, is readable", async () => {
    // asyncmap, PAP, magic, pcomp, accomp
    const options = '0206000000000304c02305069998b9da07020802'
    const heard: string[] = []
    const request = octets(`01010018${options}`)
    let asked = false
    const { clock } = alone((bytes, link) => {
      if (!asked) link.feed(encodeFrame(lcp, request))
      asked = true
      for (const item of new HdlcDecoder().feed(concat([bytesOf('~'), withoutControls(bytes)])))
        if (item.kind === 'frame') heard.push(hexOf(item.bytes))
    })
    await clock.advance(500)
    const ack = hexOf(octets(`ff03c02102010018${options}`))
    expect(heard).toContain(ack)
  })
})

describe('a plus sign', () => {
  const plusses = bytesOf('+++')
  const count = (bytes: Uint8Array) => hexOf(bytes).toLowerCase().split('7d0b').length - 1

  test.each([
    ['goes escaped where the peer lets 0Bh through', 0x00000000, 3],
    ['goes escaped where the peer drops only XON and XOFF', 0x000a0000, 3],
    ['goes as it is where the peer drops 0Bh', 0x00000800, 0],
    ['goes as it is where the peer drops all control octets, as in LCP', 0xffffffff, 0],
  ])('%s', (_what, accm, escaped) =>
    expect(count(encodeFrame(0x21, plusses, { accm, escapePlus: true }))).toBe(escaped),
  )

  test('goes escaped in the data of a link, and as it is in LCP beside it', async () => {
    const pair = strictPair({ client: { chance: magicOf(0x2b2b2b2b), echoIntervalMs: 60_000 } })
    pair.server.open()
    pair.client.open()
    await pair.clock.advance(10_000)
    const before = pair.server.counters.rxFrames
    expect(pair.client.sendIp(Uint8Array.from({ length: 40 }, () => 0x2b))).toBe(true)
    // Its Echo-Request holds the magic number.
    await pair.clock.advance(60_000)
    expect(pair.server.counters.rxFrames).toBe(before + 2)
    expect(pair.server.counters.badFcs).toBe(0)
  })
})
