import type { Handlers } from '@contract'
import type { careCalls } from '@contract/care'
import { Fault } from '@core/fault'
import { readLeftovers, restoreLeftovers, type LeftoverLine } from '@core/modem/leftovers'
import { probePorts } from '@core/modem/probe-port'
import type { ModemSession } from '@core/modem/session'
import type { SlotName } from '@core/modem/slot-names'
import type { PortInfo } from '@core/ports/port-info'
import { tapped } from '@core/modem/tapped-port'
import type { BytePort } from '@core/ports/byte-port'
import type { Recorder } from '@bench/log/recorder'
import type { Environment } from '@bench/environment'
import type { Slots } from '@bench/slot/slot'
import type { Windows } from '@bench/window/windows'
import { quoted } from '@core/words'
import { probedBaud } from './words'

/** What of the bench is needed here. */
export interface CareParts {
  readonly environment: Environment
  readonly slots: Slots
  readonly outbox: Windows
  readonly listPorts: () => Promise<readonly PortInfo[]>
}

/** The calls for what other programs hold, and what they left. */
export function careHandlersOf(
  bench: CareParts,
  rtscts: (slot: SlotName) => boolean,
): Pick<Handlers, keyof typeof careCalls> {
  const { environment, slots } = bench
  const found = async (slot: SlotName) => {
    const line = lineOf(slots[slot].needSession())
    return { line, found: await readLeftovers(line, rtscts(slot)) }
  }
  let probing: AbortController | undefined
  return {
    'mm.look': async ({ path }) => environment.modemManager.look(path),
    'mm.take': async ({ path }) => environment.modemManager.take(path),
    'mm.release': async ({ path }) => {
      await environment.modemManager.release(path)
      return environment.modemManager.look(path)
    },
    'modem.leftovers': async ({ slot }) => (await found(slot)).found,
    'modem.restore': async ({ slot }) => {
      const read = await found(slot)
      return restoreLeftovers(read.line, read.found)
    },
    'ports.probe': async ({ paths, baudSearch = false, slot }) => {
      const ports = await chosenPorts(bench, paths)
      const open = (path: string, baudRate: number) =>
        environment.openPort(path, { baudRate, rtscts: false, dtr: true, rts: true })
      const recorder = slot && slots[slot].recorder
      await recorder?.start()
      const abort = new AbortController()
      probing = abort
      return probePorts(ports, {
        clock: environment.clock,
        signal: abort.signal,
        baudSearch,
        open: recorder
          ? async (path, baudRate) => recorded(recorder, await open(path, baudRate), baudRate)
          : open,
        onResult: (result) => bench.outbox.send('probed', result),
      })
    },
    'ports.stopProbe': async () => probing?.abort(new Fault('at-cancelled')),
  }
}

/** The AT line of a session, as the questions about leftovers need it. */
export function lineOf(session: ModemSession): LeftoverLine {
  return {
    send: (command) => session.ask(command, { priority: 'user' }),
    onEcho: (listener) =>
      session.at.engine.onToken((token) => {
        if (token.kind === 'echo') listener()
      }),
  }
}

/** A port whose octets are kept; what a restarted bridge says of itself, too. */
function recorded(recorder: Recorder, port: BytePort, baudRate: number): BytePort {
  recorder.divider(probedBaud(port.label, baudRate))
  return tapped(port, (dir, bytes) => recorder.bytes(dir, bytes))
}

async function chosenPorts(bench: CareParts, paths?: readonly string[]): Promise<PortInfo[]> {
  const ports = await bench.listPorts()
  if (paths === undefined) return ports.filter((port) => port.kind === 'serial')
  return paths.map((path) => {
    const port = ports.find((one) => one.path === path || one.aliases?.includes(path))
    // A port that is not in the list (a pty, tcp:) is tried all the same: the person named it.
    return port ?? { path, label: quoted(path), kind: 'serial', role: 'unknown', use: 'maybe' }
  })
}
