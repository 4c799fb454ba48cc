import { errorWords } from '@contract'
import { Fault } from '@core/fault'
import type {
  AnyEvent,
  Figures,
  Handlers,
  PortInfo,
  Settings,
  SettingsChange,
  Snapshot,
  StoredBoard,
} from '@contract'
import { modemProfiles } from '@catalog/modems'
import { knowledge } from '@catalog/decoders'
import { NameTable } from '@core/log/redact/name-table'
import type { SlotName } from '@core/modem/slot-names'
import type { StoreTrouble } from '@core/ports/store'
import { Alerts } from '@bench/alerts/alerts'
import { Benches } from '@bench/benches/benches'
import { boardFor, unusableBoards } from '@bench/boards/own-boards'
import { boardNotChosen } from '@bench/boards/words'
import type { Environment, Journal, ListOptions } from './environment'
import { BenchEvents } from './events'
import { BenchFailover } from '@bench/failover/failover'
import { FigureBook } from './figures'
import { handlersOf } from '@bench/calls/handlers'
import { LateTurns } from './late-turns'
import { LogBook } from '@bench/log/log-book'
import { Macros } from '@bench/macros/macros'
import { JournalUpkeep } from '@bench/log/journal-upkeep'
import { KeptFiles } from '@bench/log/kept-files'
import { LogDesk } from '@bench/log/desk/log-desk'
import { Masking } from '@bench/log/masking'
import { Outbox } from '@bench/window/outbox'
import { Presets } from '@bench/settings/presets'
import { Remotes } from '@bench/settings/remotes'
import { SettingsFile } from '@bench/settings/settings-file'
import { SignalHistory } from '@bench/signal/signal-history'
import { SignalMarkers } from '@bench/signal/signal-marks'
import { Sleep } from './sleep'
import { Soracom } from '@bench/soracom/soracom'
import { Beat } from '@bench/slot/beat'
import { Slot } from '@bench/slot/slot'
import { unreadTrouble } from '@bench/slot/unread-trouble'
import { BenchSoak } from '@bench/soak/soak'
import { BoardTests } from '@bench/board-test/board-test'

const listEveryMs = 2000

/** The application: two slots, what they have in common, and the calls a window may make. */
export class Bench {
  readonly environment: Environment
  /** The windows' picture; parts of the bench listen to `events`. */
  readonly outbox: Outbox
  readonly events = new BenchEvents()
  readonly signals: SignalHistory
  readonly marks: SignalMarkers
  readonly log: LogBook
  readonly presets: Presets
  readonly macros: Macros
  readonly remotes: Remotes
  readonly logs: LogDesk
  readonly masking: Masking
  /** What was exported and is too long for one answer. */
  readonly files = new KeptFiles()
  readonly settings: SettingsFile
  readonly slots: { readonly [slot in SlotName]: Slot }
  readonly failover: BenchFailover
  readonly soak: BenchSoak
  readonly tests: BoardTests
  readonly soracom: Soracom
  readonly alerts: Alerts
  readonly benches: Benches
  readonly late: LateTurns
  readonly sleep: Sleep
  readonly upkeep: JournalUpkeep
  readonly handlers: Handlers
  readonly #figures: FigureBook
  readonly #beat: Beat
  #seq = 0
  #ports: readonly PortInfo[] = []
  #stopListing: (() => void) | undefined
  #stopped = false
  #journal: Promise<Journal> | undefined
  #troubles: readonly StoreTrouble[] = []
  /** What could not be read at the start: it is told for as long as the program runs. */
  readonly #unread: StoreTrouble[] = []

  constructor(environment: Environment) {
    this.environment = environment
    this.outbox = new Outbox(environment.clock)
    const { clock } = environment
    this.#beat = new Beat(clock)
    this.signals = new SignalHistory(clock, (samples) => this.outbox.signal(samples))
    this.marks = new SignalMarkers({
      clock,
      onMarks: (marks) => this.outbox.marks(marks),
      onSample: (sample) => this.signals.add(sample),
    })
    this.events.on((event) => this.signals.hear(event))
    this.events.on((event) => this.marks.hear(event))
    this.#figures = new FigureBook(() => clock.nowMs())
    this.events.on((event) => this.#figures.hear(event))
    this.presets = new Presets(environment.store, environment.keyring)
    this.macros = new Macros(environment.store, environment.keyring)
    this.remotes = new Remotes({
      store: environment.store,
      keyring: environment.keyring,
      windows: environment.remoteWindows,
    })
    this.masking = new Masking(() => NameTable.memory(environment.chance), clock)
    this.settings = new SettingsFile(environment.store, environment.keyring)
    this.log = new LogBook(knowledge, (slot) => this.slots[slot].recorder)
    this.logs = new LogDesk(environment, this.masking, this.log)
    this.slots = { a: this.#slot('a'), b: this.#slot('b') }
    this.failover = new BenchFailover(this)
    this.soak = new BenchSoak(this)
    this.tests = new BoardTests(this)
    this.soracom = new Soracom(this)
    this.alerts = new Alerts(this)
    this.benches = new Benches(this)
    this.late = new LateTurns(environment, this.slots)
    this.sleep = new Sleep(this)
    this.upkeep = new JournalUpkeep({
      environment,
      settings: () => ({ ...this.settings.value.journals, ...environment.journalKeep }),
      say: (words) => this.outbox.send('upkeep', words),
    })
    this.failover.listen({
      decided: (row) => {
        this.marks.decided(row)
        this.#figures.decided(row)
      },
    })
    this.handlers = this.late.watched(toldFirst(handlersOf(this), this.outbox))
  }

  /** Reads settings and presets and looks for ports. A settings file that cannot be read is reported, not fatal. */
  async start(): Promise<void> {
    for (const part of [
      this.settings,
      this.presets,
      this.macros,
      this.remotes,
      this.soracom,
      this.alerts,
    ])
      await part.load().catch((error: unknown) => this.#couldNotRead(error))
    const boards = unusableBoards(this)
    if (boards) this.#couldNotRead(boards)
    await this.#restoreBoards()
    await this.listPorts()
    this.late.start()
    this.upkeep.start()
    this.#listAgain()
  }

  #listAgain(): void {
    if (this.#stopped) return
    this.#stopListing = this.environment.clock.schedule(listEveryMs, () => {
      // While a port is open in each slot nobody chooses another.
      const choosing = Object.values(this.slots).some(({ state }) => state.port === null)
      this.listPorts({ holders: choosing ? 'lately' : 'seldom' })
        .catch((error: unknown) => this.environment.report(error, 'listing ports'))
        .finally(() => this.#listAgain())
    })
  }

  /** Hangs up, closes ports and journals and ends the simulated modems; each would otherwise outlive the window. */
  async stop(): Promise<void> {
    this.#stopped = true
    this.#stopListing?.()
    this.late.stop()
    await this.upkeep.stop()
    this.soracom.stop()
    this.alerts.stop()
    this.benches.stop()
    await this.tests.end()
    await this.soak.suspend()
    await this.failover.stop()
    // Both at once: the system that ends us does not wait long.
    await Promise.all(Object.values(this.slots).map((slot) => slot.endCall()))
    for (const slot of Object.values(this.slots)) {
      await slot.close()
      await slot.board.stop()
      await slot.net.stop()
    }
    await this.environment.modemManager.releaseAll()
    this.environment.simulators.dispose()
    await this.logs.end()
    for (const { recorder } of Object.values(this.slots)) recorder.stop()
    this.outbox.flush()
    await (await this.#journal)?.close()
    this.outbox.end()
  }

  /** The slots that carry a data connection now. */
  get connectedSlots(): readonly SlotName[] {
    return (['a', 'b'] as const).filter((slot) => this.slots[slot].state.ip !== null)
  }
  /** What a window is told, one event after the other. Returns the way to stop. */
  onEvent(listener: (event: AnyEvent) => void): () => void {
    return this.outbox.on((events) => events.forEach(listener))
  }
  /** The same, as the messages in which it travels: at most 60 a second beside the answers to calls. */
  onEvents(listener: (events: readonly AnyEvent[]) => void): () => void {
    return this.outbox.on(listener)
  }

  /** The device behind a listed port, by which it is known under any name. */
  identityOf(path: string): string | undefined {
    return this.#ports.find((port) => port.path === path || port.aliases?.includes(path))?.identity
  }

  async listPorts(options?: ListOptions): Promise<readonly PortInfo[]> {
    const ports = await this.environment.listPorts(options)
    if (JSON.stringify(ports) !== JSON.stringify(this.#ports)) {
      this.#ports = ports
      for (const slot of Object.values(this.slots)) slot.second.portsAre(ports)
      this.outbox.send('ports', ports)
    }
    return ports
  }

  /** Keeps the board of a slot for the next start; undefined forgets it. */
  async rememberBoard(slot: SlotName, board: StoredBoard | undefined): Promise<void> {
    await this.changeSettings({ boards: { ...this.settings.value.boards, [slot]: board } })
  }

  /** A board of the last time is chosen again; its lines are touched when a person uses them. */
  async #restoreBoards(): Promise<void> {
    for (const slot of Object.values(this.slots)) {
      const stored = this.settings.value.boards[slot.name]
      if (!stored) continue
      try {
        const board = boardFor(this, stored.board, stored.profile)
        const { adapter, lines: wiring } = stored
        await slot.board.choose({ board, adapter, wiring, automatic: false })
      } catch (error) {
        this.#couldNotRead(
          new Fault('board-invalid', boardNotChosen(slot.name, errorWords(error)), {
            cause: error,
          }),
        )
      }
    }
  }

  async changeSettings(change: SettingsChange): Promise<Settings> {
    const settings = await this.settings.change(change)
    this.outbox.send('settings', settings)
    return settings
  }

  #couldNotRead(error: unknown): void {
    this.environment.report(error, 'start')
    this.#unread.push(unreadTrouble(error))
  }

  snapshot(): Snapshot {
    return {
      seq: this.#seq,
      slots: { a: this.slots.a.state, b: this.slots.b.state },
      ports: this.#ports,
      settings: this.settings.value,
      presets: this.presets.all,
      store: [...this.#unread, ...this.#troubles],
      app: this.environment.app,
    }
  }

  /** The bench in numbers. */
  figures(): Figures {
    const { version } = this.environment.app
    const { figures: alerts } = this.alerts
    return this.#figures.read({ version, alerts }, this.slots, this.failover.state)
  }

  #openJournal(): Promise<Journal> {
    // Where it could not be opened, as on a full disk, the next port tries again.
    this.#journal ??= this.#newJournal().catch((error: unknown) => {
      this.#journal = undefined
      throw error
    })
    return this.#journal
  }

  async #newJournal(): Promise<Journal> {
    const journal = await this.environment.openJournal()
    journal.listen({
      troubles: (list) => {
        this.#troubles = list
        this.outbox.send('store', [...this.#unread, ...list])
      },
      missing: (words) => {
        for (const { recorder } of Object.values(this.slots))
          if (recorder.journal === journal) recorder.note(words)
      },
      goesOn: (words, entry) => {
        for (const { recorder } of Object.values(this.slots))
          if (recorder.journal === journal) recorder.goesOn(words, entry)
      },
    })
    return journal
  }

  #slot(slot: SlotName): Slot {
    return new Slot({
      slot,
      environment: this.environment,
      knowledge,
      profiles: modemProfiles,
      events: this.events,
      journal: () => this.#openJournal(),
      onRows: (rows) => {
        this.log.add(rows)
        this.outbox.rows(rows)
      },
      onPatch: (patch) => this.outbox.patch(slot, ++this.#seq, patch),
      onBytes: (chunk) => this.outbox.bytes(chunk),
      onProgress: (progress) => this.outbox.send('net', progress),
      onMacro: (answer) => this.outbox.send('macro', answer),
      other: () => this.slots[slot === 'a' ? 'b' : 'a'],
      onTold: (words) => this.outbox.send('told', { slot, words }),
      beat: this.#beat,
      onRound: () => this.outbox.hold(),
    })
  }
}

/** The answer to a call comes after what the call changed, whatever was being gathered. */
function toldFirst(handlers: Handlers, outbox: Outbox): Handlers {
  const rows = Object.entries(handlers).map(([name, answer]) => [
    name,
    async (input: never) => {
      try {
        return await (answer as (input: never) => Promise<unknown>)(input)
      } finally {
        outbox.flush()
      }
    },
  ])
  // Each handler keeps its own types: it is called with what it was given and its answer is passed on.
  return Object.fromEntries(rows) as Handlers
}
