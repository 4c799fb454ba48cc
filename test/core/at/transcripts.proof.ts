import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { Token } from '@core/at/engine'
import { bytesOf, concat } from '@core/bytes'
import { AtBench, tokenLine } from '../../support/at-bench'
import { type SeedChunk, parseSeedLog, received } from '../../support/seed-log'

const read = (name: string) =>
  parseSeedLog(readFileSync(new URL(`../../transcripts/${name}`, import.meta.url), 'utf8'))

/** A command and all that came until the next one was sent. */
interface Exchange {
  readonly command: string
  readonly answer: Uint8Array
}

function exchanges(chunks: readonly SeedChunk[]): Exchange[] {
  const found: { command: string; answer: Uint8Array[] }[] = []
  for (const chunk of chunks) {
    if (chunk.direction === 'tx') found.push({ command: chunk.text, answer: [] })
    else found.at(-1)?.answer.push(chunk.bytes)
  }
  return found.map(({ command, answer }) => ({ command, answer: concat(answer) }))
}

interface Replay {
  /** How many octets of the whole stream the first part of the cut read has; undefined feeds octet by octet. */
  readonly cut?: number
  /** Sent without waiting, as the author's program did. */
  readonly force: boolean
}

/** Sends what the log sent and hears what it heard. A command without a final in the log has run out when the next is sent. */
async function replay(log: readonly Exchange[], { cut, force }: Replay): Promise<Token[]> {
  const bench = new AtBench()
  let at = 0
  for (const { command, answer } of log) {
    void bench.send(command, { force, timeoutMs: 400 })
    await bench.clock.advance(60)
    const inside = cut !== undefined && cut > at && cut < at + answer.length
    const parts = inside ? [answer.slice(0, cut - at), answer.slice(cut - at)] : [answer]
    if (cut === undefined) for (const octet of answer) bench.engine.feed(Uint8Array.of(octet))
    else for (const part of parts) bench.engine.feed(part)
    at += answer.length
    await bench.clock.advance(500)
  }
  bench.engine.stop('port-closed')
  return bench.tokens
}

const comparable = (tokens: readonly Token[]) =>
  tokens.map(({ atUs: _atUs, raw, ...rest }) => ({ ...rest, raw: [...raw] }))

const connect = read('microcat1-connect.log')
const desync = read('microcat1-desync.log')

describe.each([
  ['microcat1-connect.log', connect],
  ['microcat1-desync.log', desync],
])('%s', (_, chunks) => {
  const log = exchanges(chunks)
  const force = chunks === desync

  test('gives the same tokens wherever it is cut, and octet by octet', async () => {
    const whole = comparable(await replay(log, { cut: 0, force }))
    expect(comparable(await replay(log, { force }))).toEqual(whole)
    for (let cut = 1; cut < received(chunks).length; cut++)
      expect(comparable(await replay(log, { cut, force })), `cut at ${cut}`).toEqual(whole)
  })

  test('holds every octet in exactly one token', async () => {
    const tokens = await replay(log, { cut: 0, force })
    const stream = received(chunks)
    // The LF of CONNECT's line end would lead the first line after data mode.
    expect(concat(tokens.map((token) => token.raw))).toEqual(stream.slice(0, -1))
    expect(stream.at(-1)).toBe(10)
  })

  test('has no line that nobody understands', async () => {
    const kinds = (await replay(log, { cut: 0, force })).map((token) => token.kind)
    expect(kinds).not.toContain('unknown')
    expect(kinds).not.toContain('unsolicited')
  })
})

test('the connection log answers every command with its own lines', async () => {
  const heard = (await replay(exchanges(connect), { cut: 0, force: false })).map(tokenLine)
  expect(heard.slice(0, 5)).toEqual([
    'echo AT < AT',
    'final OK < AT',
    'echo AT+CEREG? < AT+CEREG?',
    'answer +CEREG: 0,5 < AT+CEREG?',
    'final OK < AT+CEREG?',
  ])
  expect(heard).toContain('answer +CGDCONT: 1,"IP","soracom.io","10.164.98.251" < AT+CGDCONT?')
  expect(heard.at(-1)).toBe('final CONNECT < ATD*99***1#')
})

describe('the desync log', () => {
  test('credits each OK to the command that earned it', async () => {
    const heard = (await replay(exchanges(desync), { cut: 0, force: true })).map(tokenLine)
    const from = heard.indexOf('echo AT+CFUN=4 < AT+CFUN=4')
    expect(heard.slice(from, heard.indexOf('echo AT+CEREG? < AT+CEREG?', from))).toEqual([
      'echo AT+CFUN=4 < AT+CFUN=4',
      'note timed-out < AT+CFUN=4 late',
      'echo AT+CFUN=1 < AT+CFUN=1',
      'note timed-out < AT+CFUN=1 late',
      'echo AT+CPIN? < AT+CPIN?',
      'final OK < AT+CFUN=4 late',
      'echo AT+CFUN=1 < AT+CFUN=1 late second',
      'final OK < AT+CFUN=1 late',
      'note timed-out < AT+CPIN? late',
      'echo AT+CPIN? < AT+CPIN?',
      'note no-answer < AT+CPIN? late',
      'answer +CPIN: READY < AT+CPIN?',
      'final OK < AT+CPIN?',
    ])
  })

  test('is never an answer behind afterwards', async () => {
    const tokens = await replay(exchanges(desync), { cut: 0, force: true })
    const orphans = tokens.filter((token) => token.orphan).map(tokenLine)
    expect(orphans).toEqual([])
    const after = tokens.slice(tokens.findIndex((token) => token.text === '+CEREG: 0,5') - 1)
    expect(after.map(tokenLine)).toEqual([
      'echo AT+CEREG? < AT+CEREG?',
      'answer +CEREG: 0,5 < AT+CEREG?',
      'final OK < AT+CEREG?',
      'echo ATD*99***1# < ATD*99***1#',
      'final CONNECT < ATD*99***1#',
    ])
  })

  test('does not happen at all when the queue holds the next command back', async () => {
    const bench = new AtBench()
    const off = bench.send('AT+CFUN=4', { timeoutMs: 4000 })
    const on = bench.send('AT+CFUN=1')
    const pin = bench.send('AT+CPIN?')
    await bench.clock.advance(10)
    bench.say('AT+CFUN=4\r')
    await bench.clock.advance(4500)
    expect(bench.writes).toEqual(['AT+CFUN=4\r'])
    bench.engine.feed(bytesOf('\r\nOK\r\n'))
    await bench.clock.advance(60)
    bench.say('AT+CFUN=1\r\r\nOK\r\n')
    await bench.clock.advance(60)
    bench.say('AT+CPIN?\r\r\n+CPIN: READY\r\n\r\nOK\r\n')
    await expect(off).rejects.toMatchObject({ code: 'at-timeout' })
    expect((await on).ok).toBe(true)
    expect((await pin).lines).toEqual(['+CPIN: READY'])
  })
})
