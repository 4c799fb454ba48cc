import { knowledge } from '@catalog/decoders'
import { describe, expect, test } from 'vitest'
import { AtBench } from '../../support/at-bench'

const bench = () => new AtBench({ endings: knowledge.endings })

describe('a result of its own ends the command', () => {
  test.each([
    ['AT+CIPSHUT', 'SHUT OK', [], true],
    ['AT+CIPCLOSE=0', '0, CLOSE OK', [], true],
    ['AT+CIPCLOSE', 'CLOSE OK', [], true],
    ['AT+CIFSR', '10.170.2.9', [], true],
    ['AT+CIPSEND', 'SEND FAIL', [], false],
    ['AT+CIPSHUT', 'ERROR', [], false],
    ['AT+CIPSHUT=?', 'OK', [], true],
  ])('%s: %s', async (command, line, lines, ok) => {
    const { lines: read, ok: good } = await bench().ask(command, `\r\n${line}\r\n`)
    expect([read, good]).toEqual([lines, ok])
  })

  test('and the next command gets its own', async () => {
    const at = bench()
    expect((await at.ask('AT+CIFSR', '\r\n10.170.2.9\r\n')).ok).toBe(true)
    expect((await at.ask('AT+CSQ', '\r\n+CSQ: 11,0\r\n\r\nOK\r\n')).lines).toEqual(['+CSQ: 11,0'])
  })

  test('only the last command of a line ends it so', () => {
    expect(knowledge.endings('AT+CIPSHUT;+CSQ').final).toBeUndefined()
    expect(knowledge.endings('AT+CSQ;+CIPSHUT').final?.test('SHUT OK')).toBe(true)
    expect(knowledge.endings('AT+toString').final).toBeUndefined()
  })
})

describe('a result that comes after OK', () => {
  const opened = 'AT+CIPSTART="TCP","example.com",80'

  test.each([
    [opened, 'CONNECT OK'],
    [opened, 'CONNECT FAIL'],
    ['AT+CIPOPEN=0,"TCP","example.com",80', '+CIPOPEN: 0,0'],
    ['AT+NETOPEN', '+NETOPEN: 0'],
    ['AT+HTTPACTION=0', '+HTTPACTION: 0,200,17'],
    ['AT+QIOPEN=1,0,"TCP","example.com",80', '+QIOPEN: 0,0'],
  ])('%s: %s is its own, waited for or not', async (command, line) => {
    const at = bench()
    expect((await at.ask(command, '\r\nOK\r\n')).ok).toBe(true)
    at.say(`\r\n${line}\r\n`)
    expect(at.heard().at(-1)).toContain(command)
    const waited = bench()
    const reply = await waited.ask(command, `\r\nOK\r\n\r\n${line}\r\n`, { awaitSecond: true })
    expect(reply.secondLines).toEqual([line])
  })

  test('before the OK it is an answer, and nothing more is waited for', async () => {
    const said = '\r\n+NETOPEN: 0\r\n\r\nOK\r\n'
    const { lines } = await bench().ask('AT+NETOPEN', said, { awaitSecond: true })
    expect(lines).toEqual(['+NETOPEN: 0'])
  })

  test('that never comes keeps nobody waiting for ever', async () => {
    const at = bench()
    const reply = at.send(opened, { awaitSecond: true })
    await at.clock.advance(60)
    at.say('\r\nOK\r\n')
    await at.clock.advance(200_000)
    expect(await reply).toMatchObject({ ok: true, lines: [] })
  })

  test('does not end what was asked meanwhile', async () => {
    const at = bench()
    await at.ask(opened, '\r\nOK\r\n')
    const { lines } = await at.ask('AT+CSQ', '\r\nCONNECT OK\r\n\r\n+CSQ: 9,0\r\n\r\nOK\r\n')
    expect(lines).toEqual(['+CSQ: 9,0'])
  })
})
