import type { Handlers } from '@contract'
import type { careCalls } from '@contract/care'
import { Fault } from '@core/fault'
import { readLeftovers, restoreLeftovers, type LeftoverLine } from '@core/modem/leftovers'
import { probePorts } from '@core/modem/probe-port'
import type { ModemSession } from '@core/modem/session'
import type { SlotName } from '@core/modem/slot-state'
import type { PortInfo } from '@core/ports/port-info'
import type { Bench } from './bench'

/** The calls for what other programs hold, and what they left. */
export function careHandlersOf(
  bench: Bench,
  rtscts: (slot: SlotName) => boolean,
): Pick<Handlers, keyof typeof careCalls> {
  const { environment, slots } = bench
  const found = async (slot: SlotName) => {
    const line = lineOf(slots[slot].needSession())
    return { line, found: await readLeftovers(line, rtscts(slot)) }
  }
  return {
    'mm.look': async ({ path }) => environment.modemManager.look(path),
    'mm.take': async ({ path }) => environment.modemManager.take(path),
    'mm.release': async ({ path }) => environment.modemManager.release(path),
    'modem.leftovers': async ({ slot }) => (await found(slot)).found,
    'modem.restore': async ({ slot }) => {
      const read = await found(slot)
      return restoreLeftovers(read.line, read.found)
    },
    'ports.probe': async ({ paths }) =>
      probePorts(await chosenPorts(bench, paths), {
        clock: environment.clock,
        open: (path, baudRate) =>
          environment.openPort(path, { baudRate, rtscts: false, dtr: true, rts: true }),
      }),
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

async function chosenPorts(bench: Bench, paths?: readonly string[]): Promise<PortInfo[]> {
  const ports = await bench.listPorts()
  if (paths === undefined) return ports.filter((port) => port.kind === 'serial')
  return paths.map((path) => {
    const port = ports.find((one) => one.path === path || one.aliases?.includes(path))
    if (!port) throw new Fault('port-not-found', path)
    return port
  })
}
