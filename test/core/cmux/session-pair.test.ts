import { describe, expect, test } from 'vitest'
import { bytesOf, concat } from '@core/bytes'
import { faultCode } from '@core/fault'
import { between, seededChance } from '@core/ports/chance'
import { heard, pair } from './pair'

describe('ours against ours', () => {
  test('a conversation with the modem on channel 2', async () => {
    const { clock, computer, modem } = pair({ chance: seededChance(1), cut: true })
    modem.onChannel((channel) => {
      channel.onBytes((bytes) => void channel.write(concat([bytes, bytesOf('\r\nOK\r\n')])))
    })
    await clock.until(computer.start())
    const channel = await clock.until(computer.openChannel(2))
    const answer = heard(channel)
    await clock.until(channel.write(bytesOf('AT\r')))
    await clock.advance(100)
    expect(answer.text).toBe('AT\r\r\nOK\r\n')
    expect(channel.lineStates).toMatchObject({ cts: true, dsr: true })
  })

  test.each(Array.from({ length: 25 }, (_, i) => i + 1))(
    'a line that loses octets (seed %i): it opens, carries, closes, and leaves nothing behind',
    async (seed) => {
      const { clock, computer, modem } = pair({
        chance: seededChance(seed),
        lossRate: 0.004,
        cut: true,
        computer: { timers: { startTries: 12, answerTries: 12 } },
      })
      await clock.until(computer.start())
      const channel = await clock.until(computer.openChannel(1))
      const far = modem.channels[0]
      if (!far) throw new Error('no channel')
      const said = heard(far)
      for (let i = 0; i < 200; i++) await clock.until(channel.write(bytesOf(`line ${i}\r`)))
      await clock.advance(1000)
      // A frame arrives whole or not at all: a lost octet shows in check or length, never in the text, but for UIH
      // information, which nothing protects; a lost octet there moves the closing flag.
      for (const line of said.text.split('\r')) expect(line).toMatch(/^(line \d+)?$/)
      expect(said.text.split('\r').length).toBeGreaterThan(150)
      await clock.until(computer.close())
      expect(computer.ended?.reason).toBe('closed')
      modem.portEnded({ reason: 'gone' })
      expect(clock.pending).toBe(0)
    },
  )

  test.each(Array.from({ length: 20 }, (_, i) => i + 1))(
    'channels stopped and resumed at random (seed %i): every octet arrives, once and in order',
    async (seed) => {
      const chance = seededChance(seed)
      const { clock, computer, modem } = pair({ baudRate: 115_200, chance, cut: true })
      await clock.until(computer.start())
      const channel = await clock.until(computer.openChannel(1))
      const far = modem.channels[0]
      if (!far) throw new Error('no channel')
      const said = heard(far)
      const sent = Array.from({ length: 300 }, (_, i) => `${i},`.repeat(10)).join('')
      const writing = (async () => {
        for (let at = 0; at < sent.length; at += 100)
          await channel.write(bytesOf(sent.slice(at, at + 100)))
      })()
      for (let i = 0; i < 40; i++) {
        await clock.advance(between(chance, 1, 80))
        const stop = chance.next() < 0.5
        if (chance.next() < 0.5)
          void far.setSignals(chance.next() < 0.5 ? { fc: stop } : { rtr: !stop })
        else void modem.holdOff(stop)
      }
      void modem.holdOff(false)
      await clock.advance(2000)
      expect(await clock.until(modem.holdOff(false))).toBe(true)
      expect(await clock.until(far.setSignals({ fc: false, rtr: true }))).toBe(true)
      await clock.until(writing)
      await clock.advance(500)
      expect(said.text).toBe(sent)
    },
  )

  test('PN agrees on the smaller N1', async () => {
    const { clock, computer, modem } = pair({
      computer: { negotiate: true, maxInfo: 1500 },
      modem: { maxInfo: 256 },
    })
    await clock.until(computer.start())
    const channel = await clock.until(computer.openChannel(1))
    expect([channel.maxInfo, modem.channels[0]?.maxInfo]).toEqual([256, 256])
  })

  test('a channel the modem does not have is refused', async () => {
    const { clock, computer } = pair({ modem: { acceptDlci: (dlci) => dlci <= 4 } })
    await clock.until(computer.start())
    expect(await clock.until(computer.openChannel(5).catch(faultCode))).toBe('cmux-refused')
  })

  test('FCoff of the modem stops all channels until FCon', async () => {
    const { clock, computer, modem } = pair()
    await clock.until(computer.start())
    const channel = await clock.until(computer.openChannel(1))
    const far = modem.channels[0]
    if (!far) throw new Error('no channel')
    const said = heard(far)
    expect(await clock.until(modem.holdOff(true))).toBe(true)
    const writing = channel.write(bytesOf('x'.repeat(1000)))
    await clock.advance(5000)
    expect(said.octets).toBe(0)
    expect(await clock.until(modem.holdOff(false))).toBe(true)
    await clock.until(writing)
    await clock.advance(100)
    expect(said.octets).toBe(1000)
    expect(await clock.until(computer.probe())).toBe(true)
  })
})
