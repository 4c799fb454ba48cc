import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { base64 } from '@bench/base64'
import { concat } from '@core/bytes'
import { encodeEntry, journalHeader } from '@core/log/journal'
import { benchFixture } from '../support/bench-fixture'

let bench: Awaited<ReturnType<typeof benchFixture>>
beforeEach(async () => {
  bench = await benchFixture()
})
afterEach(() => bench.end())

const seed = readFileSync(resolve(import.meta.dirname, '../transcripts/microcat1-connect.log'))

async function opened(octets: Uint8Array, name = 'night.log') {
  const { id } = await bench.ask('log.open', { name, bytes: octets.length })
  const log = await bench.ask('log.feed', { id, base64: base64([octets]), last: true })
  if (!log) throw new Error('not read')
  return log
}
const said = (slot: 'a' | 'b', model: string, at: number) =>
  [
    ['tx', 'AT+CGMM\r'],
    ['rx', `${model}\r\n\r\nOK\r\n`],
  ].map(([dir, text], index) =>
    encodeEntry({
      slot,
      dir: dir === 'tx' ? 'tx' : 'rx',
      atMs: at + index * 10,
      monoUs: (at + index * 10) * 1000,
      bytes: Uint8Array.from(text ?? '', (letter) => letter.charCodeAt(0)),
    }),
  )

test('an opened log becomes a port of a slot, and answers as the recorded modem did', async () => {
  const log = await opened(seed)
  expect(log.modems).toEqual(['a'])
  const { path } = await bench.ask('simulator.replay', { id: log.id })
  await bench.ask('port.open', { slot: 'b', path })
  const answer = await bench.ask('at.send', { slot: 'b', text: 'AT+CGDCONT?' })
  expect(answer.lines[0]).toContain('+CGDCONT: 1,"IP","soracom.io"')
})

test('a log of two modems is replayed as the one that was asked for, in both slots at once', async () => {
  const log = await opened(
    concat([journalHeader, ...said('a', 'GM-1', 1), ...said('b', 'GM-2', 99)]),
  )
  expect(log.modems).toEqual(['a', 'b'])
  const models: string[] = []
  for (const slot of ['a', 'b'] as const) {
    const { path } = await bench.ask('simulator.replay', { id: log.id, of: slot })
    await bench.ask('port.open', { slot, path })
    models.push(...(await bench.ask('at.send', { slot, text: 'AT+CGMM' })).lines)
  }
  expect(models).toEqual(['GM-1', 'GM-2'])
})

test('two logs of the same name stay two modems', async () => {
  const models: string[] = []
  for (const model of ['GM-1', 'GM-2']) {
    const log = await opened(concat([journalHeader, ...said('a', model, 1)]), 'same.log')
    const { path } = await bench.ask('simulator.replay', { id: log.id })
    await bench.ask('port.open', { slot: 'a', path })
    models.push(...(await bench.ask('at.send', { slot: 'a', text: 'AT+CGMM' })).lines)
  }
  expect(models).toEqual(['GM-1', 'GM-2'])
})

test('a log without a command is refused, and one that was closed says so', async () => {
  const [, spoken = new Uint8Array()] = said('a', '+CEREG: 3', 1)
  const log = await opened(concat([journalHeader, spoken]))
  expect(log.modems).toEqual([])
  await expect(bench.ask('simulator.replay', { id: log.id })).rejects.toMatchObject({
    error: { code: 'replay-empty' },
  })
  await bench.ask('log.drop', { id: log.id })
  await expect(bench.ask('simulator.replay', { id: log.id })).rejects.toThrow('no longer open')
})
