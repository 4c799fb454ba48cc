import { expect, test } from 'vitest'
import { bytesOf, latin1 } from '@core/bytes'
import { SendQueue } from '@core/cmux/send-queue'
import { Fault, faultCode } from '@core/fault'
import { quoted } from '@core/words'
import { settle } from '../../support/manual-clock'

function queue(...writes: string[]) {
  const it = new SendQueue('cmux 1')
  const said: string[] = []
  for (const text of writes)
    it.add(bytesOf(text)).then(
      () => said.push(text),
      (error) => said.push(`${text}: ${faultCode(error)}`),
    )
  return { it, said }
}

test.each<[string[], number[], string[][]]>([
  [
    ['abc', 'de'],
    [4, 4],
    [['abc', 'd'], ['e']],
  ],
  [
    ['abc', 'de'],
    [3, 4],
    [['abc'], ['de']],
  ],
  [
    ['abc', 'de'],
    [2, 2, 2],
    [['ab'], ['c', 'd'], ['e']],
  ],
  [
    ['a', 'b', 'c'],
    [2, 9],
    [['a', 'b'], ['c']],
  ],
  [['abcdef'], [2, 2, 2], [['ab'], ['cd'], ['ef']]],
])('%j, taken by %j, is %j', (writes, rooms, expected) => {
  const { it } = queue(...writes)
  expect(rooms.map((room) => it.take(room).info.map(latin1))).toEqual(expected)
  expect([it.empty, it.octets]).toEqual([true, 0])
  expect(it.take(9)).toEqual({ info: [] })
})

test('a write resolves once the port has taken its last octet', async () => {
  const { it, said } = queue('abc', 'de')
  expect([it.octets, it.empty, it.sending]).toEqual([5, false, true])
  expect(it.take(2).taken).toBeUndefined()
  expect(it.octets).toBe(3)
  const both = it.take(3)
  expect([it.octets, it.empty, it.sending]).toEqual([0, true, true])
  await settle()
  expect(said).toEqual([])
  both.taken?.()
  await settle()
  expect([said, it.sending]).toEqual([['abc', 'de'], false])
})

test('4 MiB may wait, and no octet more', async () => {
  const it = new SendQueue('cmux 1')
  void it.add(new Uint8Array(4 * 1024 * 1024 - 1))
  void it.add(new Uint8Array(1))
  const refused = it.add(new Uint8Array(1))
  expect(await refused.catch(faultCode)).toBe('cmux-full')
  await expect(refused).rejects.toMatchObject({
    detail: 'cmux 1: 4194304 octets wait.',
  })
  it.take(1)
  void it.add(new Uint8Array(1))
  expect(it.octets).toBe(4_194_304)
})

test('what was not taken fails, also where the port has it already', async () => {
  const { it, said } = queue('abc', 'de')
  const { taken } = it.take(3)
  it.fail(new Fault('port-closed', quoted('x')))
  taken?.()
  await settle()
  expect(said).toEqual(['abc: port-closed', 'de: port-closed'])
  expect([it.octets, it.empty, it.sending]).toEqual([0, true, false])
})
