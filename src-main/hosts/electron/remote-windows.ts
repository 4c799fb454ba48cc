import { BrowserWindow, nativeTheme, session } from 'electron'
import { Fault } from '@core/fault'
import type { RemoteBench, RemoteWindows } from '@core/ports/remote-windows'
import { lookAtRemote } from '@platform/network/remote-look'
import { closedDown } from './lock-down'
import { quoted } from '@core/words'

/**
 * Windows on benches of other computers. Each shows the page that the other bench serves, as a browser would: without our
 * preload, in a session of its own that keeps nothing, and held to its address.
 */
export class ElectronRemoteWindows implements RemoteWindows {
  readonly #open = new Map<string, BrowserWindow>()

  async open(bench: RemoteBench) {
    const seen = await lookAtRemote(bench)
    if (seen.kind === 'untrusted') return seen
    const there = this.#open.get(bench.url)
    if (there && !there.isDestroyed()) {
      if (there.isMinimized()) there.restore()
      there.focus()
    } else await this.#show(bench)
    return { kind: 'opened' } as const
  }

  closeAll(): void {
    for (const window of this.#open.values()) if (!window.isDestroyed()) window.destroy()
  }

  async #show({ url, token, fingerprint }: RemoteBench): Promise<void> {
    const { host } = new URL(url)
    // Without "persist:" it is in memory alone.
    const partition = `remote-${host}`
    const own = session.fromPartition(partition)
    closedDown(own)
    own.setCertificateVerifyProc((request, answer) => {
      // 0: good; -3: as Chromium judges by itself.
      answer(
        fingerprint !== undefined && hexOf(request.certificate.fingerprint) === fingerprint
          ? 0
          : -3,
      )
    })
    const window = new BrowserWindow({
      width: 1280,
      height: 800,
      minWidth: 960,
      minHeight: 600,
      title: `${host} – Modem Bench`,
      backgroundColor: nativeTheme.shouldUseDarkColors ? '#16181d' : '#f7f8fa',
      webPreferences: {
        partition,
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        spellcheck: false,
      },
    })
    // Two windows that are both called Modem Bench cannot be told apart.
    window.on('page-title-updated', (event) => event.preventDefault())
    window.on('closed', () => this.#open.delete(url))
    this.#open.set(url, window)
    await window.loadURL(`${url}?token=${token}`).catch((error: unknown) => {
      if (!window.isDestroyed()) window.destroy()
      // Chromium repeats the address, and with it the token.
      const said = error instanceof Error && 'code' in error ? String(error.code) : ''
      throw new Fault('host-unreachable', quoted(`${host}: ${said}`))
    })
  }
}

/** Chromium writes `sha256/BASE64`, certificates are compared as `AB:CD:…`. */
export function hexOf(fingerprint: string): string {
  const octets = Buffer.from(fingerprint.replace(/^sha256\//, ''), 'base64')
  return [...octets].map((octet) => octet.toString(16).padStart(2, '0').toUpperCase()).join(':')
}
