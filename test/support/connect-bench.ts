import { knowledge } from '@catalog/decoders'
import { modemProfiles } from '@catalog/modems'
import { personas } from '@catalog/modems/personas'
import type { ConnectState, ConnectTarget, StepId } from '@core/connect/connect-state'
import { runConnect } from '@core/connect/run'
import { ModemSession } from '@core/modem/session'
import type { BytePort } from '@core/ports/byte-port'
import { seededChance } from '@core/ports/chance'
import { SimulatedBench, type SimulatorFiles } from '@core/simulator/bench'
import type { SimulatedModem } from '@core/simulator/modem'
import { ManualClock } from './manual-clock'

export const soracom: ConnectTarget = {
  apn: 'soracom.io',
  user: 'sora',
  password: 'sora',
  auth: 'auto',
  pdpType: 'IP',
  cid: 1,
  direct: false,
  pingHost: 'pong.soracom.io',
  httpUrl: '',
}

/** A simulated modem on a manual clock with a session on its port. */
export async function connectBench(
  name = 'sim:sim7672',
  seed = 1,
  files?: SimulatorFiles,
  cable: (port: BytePort) => BytePort = (port) => port,
) {
  const clock = new ManualClock()
  const chance = seededChance(seed)
  const simulated = new SimulatedBench({ clock, chance, personas, ...(files && { files }) })
  // Reads the files the name speaks of.
  await (await simulated.open(name)).close()
  const modem: SimulatedModem = simulated.modem(name)
  const wire: { dir: 'rx' | 'tx'; atMs: number; bytes: Uint8Array }[] = []
  let port: BytePort
  const open = async () => {
    port = cable(await simulated.open(name))
    return new ModemSession({
      port,
      clock,
      chance: seededChance(seed + 1),
      purposeOf: async () => simulated.purposeOf(name),
      tap: (dir, bytes) => wire.push({ dir, atMs: clock.nowMs(), bytes }),
    })
  }
  let session = await open()
  const states: ConnectState[] = []
  const watches = new Set<(state: ConnectState) => void>()
  const start = (target: Partial<ConnectTarget> = {}, signal = new AbortController().signal) =>
    runConnect({
      session,
      target: { ...soracom, ...target },
      clock,
      knowledge,
      profiles: modemProfiles,
      signal,
      onState: (state) => {
        states.push(state)
        for (const watch of [...watches]) watch(state)
      },
    })
  return {
    clock,
    modem,
    wire,
    states,
    simulated,
    get session() {
      return session
    },
    /** Closes the port in order; what that takes passes on the clock. */
    close: () => clock.until(session.close(), 60_000),
    async reopen() {
      await clock.until(session.close(), 60_000)
      session = await open()
    },
    /** As when the program is killed: the port ends without a word, and the next one opens it. */
    async killAndReopen() {
      await port.close()
      session = await open()
    },
    start,
    /** Calls once, at the very moment a step begins. */
    whenBegins(id: StepId, act: () => void) {
      const watch = (state: ConnectState) => {
        if (!state.steps.some((step) => step.id === id && step.state === 'running')) return
        watches.delete(watch)
        act()
      }
      watches.add(watch)
    },
    /** Connects and lets the clock run until there is a verdict. */
    connect: (target: Partial<ConnectTarget> = {}) => clock.until(start(target), 900_000, 20),
  }
}

export const stepOf = (state: ConnectState, id: string) =>
  state.steps.find((step) => step.id === id)
