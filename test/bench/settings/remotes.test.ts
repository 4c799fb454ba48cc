import { describe, expect, test } from 'vitest'
import { Fault } from '@core/fault'
import type { Keyring } from '@core/ports/keyring'
import type { RemoteBench, RemoteWindows } from '@core/ports/remote-windows'
import { benchFixture } from '../../support/bench-fixture'
import { quoted } from '@core/words'

const fingerprint = Array.from({ length: 32 }, () => 'AB').join(':')
const address = 'https://pi.local:8470/'

/** A desktop app that opens windows on paper; `certificate`: what a person has to compare first. */
function paper(certificate?: string) {
  const opened: RemoteBench[] = []
  const windows: RemoteWindows = {
    async open(bench) {
      if (bench.token === 'wrong')
        throw new Fault('host-refused', quoted('pi.local:8470: HTTP 403.'))
      if (certificate !== undefined && bench.fingerprint !== certificate)
        return { kind: 'untrusted', fingerprint: certificate }
      opened.push(bench)
      return { kind: 'opened' }
    },
  }
  return { windows, opened }
}
const asked = { address, token: 'abc', keep: true }

describe('a bench of another computer', () => {
  test('opens with the token of its address, and the next time without one', async () => {
    const files: Record<string, string> = {}
    const { windows, opened } = paper()
    const { ask } = await benchFixture(1, files, { remoteWindows: windows })
    await ask('remote.open', { address: `${address}?token=abc`, token: '', keep: true })
    expect(await ask('remote.list', undefined)).toEqual([{ url: address, opens: true }])
    // Another start of the program.
    const again = await benchFixture(1, files, { remoteWindows: windows })
    await again.ask('remote.open', { address, token: '', keep: true })
    expect(opened.map(({ url, token }) => ({ url, token }))).toEqual([
      { url: address, token: 'abc' },
      { url: address, token: 'abc' },
    ])
    expect(await again.ask('remote.forget', { url: address })).toEqual([])
    expect(files['remotes.json']).not.toContain('abc')
  })

  test('whose token is not to be kept is remembered by its address alone', async () => {
    const files: Record<string, string> = {}
    const { windows } = paper()
    const { ask } = await benchFixture(1, files, { remoteWindows: windows })
    await ask('remote.open', asked)
    await ask('remote.open', { ...asked, keep: false })
    expect(files['remotes.json']).not.toContain('abc')
    expect(await ask('remote.list', undefined)).toEqual([{ url: address, opens: false }])
    await expect(ask('remote.open', { address, token: '', keep: false })).rejects.toThrow(
      /token is missing/,
    )
  })

  test('has its token sealed where there is a keyring', async () => {
    const files: Record<string, string> = {}
    const keyring: Keyring = {
      seal: async (text) => Buffer.from(text).toString('hex'),
      open: async (text) => Buffer.from(text, 'hex').toString(),
    }
    const { windows, opened } = paper()
    const own = { remoteWindows: windows, keyring }
    await (await benchFixture(1, files, own)).ask('remote.open', asked)
    expect(files['remotes.json']).not.toContain('abc')
    await (await benchFixture(1, files, own)).ask('remote.open', { address, token: '', keep: true })
    expect(opened.at(-1)?.token).toBe('abc')
    // A keyring of another person: it is asked for once more, and nothing is lost.
    const { ask } = await benchFixture(1, files, {
      remoteWindows: windows,
      keyring: { ...keyring, open: async () => undefined },
    })
    await expect(ask('remote.open', { address, token: '', keep: true })).rejects.toMatchObject({
      error: { code: 'keyring-closed' },
    })
    await ask('remote.open', asked)
  })

  test('is opened once its certificate was compared, and is known from then on', async () => {
    const { windows, opened } = paper(fingerprint)
    const { ask } = await benchFixture(1, {}, { remoteWindows: windows })
    expect(await ask('remote.open', asked)).toEqual({ kind: 'untrusted', fingerprint })
    expect(await ask('remote.list', undefined)).toEqual([])
    expect(await ask('remote.open', { ...asked, fingerprint })).toEqual({ kind: 'opened' })
    expect(await ask('remote.open', asked)).toEqual({ kind: 'opened' })
    expect(opened).toHaveLength(2)
  })

  test('whose certificate is another one than before is said to have changed', async () => {
    const files: Record<string, string> = {}
    const first = await benchFixture(1, files, { remoteWindows: paper(fingerprint).windows })
    await first.ask('remote.open', { ...asked, fingerprint })
    const other = fingerprint.replace(/^AB/, 'CD')
    const { ask } = await benchFixture(1, files, { remoteWindows: paper(other).windows })
    const answer = { kind: 'untrusted', fingerprint: other, changed: true }
    expect(await ask('remote.open', asked)).toEqual(answer)
    expect(await ask('remote.open', { ...asked, fingerprint: other })).toEqual({ kind: 'opened' })
  })

  test('that does not let us in is not remembered', async () => {
    const { windows } = paper()
    const { ask } = await benchFixture(1, {}, { remoteWindows: windows })
    await expect(ask('remote.open', { ...asked, token: 'wrong' })).rejects.toMatchObject({
      error: { code: 'host-refused' },
    })
    expect(await ask('remote.list', undefined)).toEqual([])
  })

  test.each([
    ['pi.local:8470', /expected the address/],
    ['ftp://pi.local/', /expected the address/],
    ['https://pi.local/elsewhere', /expected the address/],
    ['https://me:secret@pi.local/?token=abc', /expected the address/],
    ['', /expected the address/],
    ['https://pi.local/?token=%22%3E', /token is missing, or holds other characters/],
  ])('by the address %j is refused in words without its token', async (wrong, words) => {
    const { windows } = paper()
    const { ask } = await benchFixture(1, {}, { remoteWindows: windows })
    const refused = ask('remote.open', { address: wrong, token: '', keep: true })
    await expect(refused).rejects.toThrow(words)
    await expect(refused).rejects.not.toThrow(/token=abc/)
  })

  test('is opened by the desktop app alone', async () => {
    const { ask } = await benchFixture()
    await expect(ask('remote.open', asked)).rejects.toThrow(/desktop app/)
  })

  test('opened at the same moment as another stays in the list', async () => {
    const { windows } = paper()
    const { ask } = await benchFixture(1, {}, { remoteWindows: windows })
    const urls = ['https://one:1/', 'https://two:2/']
    await Promise.all(urls.map((url) => ask('remote.open', { ...asked, address: url })))
    const list = await ask('remote.list', undefined)
    expect(list.map(({ url }) => url).toSorted()).toEqual(urls)
  })

  test('of a damaged list is kept beside', async () => {
    const files = { 'remotes.json': '[{"url":"https://pi.local:8470/"},{"url":7}]' }
    const { ask } = await benchFixture(1, files, { remoteWindows: paper().windows })
    expect(await ask('remote.list', undefined)).toEqual([{ url: address, opens: false }])
    expect(Object.keys(files).length).toBe(2)
  })
})
