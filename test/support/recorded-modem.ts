import { mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Simulators } from '@bench/simulators/simulators'
import { latin1 } from '@core/bytes'
import { nodeChance, nodeClock } from '@platform/clock/node-clock'
import { openPtyMaster } from '@platform/serial/pty-master'
import { until } from './pty-pair'

/** LCP Terminate-Request: protocol C021, code 5, which travels as 7D 25. */
export const terminateSaid = '\xc0\x21\x7d\x25'

/** A simulated modem on a pty, which keeps what a program sends it. */
export interface RecordedModem {
  readonly path: string
  /** All that came since the terminal was opened last, as Latin-1. */
  heard(): string
  /** Resolves once no program has the terminal open. */
  closed(): Promise<void>
  /** The modem answers nobody any more. */
  hang(): void
  /** AT is answered: nothing is left of a call. */
  commanded(): Promise<boolean>
  remove(): Promise<void>
}

export async function recordedModem(persona = 'sim7672'): Promise<RecordedModem> {
  const folder = mkdtempSync(join(tmpdir(), 'modem-bench-recorded-'))
  const path = join(folder, 'at')
  const simulators = new Simulators({ clock: nodeClock, chance: nodeChance })
  const port = await simulators.open(`sim:${persona}?speed=fast`)
  let open = false
  let heard = ''
  let said = ''
  const pty = await openPtyMaster(nodeClock, {
    opened: () => {
      open = true
      heard = ''
    },
    bytes: (bytes) => {
      heard += latin1(bytes)
      void port.write(bytes)
    },
    closed: () => {
      open = false
    },
  })
  port.onBytes((bytes) => {
    said += latin1(bytes)
    pty.write(bytes)
  })
  symlinkSync(pty.path, path)
  return {
    path,
    heard: () => heard,
    closed: () => until(() => !open),
    hang: () => simulators.control(`sim:${persona}`, 'hang', 'on'),
    async commanded() {
      said = ''
      await port.write(new TextEncoder().encode('AT\r'))
      await until(() => /\r\n(OK|ERROR)\r\n/.test(said))
      return said.includes('\r\nOK\r\n')
    },
    async remove() {
      await port.close()
      pty.close()
      simulators.dispose()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
