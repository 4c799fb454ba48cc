import { soakPlanOf, type BenchConfig, type ExportedFile, type StoredSoak } from '@contract'
import type { SlotFacts } from '@core/failover/slots'
import { Fault } from '@core/fault'
import { hardwareFaults } from '@core/soak/fault-words'
import { faultWords } from '@core/soak/faults'
import type { PlannedFault, SoakPlan } from '@core/soak/plan'
import { logNameOf, soakReport, type ReportFormat } from '@core/soak/report'
import type { ReportLog } from '@core/soak/report-log'
import { RowStore } from '@core/soak/row-store'
import type { SoakRow } from '@core/soak/rows'
import { SoakRun } from '@core/soak/run'
import { Tally } from '@core/soak/tally'
import type { SoakState } from '@core/soak/soak-state'
import { slotNames } from '@core/modem/slot-names'
import type { Store } from '@core/ports/store'
import type { Language } from '@core/words'
import { valueText } from '@bench/config/config-checks'
import { mustRead } from '@bench/config/config-file'
import { utcOffsetMin } from '@bench/log/export-source'
import { isSealedText, openedText, sealedText, sealedTextWords } from '@bench/settings/sealed-text'
import { logOfRun } from './soak-log'
import type { Environment } from '@bench/environment'
import type { Slots } from '@bench/slot/slot'
import type { Presets } from '@bench/settings/presets'
import type { BenchFailover } from '@bench/failover/failover'
import type { Windows } from '@bench/window/windows'
import type { Soracom } from '@bench/soracom/soracom'
import type { LogBook } from '@bench/log/log-book'
import type { LogDesk } from '@bench/log/desk/log-desk'
import type { Masking } from '@bench/log/masking'
import { faultInjected, itsConfiguration, noSoakPlanned } from './words'

/** What of the bench is needed here. */
export interface SoakParts {
  readonly environment: Environment
  readonly slots: Slots
  readonly presets: Presets
  readonly failover: BenchFailover
  readonly soracom: Soracom
  readonly outbox: Windows
  readonly log: LogBook
  readonly logs: LogDesk
  readonly masking: Masking
}

const unknownFacts: SlotFacts = {
  port: false,
  link: false,
  registered: null,
  dbm: null,
  cell: null,
  operator: null,
  address: null,
  bytes: { rx: 0, tx: 0 },
  attaches: 0,
}

/** Runs a soak on the bench's failover: one at a time, kept row by row, so that the end of the program does not end it. */
export class BenchSoak {
  readonly #bench: SoakParts
  #run: SoakRun | undefined
  #stopListening: (() => void) | undefined
  #letGo: (() => Promise<void>) | undefined

  constructor(bench: SoakParts) {
    this.#bench = bench
  }

  /** A run outlives the program that began it. */
  get #rows(): Store {
    const { records, store } = this.#bench.environment
    return records ?? store
  }
  get state(): SoakState | null {
    return this.#run?.state ?? null
  }
  get running(): boolean {
    return this.#run !== undefined && !this.#run.ended
  }

  async start(text: string): Promise<SoakState> {
    const config = mustRead(text, this.#bench.presets)
    const plan = soakPlanOf(config)
    if (!plan) throw new Fault('bad-input', noSoakPlanned)
    this.#stopRun()
    await this.#claim()
    const { clock, keyring } = this.#bench.environment
    const stamp = new Date(clock.nowMs())
      .toISOString()
      .slice(0, 19)
      .replace(/[^0-9]/g, '')
    const kept = await sealedText(text, keyring)
    const rows = await RowStore.create(this.#rows, `${plan.name}-${stamp}`, kept)
    return this.#begin(rows, plan, config, [])
  }

  /** Whether the run that goes on, or did not come to its end, was started with this text. */
  async matches(text: string): Promise<boolean> {
    const kept = await RowStore.load(this.#rows)
    if (!kept || (kept.ended && !this.running)) return false
    return (await this.#configOf(kept)) === text
  }

  /** The run that was started last; null: there never was one. */
  async stored(): Promise<StoredSoak | null> {
    const kept = await RowStore.load(this.#rows)
    const tally = tallyOf(kept?.rows ?? [])
    if (!kept || !tally.plan) return null
    const { plan, startedMs, lastMs } = tally
    const endsMs = startedMs + plan.durationMs
    return { id: kept.store.id, name: plan.name, ended: kept.ended, startedMs, endsMs, lastMs }
  }

  /** Goes on with a run that was interrupted; null: there is none. Rejects with soak-in-use while another program has it. */
  async resume(): Promise<SoakState | null> {
    if (this.running) return this.state
    const before = await RowStore.load(this.#rows)
    if (!before || before.ended) return null
    await this.#configOf(before)
    await this.#claim()
    // Whoever had it may have gone on with it meanwhile.
    const kept = await RowStore.load(this.#rows)
    if (!kept || kept.ended) return this.#release().then(() => null)
    const config = mustRead(await this.#configOf(kept), this.#bench.presets)
    const plan = soakPlanOf(config)
    if (!plan) return null
    return this.#begin(kept.store, plan, config, kept.rows)
  }

  /** Rejects with keyring-closed where the desktop app sealed it, and its keyring is not at hand. */
  async #configOf({ config }: { readonly config: string }): Promise<string> {
    const text = await openedText(config, this.#bench.environment.keyring)
    if (!isSealedText(text)) return text
    throw new Fault('keyring-closed', sealedTextWords(itsConfiguration))
  }

  stop(): void {
    this.#run?.stop()
  }
  /** The program ends. */
  async suspend(): Promise<void> {
    this.#stopListening?.()
    this.#run?.suspend()
    await this.#release()
  }
  async #claim(): Promise<void> {
    this.#letGo ??= await this.#bench.environment.claimSoak()
  }
  async #release(): Promise<void> {
    const letGo = this.#letGo
    this.#letGo = undefined
    await letGo?.()
  }

  /**
   * Of the present run, else of the one that was started last, by whichever program. `linked`: places in the log are links
   * into the page `log`, which is to be kept in the same folder.
   */
  async report(
    format: ReportFormat | 'log',
    language: Language,
    linked = true,
  ): Promise<ExportedFile> {
    const tally = await this.#tally()
    const log =
      format === 'log' || (linked && format !== 'csv')
        ? await logOfRun(this.#bench, tally, language)
        : undefined
    return this.#file(tally, format, language, log)
  }

  /** Every file of the report, the log read once. */
  async reports(language: Language): Promise<readonly ExportedFile[]> {
    const tally = await this.#tally()
    const log = await logOfRun(this.#bench, tally, language)
    const formats = ['html', 'markdown', 'csv', 'log'] as const
    return formats.map((format) => this.#file(tally, format, language, log))
  }

  async #tally(): Promise<Tally> {
    const tally = this.#run?.tally ?? tallyOf((await RowStore.load(this.#rows))?.rows ?? [])
    if (!tally.plan) throw new Fault('soak-none')
    return tally
  }

  #file(
    tally: Tally,
    format: ReportFormat | 'log',
    language: Language,
    log?: ReportLog,
  ): ExportedFile {
    const name = logNameOf(tally)
    if (format === 'log')
      return { name, mime: 'text/html', text: log?.text ?? '', masked: log?.masked ?? {} }
    return soakReport(tally, {
      format,
      language,
      utcOffsetMin: utcOffsetMin(this.#bench.environment.clock.nowMs()),
      redactor: this.#bench.masking.redactor(),
      ...(log ? { log: { name, anchorOf: log.anchorOf } } : {}),
    })
  }

  async #begin(
    rows: RowStore,
    plan: SoakPlan,
    config: BenchConfig,
    before: readonly SoakRow[],
  ): Promise<SoakState> {
    const { failover, outbox, environment } = this.#bench
    const run = new SoakRun(rows.id, plan, {
      clock: environment.clock,
      upload: (slot, value, signal) => failover.upload(slot, plan.upload, value, signal),
      facts: (slot) => failover.facts(slot) ?? unknownFacts,
      inject: (fault) => this.#inject(fault, config),
      journal: () =>
        slotNames.flatMap((slot) => this.#bench.slots[slot].state.journal?.file ?? [])[0] ?? null,
      keep: (row) => rows.append(row),
      onChange: () => outbox.send('soak', run.state),
      onEnd: () => {
        this.#stopListening?.()
        rows
          .end()
          // A run that was started in its place has the claim now.
          .then(() => (this.#run === run ? this.#release() : undefined))
          .catch((error: unknown) => environment.report(error, 'soak'))
      },
      report: (error) => environment.report(error, 'soak'),
    })
    this.#run = run
    this.#stopListening = failover.listen({
      moved: (to) => run.moved(to),
      decided: (row) => run.decided(row),
      probed: (slot, ms) => run.probed(slot, ms),
      gaveUp: () => run.gaveUp(),
    })
    run.start(before)
    try {
      await failover.start(config)
    } catch (error) {
      // What never ran is not to be resumed at every start; what was interrupted may be, once the cause is gone.
      if (before.length === 0) run.stop()
      else await this.suspend()
      throw error
    }
    return run.state
  }
  #stopRun(): void {
    this.#stopListening?.()
    this.#run?.stop()
    this.#run = undefined
  }

  async #inject(fault: PlannedFault, { slots }: BenchConfig): Promise<void> {
    const hardware = hardwareFaults.find((one) => one === fault.fault)
    if (hardware) return this.#onHardware(hardware, fault)
    const name = slots[fault.slot].port.split('?')[0] ?? ''
    this.#noteFault(fault)
    await this.#bench.environment.simulators.control(name, fault.fault, valueText(fault.value))
  }
  async #onHardware(kind: (typeof hardwareFaults)[number], fault: PlannedFault): Promise<void> {
    const slot = this.#bench.slots[fault.slot]
    this.#noteFault(fault)
    switch (kind) {
      case 'radio-off':
      case 'radio-on': {
        const session = slot.needSession()
        if (session.mode === 'data') await session.hangUp()
        await slot.asked.send(kind === 'radio-off' ? 'AT+CFUN=4' : 'AT+CFUN=1')
        return
      }
      case 'power-off':
      case 'power-on':
        await slot.power.switch(kind === 'power-off' ? 'off' : 'on')
        return
      case 'disc-channel':
        await slot.needSession().discChannel(fault.value === 'at' ? 'at' : 'data')
        return
      case 'hang-up':
        await slot.disconnect()
        return
      case 'delete-session':
        await this.#bench.soracom.deleteSession(fault.slot)
        return
      case 'by-hand':
        // The note is the instruction; the person sees it on the page and in the log.
        this.#run?.anomaly(faultWords(fault))
    }
  }
  #noteFault(fault: PlannedFault): void {
    const { en, ja } = faultWords(fault)
    const words = faultInjected({ en, ja })
    this.#bench.slots[fault.slot].recorder.note(words)
  }
}

function tallyOf(rows: readonly SoakRow[]): Tally {
  const tally = new Tally()
  for (const row of rows) tally.add(row)
  return tally
}
