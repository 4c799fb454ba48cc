import { Bench } from '@bench/bench'
import type { Environment } from '@bench/environment'
import { Simulators } from '@bench/simulators/simulators'
import type { AnyEvent, CallName, Input, Output, Reply } from '@contract'
import { clientOf, dispatch } from '@contract'
import { Fault } from '@core/fault'
import type { JournalEntry } from '@core/log/journal'
import { seededChance } from '@core/ports/chance'
import type { Outside } from '@core/ports/outside'
import { listAdapters } from '@platform/gpio/list-adapters'
import { openAdapter } from '@platform/gpio/open-adapter'
import { mqttBy } from '@platform/mqtt/run-mqtt'
import { nmcliDryRun } from '@platform/network/nmcli'
import { openSocksServer } from '@platform/network/socks-server'
import { tlsBy } from '@platform/tls/open-tls'
import { logSource } from '@platform/store/log-source'
import { closedComputer } from './closed-computer'
import { ManualClock } from './manual-clock'
import { memoryCaptures } from './memory-capture'
import { memoryJournal } from './memory-journal'
import { quoted } from '@core/words'

/** Surroundings of a test's own; `outside`: what simulated modems reach of this computer. */
export type Surroundings = Partial<Environment> & { readonly outside?: Outside }

const unmanaged = { managed: false, taken: false, rule: '', ruleFile: '', command: '' }

/**
 * A bench with simulated modems on a manual clock, asked the way a window asks. `files`: what an earlier one kept; `instead`:
 * surroundings of the test's own.
 */
export async function benchFixture(
  seed = 1,
  files: Record<string, string> = {},
  { outside = closedComputer, ...instead }: Surroundings = {},
) {
  const clock = new ManualClock()
  const chance = seededChance(seed)
  const noFile = (path: string) =>
    Promise.reject(new Fault('bad-input', quoted(`${path}: no such file.`)))
  const simulators = new Simulators({
    ...{ clock, chance, outside, openTls: tlsBy(clock) },
    files: { log: noFile, text: noFile },
  })
  const reports: { error: unknown; where: string }[] = []
  const entries: JournalEntry[] = []
  const gpio = {
    clock,
    simulated: (name: string) => simulators.modem(name),
    simulatedNames: () => simulators.modems(),
  }
  const captures = memoryCaptures()
  const environment: Environment = {
    clock,
    chance,
    store: {
      read: async (name) => files[name],
      write: async (name, text) => {
        files[name] = text
      },
    },
    claimSoak: async () => {
      if (files['soak.json.lock'] !== undefined) throw new Fault('soak-in-use', quoted('soak.json'))
      files['soak.json.lock'] = 'this one'
      return async () => {
        delete files['soak.json.lock']
      }
    },
    openPort: (path) => simulators.open(path),
    listPorts: async () => simulators.ports(),
    purposeOf: async (path) => simulators.purposeOf(path),
    onReturn: (path, back) => simulators.onReturn(path, back),
    modemManager: {
      look: async (path) => ({ ...unmanaged, path }),
      take: (path) => Promise.reject(new Fault('mm-not-managed', quoted(path))),
      release: async () => undefined,
      releaseAll: async () => undefined,
    },
    openJournal: async () => memoryJournal(entries),
    readLog: logSource,
    readJournal: async function* () {
      yield* entries
    },
    openSocks: openSocksServer,
    openTls: tlsBy(clock),
    runMqtt: mqttBy(clock, seededChance(5)),
    systemCommands: nmcliDryRun,
    openCapture: captures.open,
    installDissector: async () => '/plugins/modem-bench-at.lua',
    gpio: {
      open: (name) => openAdapter(name, gpio),
      list: () => listAdapters(gpio),
    },
    simulators,
    app: { version: '0.0.0', host: 'electron', platform: 'linux', dataFolder: '/data' },
    report: (error, where) => reports.push({ error, where }),
    ...instead,
  }
  const bench = new Bench(environment)
  await bench.start()
  const events: AnyEvent[] = []
  bench.onEvent((event) => events.push(structuredClone(event)))
  const client = clientOf({
    call: (name, input): Promise<Reply<unknown>> => dispatch(bench.handlers, name, input),
    onEvent: (listener) => bench.onEvent(listener),
  })
  return {
    bench,
    clock,
    simulators,
    events,
    reports,
    entries,
    captures,
    files,
    /** For calls that wait for others; nothing moves the clock for them. */
    client,
    /** A call that settles while the clock runs. */
    ask: <N extends CallName>(name: N, input: Input<N>): Promise<Output<N>> =>
      clock.until(client.call(name, ...([input] as never)), 600_000),
    state: (slot: 'a' | 'b') => bench.slots[slot].state,
    /** Runs the clock until the slot's connection has a verdict. */
    async verdict(slot: 'a' | 'b') {
      for (let passed = 0; passed < 600_000; passed += 50) {
        await clock.advance(50)
        const { connect } = bench.slots[slot].state
        if (connect.verdict) return connect.verdict
      }
      throw new Error('no verdict')
    },
    async end() {
      await clock.until(bench.stop(), 60_000)
    },
  }
}
