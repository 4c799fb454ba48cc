import { portOptions, type ExportedFile, type Parsed, type TestPicture } from '@contract'
import { errorWords, Fault, faultCode } from '@core/fault'
import { fileReason } from '@core/file-reason'
import { slotNames, type SlotName } from '@core/modem/slot-names'
import { keptAs, type Reading } from '@core/plan/judge'
import type { PlanStep, TestPlan } from '@core/plan/plan'
import { runPlan, waitingStep } from '@core/plan/run'
import { noFacts, type StepResult, type TestState, type UnitFacts } from '@core/plan/test-state'
import { recordOf, type Batch } from '@core/plan/units'
import { rigStep, verdictOf } from '@core/plan/verdict'
import { cancelled } from '@core/wait'
import { boardChoice } from '@bench/config/config-board'
import { mustHave } from '@bench/config/config-file'
import { slotSetup } from '@bench/config/config-target'
import { current } from '@bench/events'
import type { SlotSetup } from '@bench/failover/failover-slot'
import { inSlot, planOf, wholePlan, type TestConfig } from './test-plan-config'
import { readTestPlan } from './test-plan-file'
import { stepKindOf } from '@bench/board-test/steps/index'
import { quotedRow, rowsOfContext } from './quoted'
import { hashesOf, PictureBox, picturesIn, type NamedPictures } from './picture-box'
import { testReport } from './test-reports'
import { TestTools, type AskedQuestion } from './test-tools'
import { UnitBook } from './unit-book'
import { instrumentOf, Instruments } from './instruments'
import type { Environment } from '@bench/environment'
import type { Slots } from '@bench/slot/slot'
import type { Presets } from '@bench/settings/presets'
import type { BenchFailover } from '@bench/failover/failover'
import type { LogBook } from '@bench/log/log-book'
import type { Windows } from '@bench/window/windows'
import {
  boardCouldNotJudged,
  boardFailed,
  boardPassed,
  butRecordCouldNotKept,
  testDidNotEnd,
  testStopped,
} from './words'

/** What of the bench is needed here. */
export interface TestParts {
  readonly environment: Environment
  readonly slots: Slots
  readonly presets: Presets
  readonly failover: BenchFailover
  readonly log: LogBook
  readonly outbox: Windows
}

type Start = Parsed<'test.start'>

type Answer = Parsed<'test.answer'>['answer']

interface Waiting {
  readonly step: string
  readonly give: (answer: Answer) => void
}
interface PlannedCase {
  readonly plan: TestPlan
  readonly config: TestConfig
  readonly setup: SlotSetup
}
interface Run {
  readonly slot: SlotName
  readonly cases: readonly PlannedCase[]
  /** All of them. */
  readonly plan: TestPlan
  readonly abort: AbortController
}
interface Running {
  readonly abort: AbortController
  readonly ended: Promise<void>
}

/** Tests of boards by a plan, one at a time on each slot. */
export class BoardTests {
  readonly #bench: TestParts
  readonly #book: UnitBook
  readonly #instruments: Instruments
  readonly #pictures: PictureBox
  readonly #shown: { [slot in SlotName]?: NamedPictures } = {}
  readonly #states: { [slot in SlotName]: TestState | null } = { a: null, b: null }
  readonly #running: { [slot in SlotName]?: Running } = {}
  readonly #waiting: { [slot in SlotName]?: Waiting | undefined } = {}

  constructor(bench: TestParts) {
    this.#bench = bench
    this.#book = new UnitBook(bench.environment.records ?? bench.environment.store)
    this.#pictures = new PictureBox(bench.environment.pictures)
    this.#instruments = new Instruments(bench.environment)
  }

  get states(): { readonly [slot in SlotName]: TestState | null } {
    return { ...this.#states }
  }

  /** Opens the port and begins; the state tells how it goes. */
  async start({ slot, text, serial, port, pictures: given }: Start): Promise<TestState> {
    const { presets, failover, environment } = this.#bench
    const read = readTestPlan(text, presets)
    mustHave(read)
    const cases = read.cases.map((one) => ({
      plan: planOf(one),
      config: inSlot(one.config, slot),
    }))
    const plan = wholePlan(cases.map((one) => one.plan))
    if (!plan) throw new Fault('internal')
    const pictures = await this.#pictures.named(picturesIn(cases), given)
    // From here to the end nothing is waited for: two starts at once are one after the other.
    if (this.#running[slot]) throw new Fault('test-running')
    if (failover.running) throw new Fault('test-busy')
    this.#shown[slot] = pictures
    this.#states[slot] = {
      slot,
      plan: plan.name,
      serial,
      state: 'running',
      startedMs: environment.clock.nowMs(),
      endedMs: null,
      steps: [],
      question: null,
      unit: noFacts,
      ...(pictures.size === 0 ? {} : { pictures: hashesOf(pictures) }),
      journal: null,
      version: environment.app.version,
    }
    const abort = new AbortController()
    const planned = cases.map((one) => ({
      ...one,
      setup: this.#setup(one.config, port ?? one.config.port),
    }))
    const ended = this.#run({ slot, cases: planned, plan, abort })
      .catch((error: unknown) => {
        this.#rigFailed(slot, 'rig', error)
        environment.report(error, `board test on slot ${slot}`)
      })
      .then(() => this.#instruments.leave(slot))
      .finally(() => delete this.#running[slot])
    this.#running[slot] = { abort, ended }
    return this.#state(slot)
  }

  #setup(config: TestConfig, port: string): SlotSetup {
    const given = { ...config, label: '', port }
    const named = given.preset !== undefined || given.connect.apn !== undefined
    // Without a connection nothing of it is needed; the reader has looked which steps want one.
    const connect = named ? given.connect : { ...given.connect, apn: '-' }
    const slots = { slots: { a: { ...given, connect }, b: { ...given, connect } } }
    const setup = slotSetup(slots, 'a', this.#bench.presets)
    return { ...setup, options: portOptions.parse(config.options) }
  }

  /** One case of the plan after the other; what was done before stands before what is done. */
  async #run({ slot, cases, plan, abort }: Run): Promise<void> {
    const { clock } = this.#bench.environment
    const there = this.#bench.slots[slot]
    let steps: readonly StepResult[] = []
    for (const [index, one] of cases.entries()) {
      // Nothing that a case before did to a simulated modem counts in the next.
      if (index > 0 && /^sim:/i.test(one.setup.port))
        await this.#bench.environment.simulators.renew(one.setup.port)
      const before = steps
      const later = cases.slice(index + 1).flatMap((other) => other.plan.steps.map(waitingStep))
      const done = await this.#case(slot, one, abort.signal, (now) => {
        const all = [...before, ...now, ...later]
        this.#change(slot, { steps: all, ...this.#seen(slot, plan) })
      })
      await this.#instruments.leave(slot)
      await there.endConnection()
      this.#change(slot, this.#seen(slot, plan))
      await there.close()
      await there.board.stop()
      steps = [...before, ...done]
    }
    const ended: TestState = {
      ...this.#state(slot),
      steps,
      question: null,
      state: verdictOf(steps, abort.signal.aborted),
      endedMs: clock.nowMs(),
    }
    // Pictures and record are on the disk before anybody is told that the board has passed.
    await this.#keep(slot, ended).then(
      () => this.#change(slot, ended),
      (error: unknown) => {
        this.#change(slot, { ...ended, state: 'running' })
        this.#rigFailed(slot, 'record', keptNot(ended, error))
      },
    )
  }

  async #keep(slot: SlotName, ended: TestState): Promise<void> {
    await this.#pictures.keep(this.#shown[slot] ?? new Map())
    await this.#book.add(recordOf(ended))
  }

  async #case(
    slot: SlotName,
    { plan, config, setup }: PlannedCase,
    signal: AbortSignal,
    onSteps: (steps: readonly StepResult[]) => void,
  ): Promise<readonly StepResult[]> {
    const { clock, report } = this.#bench.environment
    const there = this.#bench.slots[slot]
    await there.close()
    const board = boardChoice(config.board)
    if (board) await there.board.choose(board)
    const open = () => there.open(setup.port, { ...setup.options, bare: board !== undefined })
    // A board that is off may have no port yet: the first step that needs it opens it, and says why it cannot.
    await open().catch((error: unknown) => {
      if (!(error instanceof Fault)) throw error
    })
    const tools = new TestTools({
      slot: there,
      clock,
      target: setup.target,
      open,
      lastHeard: () => this.#lastHeard(slot),
      seen: (imei) => this.#book.seen(plan.name, imei, this.#state(slot).serial),
      ask: (step, asked, stop) => this.#ask(slot, step, asked, stop),
      instrument: (name) => {
        const given = instrumentOf(config.instruments, name)
        return {
          unit: given.unit,
          read: (stop, ask) => this.#instruments.read(given, slot, { ask, signal: stop }),
        }
      },
      report: (error) => report(error, `board test on slot ${slot}`),
    })
    return runPlan({
      plan,
      clock,
      signal,
      waitsFor: () => tools.waitsFor,
      doer: (step, stop) => doneBy(tools, step, stop),
      onSteps,
    })
  }

  /** What tests the board failed outside of the steps. A failure of the board that was seen before stays one. */
  #rigFailed(slot: SlotName, name: string, error: unknown): void {
    const before = this.#state(slot)
    const fault = faultCode(error) ?? 'internal'
    const steps = [...before.steps, rigStep(`(${name})`, errorWords(error), fault)]
    const endedMs = before.endedMs ?? this.#bench.environment.clock.nowMs()
    this.#change(slot, { steps, state: verdictOf(steps, false), endedMs, question: null })
  }

  /** What the modem has told so far, kept as the plan wants it. */
  #seen(slot: SlotName, { keep }: TestPlan): { unit: UnitFacts; journal: string | null } {
    const { facts, journal } = this.#bench.slots[slot].state
    const before = this.#state(slot).unit
    const fact = (key: string) => current(facts, key)?.value
    const imei = fact('imei')
    const iccid = fact('iccid')
    return {
      unit: {
        imei: imei === undefined ? before.imei : keptAs(imei, keep.imei),
        iccid: iccid === undefined ? before.iccid : keptAs(iccid, keep.iccid),
        model: fact('model') ?? before.model,
        firmware: fact('revision') ?? before.firmware,
        operator: fact('operator') ?? before.operator,
      },
      journal: journal?.file ?? this.#state(slot).journal,
    }
  }

  #lastHeard(slot: SlotName): { readonly text: string; readonly ms: number } | undefined {
    const { startedMs } = this.#state(slot)
    const { log } = this.#bench
    const upTo = (fits: Parameters<typeof log.upToNewest>[1]) =>
      log.upToNewest(slot, fits, rowsOfContext)
    // What ends an answer tells less than what stands in it.
    const telling = upTo(
      ({ dir, kind, text }) => dir === 'rx' && kind !== 'echo' && !bare.test(text),
    )
    const rows =
      telling.length > 0 ? telling : upTo(({ dir, text }) => dir === 'rx' && text.trim() !== '')
    const ms = rows.at(-1)?.atMs
    return ms !== undefined && ms >= startedMs ? { text: quotedRow(rows), ms } : undefined
  }
  #ask(
    slot: SlotName,
    step: string,
    { question, image }: AskedQuestion,
    signal: AbortSignal,
  ): Promise<Answer> {
    const sha256 = image === undefined ? undefined : this.#shown[slot]?.get(image)?.sha256
    const shown =
      image !== undefined && sha256 !== undefined ? { image: { name: image, sha256 } } : {}
    this.#change(slot, { question: { step, question, ...shown } })
    return new Promise<Answer>((resolve, reject) => {
      this.#waiting[slot] = { step, give: resolve }
      signal.addEventListener(
        'abort',
        () => reject(cancelled(signal) ?? new Fault('at-cancelled')),
        { once: true },
      )
    }).finally(() => {
      this.#waiting[slot] = undefined
      this.#change(slot, { question: null })
    })
  }
  /** Keeps a picture until a plan that names it is started. */
  givePicture({ base64 }: Parsed<'test.givePicture'>): string {
    return this.#pictures.give(base64)
  }
  picture({ sha256 }: Parsed<'test.picture'>): Promise<TestPicture> {
    return this.#pictures.read(sha256, Object.values(this.#shown))
  }
  answer({ slot, step, answer }: Parsed<'test.answer'>): void {
    const waiting = this.#waiting[slot]
    if (waiting?.step !== step) throw new Fault('test-no-question')
    waiting.give(answer)
  }

  /** Resolves when it has come to its end. */
  async stop(slot: SlotName): Promise<void> {
    const running = this.#running[slot]
    running?.abort.abort(new Fault('at-cancelled'))
    await running?.ended
  }
  /** The program ends. */
  async end(): Promise<void> {
    await Promise.all(slotNames.map((slot) => this.stop(slot)))
  }

  batch(plan: string): Promise<Batch> {
    return this.#book.batch(plan)
  }
  async report(wanted: Parsed<'test.report'>): Promise<ExportedFile> {
    const test = this.#states[wanted.slot]
    if (!test) throw new Fault('test-none')
    const batch = () => this.batch(test.plan)
    return testReport({ test, batch, pictures: this.#pictures }, wanted)
  }

  #state(slot: SlotName): TestState {
    const state = this.#states[slot]
    if (!state) throw new Fault('test-none')
    return state
  }
  #change(slot: SlotName, change: Partial<TestState>): void {
    this.#states[slot] = { ...this.#state(slot), ...change }
    this.#bench.outbox.send('test', this.states)
  }
}

/** Does a step. Where the port goes meanwhile, that is the reason, whatever failed by it. */
async function doneBy(
  tools: TestTools,
  { name: step, does: { kind, settings }, timeoutMs: withinMs }: PlanStep,
  signal: AbortSignal,
): Promise<readonly Reading[]> {
  const known = stepKindOf(kind)
  const isGone = () => known.link !== 'ends' && tools.slot.state.port?.state === 'gone'
  const doing = { tools, step, withinMs, signal }
  const readings = await known.read(settings, doing).catch((error: unknown) => {
    if (error instanceof Fault && isGone()) throw new Fault('port-gone', errorWords(error))
    throw error
  })
  if (isGone()) throw new Fault('port-gone')
  return readings
}

const bare = /^\s*(?:OK)?\s*$/

/** The verdict is true whatever becomes of its record. */
function keptNot({ state }: TestState, error: unknown): Fault {
  const said = {
    passed: boardPassed,
    failed: boardFailed,
    stopped: testStopped,
    error: boardCouldNotJudged,
    running: testDidNotEnd,
  }[state]
  const why = error instanceof Fault ? errorWords(error) : fileReason(error)
  return new Fault('store-failed', butRecordCouldNotKept(said, why), { cause: error })
}
