import { knowledge } from '@catalog/decoders'
import { describe, expect, test } from 'vitest'
import { AtBench } from '../../support/at-bench'

const bench = () => new AtBench({ endings: knowledge.endings })
const ok = '\r\nOK\r\n'

describe('whose a line is', () => {
  test('a line that is too long comes in pieces, which are nobody’s', async () => {
    const at = bench()
    const reply = at.send('AT+CGSN')
    await at.clock.advance(60)
    at.say(`+CSQ: ${'9'.repeat(9000)}\r\n${ok}`)
    expect((await reply).lines).toEqual([])
    const pieces = at.tokens.map((token) => (token.kind === 'unknown' ? token.piece : token.kind))
    expect(pieces).toEqual(['first', 'middle', 'last', 'final'])
  })

  test('a command that was refused has no later result', async () => {
    const opened = 'AT+CIPSTART="TCP","example.com",80'
    const at = bench()
    await at.ask(opened, '\r\nERROR\r\n')
    at.say('\r\nCONNECT OK\r\n')
    expect(at.heard().at(-1)).toBe('unsolicited CONNECT OK')
    const good = bench()
    await good.ask(opened, ok)
    good.say('\r\nCONNECT OK\r\n')
    expect(good.heard().at(-1)).toBe(`answer CONNECT OK < ${opened} second phase`)
    // It comes once.
    good.say('\r\nCONNECT OK\r\n')
    expect(good.heard().at(-1)).toBe('unsolicited CONNECT OK')
  })

  test('behind a restart nothing that was sent before comes back', async () => {
    const at = bench()
    const opened = 'AT+CIPSTART="TCP","example.com",80'
    await at.ask(opened, ok)
    await at.ask('AT+CSQ', ok)
    at.say('AT+CSQ\r\n')
    expect(at.heard().at(-1)).toBe('echo AT+CSQ orphan')
    at.say('\r\nRDY\r\n')
    at.say('AT+CSQ\r\n\r\nCONNECT OK\r\n')
    expect(at.heard().slice(-2)).toEqual(['unknown AT+CSQ', 'unsolicited CONNECT OK'])
  })

  test('results are digits once one was, until words come or the modem starts anew', async () => {
    const digit = async (...before: readonly (readonly [string, string])[]) => {
      const at = bench()
      for (const [command, answer] of before) {
        if (command === '') at.say(answer)
        else await at.ask(command, answer)
      }
      await at.clock.advance(1000)
      void at.send('AT+CSQ')
      await at.clock.advance(60)
      at.say('+CSQ: 9,99\r\n0\r\n')
      return at.heard().at(-1)
    }
    const final = 'final 0 < AT+CSQ'
    expect(await digit()).toBe('unknown 0')
    expect(await digit(['AT', '0\r'])).toBe(final)
    expect(await digit(['AT', '0\r'], ['AT', ok])).toBe('unknown 0')
    expect(await digit(['AT', '0\r'], ['AT+CPIN?', '\r\n+CME ERROR: 10\r\n'])).toBe(final)
    expect(await digit(['AT', '0\r'], ['AT+CMGR=1', '\r\n+CMS ERROR: 321\r\n'])).toBe(final)
    expect(await digit(['AT', '0\r'], ['', '\r\nRDY\r\n'])).toBe('unknown 0')
  })

  test('a ring is a digit where results are', async () => {
    const at = bench()
    at.say('2\r\n')
    await at.ask('AT', '0\r')
    at.say('2\r\n')
    expect(at.heard()).toEqual(['unknown 2', 'final 0 < AT', 'unsolicited 2'])
  })

  test('a bare number is that of who asked for one, also behind a command that is late', async () => {
    const at = bench()
    const late = at.send('AT+CFUN=4', { timeoutMs: 1000 })
    await at.clock.advance(1100)
    const asked = at.send('AT+CIMI', { force: true })
    at.say('\r\n440101234567890\r\n')
    expect(at.heard()).toContain('answer 440101234567890 < AT+CIMI')
    at.say(ok)
    expect((await asked).lines).toEqual(['440101234567890'])
    await expect(late).rejects.toMatchObject({ code: 'at-timeout' })
  })

  test.each([
    ['+USOCR: 0', 'unknown +USOCR: 0'],
    ['+XOCR: 0', 'answer +XOCR: 0 < AT+CGSN'],
    ['USOCR: 0', 'answer USOCR: 0 < AT+CGSN'],
  ])('while another command is asked, %s is: %s', async (line, heard) => {
    const at = bench()
    await at.ask('AT+USOCR=6', ok)
    const asked = at.send('AT+CGSN')
    await at.clock.advance(60)
    at.say(`${line}\r\n`)
    expect(at.heard().at(-1)).toBe(heard)
    at.say(ok)
    await asked
  })
  test('an answer to the command itself is its own, whatever was ended before', async () => {
    const at = bench()
    await at.ask('AT+CGSN', ok)
    const { lines } = await at.ask('AT+CGSN', '+CGSN: 4\r\n\r\nOK\r\n')
    expect(lines).toEqual(['+CGSN: 4'])
  })
})

describe('results that nobody asked for', () => {
  const notes = (at: AtBench) => at.heard().filter((line) => line.startsWith('note'))
  const twice = async (between: number, keyedBefore?: number) => {
    const at = bench()
    if (keyedBefore !== undefined) {
      at.engine.keyed()
      await at.clock.advance(1000 * keyedBefore)
    }
    at.say(ok)
    await at.clock.advance(1000 * between)
    at.say(ok)
    return notes(at)[0]
  }
  test('two within ten seconds are doubted, but for what was typed in the last three minutes', async () => {
    expect(await twice(10)).toBe('note orphan-finals')
    expect(await twice(10.1)).toBe(undefined)
    expect(await twice(0, 180)).toBe(undefined)
    expect(await twice(0, 180.1)).toBe('note orphan-finals')
  })
  test('a CONNECT is doubted at once', async () => {
    const at = bench()
    at.say('\r\nCONNECT\r\n')
    expect(notes(at)[0]).toBe('note unasked-connect')
    await at.clock.advance(0)
  })
})
