import { execFileSync } from 'node:child_process'
import { chmodSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { runCli, startCli, type Running } from '../support/cli'
import { socketClient, type SocketClient } from '../support/socket-client'

/** A small disk of its own, which only root of a Linux may make, and not in every container. */
function mounts(): boolean {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false
  const place = mkdtempSync(join(tmpdir(), 'modem-bench-mount-'))
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', place], { stdio: 'ignore' })
    execFileSync('umount', [place])
    return true
  } catch {
    // Not allowed here; the test says so.
    return false
  } finally {
    rmSync(place, { recursive: true })
  }
}

// Elsewhere the same is held with a disk that is made to fail: test/platform/store/run-journal.test.ts.
if (mounts())
  describe('a disk of 300 kB', () => {
    let folder: string
    let host: Running
    let client: SocketClient
    beforeEach(async () => {
      folder = mkdtempSync(join(tmpdir(), 'modem-bench-small-'))
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=300k', 'tmpfs', folder])
      host = startCli(['serve', '--port', '0'], { env: { MODEM_BENCH_DATA: folder } })
      const [, address = ''] = await host.said(/(http:\S+)\n/)
      const url = new URL(address)
      client = await socketClient(url, { token: url.searchParams.get('token') ?? '' })
      await client.call('settings.change', { pollOn: false })
    })
    afterEach(async () => {
      client.end()
      await host.stop('SIGTERM')
      execFileSync('umount', ['-l', folder])
      rmSync(folder, { recursive: true, force: true })
    })
    const filler = () => join(folder, 'filler')
    const fill = () => {
      for (let size = 300_000; size >= 1000; size = Math.floor(size / 2))
        for (let fits = true; fits;)
          try {
            writeFileSync(`${filler()}-${readdirSync(folder).length}`, Buffer.alloc(size))
          } catch {
            fits = false
          }
    }
    const makeRoom = () => {
      for (const name of readdirSync(folder))
        if (name.startsWith('filler')) rmSync(join(folder, name))
    }
    const send = async (count: number, from = 0) => {
      for (let i = from; i < from + count; i++)
        await client.call('at.send', { slot: 'a', text: `AT+CGDCONT=1,"IP","number${i}"` })
    }
    const journals = () => readdirSync(join(folder, 'journals')).filter((n) => /journal$/.test(n))

    test('that is full is told at once, and holds everything when there is room again', async () => {
      await client.call('port.open', { slot: 'a', path: 'sim:sim7672' })
      await send(20)
      expect(host.err()).toMatch(/Only 0 MB are free/)
      fill()
      const failing = host.complained(/The log is not on the disk: .*the disk is full/)
      await send(100, 20)
      await failing
      const { slots, store } = await client.call('app.snapshot')
      expect(store.map(({ kind }) => kind)).toContain('failed')
      const [journal = ''] = journals()
      expect(slots.a.journal?.bytes).toBeLessThanOrEqual(
        statSync(join(folder, 'journals', journal)).size,
      )
      makeRoom()
      await send(1, 120)
      await client.call('port.close', { slot: 'a' })
      expect((await host.stop('SIGTERM')).code).toBe(0)
      const { out } = await runCli(['explain', join(folder, 'journals', journal), '--no-redact'], {
        env: { MODEM_BENCH_DATA: folder },
      })
      for (let i = 0; i <= 120; i++) expect(out).toContain(`"number${i}"`)
    })

    test('that is full before the first port keeps it closed, until there is room', async () => {
      fill()
      const open = () => client.call('port.open', { slot: 'a', path: 'sim:sim7672' })
      await expect(open()).rejects.toThrow(/the disk is full/)
      makeRoom()
      await open()
      await send(1)
      await client.call('port.close', { slot: 'a' })
      expect((await host.stop('SIGTERM')).code).toBe(0)
    })

    test('that never gets room ends the host all the same, and the end says what was lost', async () => {
      await client.call('port.open', { slot: 'a', path: 'sim:sim7672' })
      fill()
      const failing = host.complained(/The log is not on the disk/)
      await send(100)
      await failing
      const ended = await host.stop('SIGTERM')
      expect(ended.code).toBe(1)
      expect(ended.err).toMatch(/the disk is full/)
    })
  })

describe('a data folder', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'modem-bench-data-'))
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }))

  test.each(['file', 'file/below'])('that is %s is refused in a sentence', async (name) => {
    writeFileSync(join(folder, 'file'), '')
    const { code, err } = await runCli(['serve', '--port', '0'], {
      env: { MODEM_BENCH_DATA: join(folder, name) },
    })
    expect(code).toBe(2)
    expect(err).toMatch(/is a file, or lies in one; a folder is needed/)
    expect(err).not.toContain(' at ')
  })

  // Windows keeps rights elsewhere.
  if (process.platform !== 'win32') {
    test('of our own that everyone may write is closed to others', async () => {
      const home = join(folder, 'modem-bench')
      await oneServe({ XDG_DATA_HOME: folder })
      chmodSync(home, 0o777)
      await oneServe({ XDG_DATA_HOME: folder })
      expect(statSync(home).mode & 0o777).toBe(0o700)
    })

    test('that a person named stays as it is, and is told', async () => {
      chmodSync(folder, 0o777)
      const { err } = await oneServe({ MODEM_BENCH_DATA: folder })
      expect(err).toMatch(/everyone on this computer may put files there/)
      expect(statSync(folder).mode & 0o777).toBe(0o777)
    })
  }
})

async function oneServe(env: Record<string, string>) {
  const host = startCli(['serve', '--port', '0'], { env: { MODEM_BENCH_DATA: '', ...env } })
  await host.said(/(http:\S+)\n/)
  return host.stop('SIGTERM')
}
