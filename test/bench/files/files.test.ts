import { ok } from '@core/simulator/answer'
import type { CommandEntry } from '@core/simulator/behaviour'
import { expect, test } from 'vitest'
import { openedBench, refusal } from '../../support/opened-bench'

const slot = 'a' as const
/** Every octet there is: Ctrl-Z, ESC, CR and LF among them. */
const octets = Uint8Array.from({ length: 3_000 }, (_, i) => i % 256)
const base64 = (data: Uint8Array | string) =>
  (typeof data === 'string' ? Buffer.from(data, 'latin1') : Buffer.from(data)).toString('base64')
const pem = '-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n'

const opened = async (path = 'sim:sim7672') => {
  const bench = await openedBench(path)
  const { done } = bench
  const put = (name: string, data: Uint8Array | string, more: object = {}) =>
    done('files.upload', { slot, name, base64: base64(data), ...more })
  const names = async () =>
    (await done('files.read', { slot })).stores.map(({ kind, files }) => [
      kind,
      ...files.map(({ name }) => name),
    ])
  return { ...bench, put, names }
}

test('any octets go into the modem and come out as they were, and the free space tells of them', async () => {
  const { done, put, names } = await opened()
  const before = await done('files.read', { slot })
  expect(before).toMatchObject({ family: { id: 'simcom-a76' } })
  const after = await put('all.bin', octets)
  const [space, left] = [before, after].map(({ stores }) => stores[0]?.space?.free ?? 0)
  expect((space ?? 0) - (left ?? 0)).toBe(octets.length)
  expect(after.stores[0]?.files).toEqual([{ name: 'all.bin', size: 3_000 }])
  const read = await done('files.download', { slot, name: 'all.bin' })
  expect(new Uint8Array(Buffer.from(read.base64, 'base64'))).toEqual(octets)
  await done('files.delete', { slot, name: 'all.bin' })
  expect(await names()).toEqual([['file'], ['certificate']])
})

test('a certificate has its own place, is replaced on demand alone, and does not come out', async () => {
  const { done, put, names } = await opened()
  const kind = 'certificate' as const
  await put('ca.pem', pem, { kind })
  expect(await names()).toEqual([['file'], ['certificate', 'ca.pem']])
  expect(await put('ca.pem', pem, { kind }).catch(refusal)).toMatch(/^files-exists ca\.pem/)
  await put('ca.pem', pem, { kind, replace: true })
  expect(await done('files.download', { slot, kind, name: 'ca.pem' }).catch(refusal)).toMatch(
    /^files-no-reading/,
  )
  await done('files.delete', { slot, kind, name: 'ca.pem' })
  expect(await names()).toEqual([['file'], ['certificate']])
})

test.each([
  ['<html>', { kind: 'certificate' }, /^files-no-certificate .*begins with “<html>”/],
  ['0\u0082\u0001\u0002\u0002\u0001\u0000', { kind: 'certificate' }, /^files-no-certificate/],
  ['', {}, /^files-empty/],
  ['x', { name: '../etc' }, /^bad-input .*file name of letters/],
  ['x', { name: 'a"b' }, /^bad-input/],
])('%j is refused before anything is sent', async (data, more, words) => {
  const { put } = await opened()
  expect(await put('a.pem', data, more).catch(refusal)).toMatch(words)
})

test('a full file system is told with what is needed and what is free, and a missing file as missing', async () => {
  const { done, put, simulators } = await opened()
  simulators.control('sim:sim7672', 'files-full')
  expect(await put('a.bin', octets).catch(refusal)).toMatch(/^files-full .*3000 octets, 0 are free/)
  // The certificates have no space that could be asked for: the modem itself refuses.
  expect(await put('ca.pem', pem, { kind: 'certificate' }).catch(refusal)).toMatch(
    /^files-refused AT\+CCERTDOWN="ca\.pem",\d+: ERROR/,
  )
  for (const call of ['files.download', 'files.delete'] as const)
    expect(await done(call, { slot, name: 'no.bin' }).catch(refusal)).toMatch(
      /^files-(missing|refused)/,
    )
})

test('a cable that goes while the modem waits for octets ends in words', async () => {
  const { put, simulators } = await opened()
  const modem = simulators.modem('sim:sim7672')
  const registry = modem.registry as Map<string, CommandEntry>
  const entry = registry.get('+CFTRANRX')
  registry.set('+CFTRANRX', {
    name: '+CFTRANRX',
    set: (asked) => {
      modem.later(2_000, () => modem.unplug())
      // It waits for more than it is given.
      return { prompt: () => ({}), ...entry?.set?.(asked), octets: 100_000 }
    },
  })
  expect(await put('a.bin', octets).catch(refusal)).toMatch(/^port-gone/)
})

test('a certificate in DER is taken, and a private key in PEM is in no export', async () => {
  const { put, done } = await opened()
  await put('ca.der', Uint8Array.of(0x30, 0x82, 1, 2, 0x30, 0x82, 0, 1), { kind: 'certificate' })
  const lines = 'MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQC7VJTUt9Us8cKj\n'
  const key = `-----BEGIN PRIVATE KEY-----\n${lines}-----END PRIVATE KEY-----\n`
  await put('key.pem', key, { kind: 'certificate' })
  const log = { format: 'text', language: 'en', redact: true } as const
  const { text } = await done('log.export', { ...log, slots: [slot] })
  expect(text).toContain('AT+CCERTDOWN="key.pem"')
  expect(text).not.toContain('MIIEvQ')
})

test('a modem of no known family is told', async () => {
  const { done, put } = await opened('sim:generic')
  expect(await done('files.read', { slot })).toEqual({ family: null, stores: [] })
  expect(await put('a.bin', 'x').catch(refusal)).toMatch(/^files-unknown GM-1/)
})

test('a cancel while the modem takes the octets ends at once, and says that a part may be there', async () => {
  const { client, clock, put, simulators } = await opened()
  await put('a.bin', 'x')
  const modem = simulators.modem('sim:sim7672')
  const registry = modem.registry as Map<string, CommandEntry>
  const entry = registry.get('+CFTRANRX')
  registry.set('+CFTRANRX', {
    name: '+CFTRANRX',
    set: (asked) => {
      modem.later(500, () => void client.call('at.cancel', { slot }))
      return { prompt: () => ({}), ...entry?.set?.(asked), octets: 100_000 }
    },
  })
  const beganMs = clock.nowMs()
  expect(await put('a.bin', octets, { replace: true }).catch(refusal)).toMatch(
    /^files-cut a\.bin; the one that was there before is deleted\./,
  )
  expect(clock.nowMs() - beganMs).toBeLessThan(10_000)
})

test('a file that is too large is refused in words', async () => {
  const { put } = await opened()
  expect(await put('a.bin', new Uint8Array(3_000_003)).catch(refusal)).toMatch(
    /^bad-input .*at most 3 MB/,
  )
})

test('an answer that is no list is not taken for an empty one', async () => {
  const { done, simulators } = await opened()
  const registry = simulators.modem('sim:sim7672').registry as Map<string, CommandEntry>
  registry.set('+FSLS', { name: '+FSLS', set: () => ok('%$#') })
  expect(await done('files.read', { slot }).catch(refusal)).toMatch(
    /^files-unread AT\+FSLS=2: %\$#/,
  )
})
