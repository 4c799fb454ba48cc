import { Fault } from '@core/fault'
import {
  compareRows,
  dispatch,
  type AlertsState,
  type AnyEvent,
  type BoardProfile,
  type CallName,
  type EventName,
  type Events,
  type Handlers,
  type LogRow,
  type Macro,
  type Settings,
  type Reply,
  type SlotName,
  type SlotState,
  type Snapshot,
  type StoreTrouble,
  type Transport,
} from '@contract'
import { fakeNetHandlers } from './fake-net'
import { fakeSoracomHandlers } from './fake-soracom'
import { fakeSettings, ports, presets, slotA, slotB } from './fake-state'

type Answers = { [N in CallName]?: (input: unknown) => unknown }

export const noLog = {
  id: 'log-1',
  name: 'some.log',
  format: { en: 'text', ja: 'テキスト' },
  whole: true,
  rows: 0,
  warnings: 0,
  failures: 0,
  modems: [],
  notices: [],
  bookmarks: [],
}
const none = { count: 0, bytes: 0 }
const emptyCard = {
  state: 'READY',
  asksPin: false,
  tries: { pin: 3, puk: 10, pin2: 3, puk2: 10 },
  files: [],
  readMs: 0,
}

const emptySockets = {
  family: null,
  tries: [],
  open: null,
  tls: null,
  tlsContexts: 0,
  outcomes: [],
}

const emptyRadio = {
  family: null,
  items: [],
  saving: { psm: null, edrx: [] },
  undo: null,
  readMs: 0,
}
const emptyPosition = {
  family: { id: 'sim7600', name: 'SIM7600', source: 'AT manual' },
  on: false,
  starts: [],
  started: null,
  position: null,
  satellites: [],
  satellitesKnown: false,
  nmea: { ports: [], port: null, canStream: false, streams: false },
  assisted: null,
  track: { points: 0, metres: 0 },
}

const emptyContexts = { contexts: [], cids: null, authKnown: true, readMs: 0 }

/** A host for tests of the window: it answers every call, notes what was asked, and says what it is told to say. */
export class FakeHost implements Transport {
  readonly asked: { readonly name: string; readonly input: unknown }[] = []
  readonly answers: Answers = {}
  rows: LogRow[] = []
  macros: readonly Macro[] = []
  alerts: AlertsState = { rules: [], raised: [], news: [] }
  slots: { a: SlotState; b: SlotState }
  settings: Settings = fakeSettings
  seq = 0
  store: readonly StoreTrouble[] = []
  readonly #listeners = new Set<(event: AnyEvent) => void>()

  constructor(slots: { a: SlotState; b: SlotState } = { a: slotA(), b: slotB() }) {
    this.slots = slots
  }

  async call(name: string, input: unknown): Promise<Reply<unknown>> {
    this.asked.push({ name, input })
    return dispatch(this.#handlers(), name, input)
  }

  onEvent(listener: (event: AnyEvent) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  tell<N extends EventName>(name: N, value: Events[N]): void {
    // One event's name and value belong together; the union of all events cannot say so for a variable name.
    for (const listener of this.#listeners) listener({ name, value } as AnyEvent)
  }

  patch(slot: SlotName, patch: Partial<SlotState>): void {
    this.slots[slot] = { ...this.slots[slot], ...patch }
    this.tell('patch', { seq: ++this.seq, slot, patch })
  }

  addRows(rows: readonly LogRow[]): void {
    this.rows.push(...rows)
    this.tell('rows', { rows, behind: { a: 0, b: 0 } })
  }

  /** The inputs of every call of one name, in order. */
  inputsOf(name: CallName): unknown[] {
    return this.asked.filter((call) => call.name === name).map((call) => call.input)
  }

  snapshot(): Snapshot {
    return {
      seq: this.seq,
      slots: this.slots,
      ports,
      settings: this.settings,
      presets,
      store: this.store,
      app: { version: '0.1.0', host: 'web', platform: 'linux', dataFolder: '/home/me/modem-bench' },
    }
  }

  #page: Handlers['log.page'] = async ({ filter, before, after, around, count }) => {
    const all = this.rows.filter(
      (row) =>
        filter.slots.includes(row.slot) &&
        (filter.kinds.length === 0 || filter.kinds.includes(row.kind)) &&
        row.text.toLowerCase().includes(filter.text.toLowerCase()),
    )
    const place = before ?? after ?? around
    const at = place ? all.filter((row) => compareRows(row, place) < 0).length : all.length
    const start = after ? at + 1 : Math.max(0, at - (around ? count / 2 : count))
    const end = before ? at : after ? start + count : around ? at + count / 2 : all.length
    return {
      rows: all.slice(start, end),
      more: start > 0,
      later: end < all.length,
      first: all[0] ?? null,
    }
  }

  #handlers(): Handlers {
    const nothing = async () => undefined
    const fakeMm = async ({ path }: { path: string }) => ({
      path,
      managed: false,
      taken: false,
      rule: '',
      ruleFile: '',
      command: '',
    })
    const own: Handlers = {
      ...fakeSoracomHandlers(),
      'app.snapshot': async () => this.snapshot(),
      'settings.change': async (part) => {
        this.settings = { ...this.settings, ...defined(part) }
        return this.settings
      },
      'journals.state': async () => ({
        count: 12,
        bytes: 340_000_000,
        freeBytes: 20_000_000_000,
        beyond: this.settings.journals.days === null ? none : { count: 9, bytes: 300_000_000 },
      }),
      'journals.prune': async () => ({ count: 9, bytes: 300_000_000 }),
      'presets.save': async (preset) => [...presets, preset],
      'presets.remove': async ({ id }) => presets.filter((preset) => preset.id !== id),
      'ports.list': async () => ports,
      'port.open': nothing,
      'port.close': nothing,
      'port.lines': nothing,
      'port.findSpeed': async () => ({
        path: '/dev/ttyUSB2',
        found: 'at',
        baudRate: 9600,
        seen: 'OK',
        words: { en: 'Answers AT at 9600 bit/s, without noise.', ja: '9600' },
        speeds: [
          {
            baudRate: 115_200,
            found: 'nothing',
            clean: false,
            seen: '',
            words: { en: 'Silent.', ja: '応答なし' },
          },
          {
            baudRate: 9600,
            found: 'at',
            clean: true,
            seen: 'OK',
            words: { en: 'Answers AT.', ja: 'AT に応答します。' },
          },
        ],
      }),
      'at.send': async () => ({ lines: [], final: 'OK', ok: true, ms: 12 }),
      'at.give': nothing,
      'at.leave': nothing,
      'raw.write': nothing,
      'raw.stop': nothing,
      'raw.break': nothing,
      'at.reach': nothing,
      'board.look': async () => ({ power: 'unknown', by: 'nothing' }),
      'connect.end': nothing,
      'signal.read': async () => null,
      'ports.stopProbe': nothing,
      'at.cancel': nothing,
      'at.poll': nothing,
      'facts.refresh': nothing,
      'mode.back': async () => ({ running: false, result: 'command', steps: [] }),
      'port.second': async () => undefined,
      'mode.cancel': async () => undefined,
      'mode.powerCycle': async () => undefined,
      'mode.resume': nothing,
      'connect.start': nothing,
      'connect.cancel': nothing,
      'connect.disconnect': nothing,
      'connect.report': async () => ({
        name: 'report.md',
        mime: 'text/markdown',
        text: '#',
        masked: {},
      }),
      'log.page': this.#page,
      'log.export': async ({ format }) => ({
        name: `modem-bench.${format}`,
        mime: 'text/plain',
        text: this.rows.map((row) => row.text).join('\n'),
        masked: { imsi: 1, password: 2 },
      }),
      'log.piece': async () => ({ text: '' }),
      'log.story': async () => [],
      'log.compare': async () => ({ said: '', sections: [] }),
      'log.note': nothing,
      'remote.list': async () => [],
      'remote.open': async () => ({ kind: 'opened' }),
      'remote.forget': async () => [],
      'failover.read': async () => ({ config: null, mistakes: [], values: null }),
      'failover.plan': () => Promise.reject(new Fault('bad-input')),
      'failover.write': async ({ text }) => ({ text, config: null, mistakes: [], values: null }),
      'failover.start': () => Promise.reject(new Fault('failover-off')),
      'failover.stop': nothing,
      'failover.switch': nothing,
      'failover.state': async () => null,
      'figures.read': async () => ({
        version: '',
        startedMs: 0,
        slots: [],
        failover: null,
        alerts: [],
      }),
      'benches.read': async () => [],
      'alerts.list': async () => this.alerts,
      'alerts.read': async () => ({ rules: null, mistakes: [] }),
      'alerts.add': async () => this.alerts,
      'alerts.save': async () => this.alerts,
      'alerts.remove': async () => this.alerts,
      'alerts.try': async () => [],
      'alerts.dismiss': async () => this.alerts,
      'soak.start': () => Promise.reject(new Fault('soak-none')),
      'soak.resume': async () => null,
      'soak.stored': async () => null,
      'soak.matches': async () => false,
      'soak.stop': nothing,
      'soak.state': async () => null,
      'test.read': async () => ({
        plan: null,
        port: null,
        ports: null,
        mistakes: [],
        pictures: [],
        secret: false,
      }),
      'test.examples': async () => [],
      'test.start': () => Promise.reject(new Fault('test-none')),
      'test.givePicture': () => Promise.reject(new Fault('bad-input')),
      'test.picture': () => Promise.reject(new Fault('bad-input')),
      'test.stop': async () => undefined,
      'test.answer': async () => undefined,
      'test.state': async () => ({ a: null, b: null }),
      'test.batch': async ({ plan }) => ({
        plan,
        tests: [],
        boards: 0,
        passed: 0,
        yieldPct: null,
        spreads: [],
        spoilt: 0,
      }),
      'test.report': () => Promise.reject(new Fault('test-none')),
      'soak.reports': () => Promise.reject(new Fault('soak-none')),
      'soak.report': () => Promise.reject(new Fault('soak-none')),
      'idle.start': () => Promise.reject(new Fault('net-not-connected')),
      'idle.stop': nothing,
      'idle.state': async () => null,
      'commands.reference': async () => [],
      'explain.command': async () => null,
      'signal.history': async () => [],
      'signal.marks': async () => ({ events: [], cells: [] }),
      'operators.scan': async () => ({ operators: [], ms: 1 }),
      ...fakeNetHandlers,
      'mm.look': fakeMm,
      'mm.take': fakeMm,
      'mm.release': fakeMm,
      'modem.leftovers': async () => [],
      'modem.restore': async () => [],
      'ports.probe': async () => [],
      'board.list': async () => ({ boards: [], own: [], presets: [], waysDown: [] }),
      'board.set': nothing,
      'board.check': async () => [],
      'board.save': async ({ profile }) => profile as BoardProfile,
      'board.forget': nothing,
      'board.read': async () => ({ board: null, mistakes: [] }),
      'board.write': async () => ({ name: 'board.yaml', mime: 'text/yaml', masked: {}, text: '' }),
      'board.power': nothing,
      'board.cancel': nothing,
      'board.line': nothing,
      'board.wiring': async () => ({ svg: '<svg></svg>', warnings: [] }),
      'gpio.list': async () => [],
      'macros.list': async () => this.macros,
      'macros.save': async (macro) => (this.macros = [...this.macros, { ...macro, own: true }]),
      'macros.remove': async ({ id }) => (this.macros = this.macros.filter((one) => one.id !== id)),
      'messages.list': async () => ({
        messages: [],
        storages: [],
        centre: '',
        tells: true,
        readMs: 0,
      }),
      'messages.send': async () => ({ id: 'sent:1', parts: 1, alphabet: 'gsm', references: [1] }),
      'messages.delete': nothing,
      'messages.seen': nothing,
      'messages.setCentre': nothing,
      'card.read': async () => emptyCard,
      'card.enterPin': async () => emptyCard,
      'card.askPin': async () => emptyCard,
      'card.changePin': async () => emptyCard,
      'card.clearForbidden': async () => ({ before: '', now: { en: '', ja: '' } }),
      'card.restoreForbidden': async () => ({ before: '', now: { en: '', ja: '' } }),
      'voice.read': async () => null,
      'voice.dial': () => Promise.reject(new Fault('voice-refused')),
      'voice.answer': () => Promise.reject(new Fault('voice-none')),
      'voice.hangUp': async () => null,
      'voice.keys': async () => null,
      'usb.read': () => Promise.reject(new Fault('usb-unknown')),
      'usb.write': () => Promise.reject(new Fault('usb-unknown')),
      'usb.undo': () => Promise.reject(new Fault('usb-unknown')),
      'esim.read': () => Promise.reject(new Fault('esim-none')),
      'esim.enable': () => Promise.reject(new Fault('esim-none')),
      'esim.disable': () => Promise.reject(new Fault('esim-none')),
      'esim.rename': () => Promise.reject(new Fault('esim-none')),
      'esim.download': () => Promise.reject(new Fault('esim-none')),
      'esim.deliver': () => Promise.reject(new Fault('esim-none')),
      'esim.remove': () => Promise.reject(new Fault('esim-none')),
      'contexts.read': async () => emptyContexts,
      'contexts.compare': async () => ({ differences: [], warnings: [], seen: '' }),
      'contexts.write': async () => emptyContexts,
      'ussd.send': async () => ({ state: 'done', text: '' }),
      'ussd.cancel': nothing,
      'phonebook.read': async () => ({
        own: [],
        stores: [],
        store: '',
        used: null,
        total: null,
        entries: [],
      }),
      'position.read': async () => emptyPosition,
      'position.power': async () => emptyPosition,
      'position.start': async () => emptyPosition,
      'position.port': async () => emptyPosition,
      'position.stream': async () => emptyPosition,
      'position.track': () => Promise.reject(new Fault('gnss-no-track')),
      'position.clear': nothing,
      'files.read': async () => ({ family: null, stores: [] }),
      'files.upload': () => Promise.reject(new Fault('files-unknown')),
      'files.download': () => Promise.reject(new Fault('files-unknown')),
      'files.delete': () => Promise.reject(new Fault('files-unknown')),
      'sockets.read': async () => emptySockets,
      'sockets.context': async () => emptySockets,
      'sockets.tls': async () => emptySockets,
      'sockets.run': () => Promise.reject(new Fault('sockets-unknown')),
      'radio.read': async () => emptyRadio,
      'radio.cells': () => Promise.reject(new Fault('radio-no-cells')),
      'radio.compare': async () => ({ differences: [], warnings: [], seen: '' }),
      'radio.write': async () => emptyRadio,
      'radio.keep': async () => emptyRadio,
      'radio.undo': async () => emptyRadio,
      'macros.run': nothing,
      'macros.stop': nothing,
      'macros.answer': nothing,
      'log.open': async () => ({ id: 'log-1' }),
      'log.feed': async () => null,
      'log.learn': async ({ id }) => ({ ...noLog, id }),
      'log.find': async () => ({ row: null, again: false, stopped: false }),
      'log.count': async () => ({ count: 0, at: 0, last: null, stopped: false }),
      'log.stop': nothing,
      'log.drop': nothing,
      'log.bookmark': nothing,
      'log.marks': async () => [],
      'simulator.list': async () => [],
      'simulator.control': nothing,
      'at.pollAgain': nothing,
      'simulator.replay': async () => ({ path: 'sim:replay?file=night.log' }),
    }
    const scripted = Object.entries(this.answers).map(([name, answer]) => [
      name,
      async (input: unknown) => answer(input),
    ])
    // A test's own answer may be of any shape: it says what this one host does.
    return { ...own, ...Object.fromEntries(scripted) } as Handlers
  }
}

function defined(part: object): Partial<Settings> {
  return Object.fromEntries(Object.entries(part).filter(([, value]) => value !== undefined))
}
