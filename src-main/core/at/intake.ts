import { Fault } from '../fault'
import type { Clock } from '../ports/clock'
import type { Announcer } from './announcer'
import { BootWatch } from './boot-watch'
import { isBrokenLine, mayBeFrame } from './broken-line'
import type { Exchange } from './exchange'
import { type Final, finalLine } from './final'
import { type Heard, Hearing } from './hearing'
import type { Line } from './line-buffer'
import type { Outstanding } from './outstanding'
import type { Pending } from './pending'
import type { SecondPhases } from './second-phases'
import type { Draft } from './token'
import type { UnsolicitedTable } from './unsolicited'
import { laterAnsweredFirst, noPrompt } from './words'

interface IntakeParts {
  readonly clock: Clock
  readonly announcer: Announcer
  readonly outstanding: Outstanding
  readonly later: SecondPhases
  readonly table: UnsolicitedTable
  readonly exchange: () => Exchange
  /** A final result came, of whatever command: the modem answers. */
  readonly alive: () => void
  /** Answers may be out of step. */
  readonly doubt: () => void
  /** CONNECT: what follows is data. */
  readonly connected: (line: Line) => void
  /** The modem started anew: nothing that was asked will be answered. */
  readonly restarted: () => void
}

const orphansWithinUs = 10_000_000
/** What is typed may be a command with a long answer, such as AT+COPS=?. */
const keyedWithinUs = 180_000_000

/** What becomes of each line: it is told to whoever listens, and settles the command it ends. */
export class Intake {
  readonly #parts: IntakeParts
  readonly #hearing: Hearing
  readonly #boot: BootWatch
  #orphanUs: number | undefined
  #keyedUs: number | undefined

  constructor(parts: IntakeParts) {
    this.#parts = parts
    this.#hearing = new Hearing(parts.outstanding, parts.table)
    this.#boot = new BootWatch(parts.clock.monotonicUs())
  }

  /** A command was written. */
  sent(entry: Pending): void {
    this.#boot.sent(entry.command, entry.startedUs)
  }
  /** A payload was written whose text comes back. */
  expectPayloadEcho(text: string): void {
    this.#hearing.expectPayloadEcho(text)
  }

  /** A person typed past the queue: a result that belongs to no command of ours is the answer to that. */
  keyed(): void {
    this.#keyedUs = this.#parts.clock.monotonicUs()
  }

  take(line: Line): void {
    const heard = this.#hearing.hear(line, this.#parts.later.all)
    switch (heard.kind) {
      case 'echo':
        return this.#takeEcho(line, heard)
      case 'prompt':
        return this.#parts.exchange().takePrompt(line)
      case 'final':
        return this.#takeFinal(line, heard)
      case 'answer':
        return this.#takeAnswer(line, heard)
      case 'unsolicited':
        return this.#takeUnsolicited(line, heard)
      case 'unknown':
        return this.#takeUnknown(line, heard)
    }
  }

  #takeUnknown(line: Line, { piece, brokenEcho }: Heard & { kind: 'unknown' }): void {
    this.#parts.announcer.token({
      kind: 'unknown',
      ...textOf(line),
      ...(piece ? { piece } : {}),
      ...(brokenEcho ? { brokenEcho: brokenEcho.shown } : {}),
      ...(brokenEcho?.secret ? { secret: true as const } : {}),
    })
    const { newest } = this.#parts.outstanding
    if (newest && !newest.overdue && isBrokenLine(line.text) && !mayBeFrame(line.text))
      newest.cameBroken ??= line.text
    this.#parts.exchange().takeHeader(line, undefined)
  }

  #takeEcho(line: Line, { entry, second, payloadEcho }: Heard & { kind: 'echo' }): void {
    this.#parts.announcer.token({
      kind: 'echo',
      ...textOf(line),
      ...this.#parts.announcer.owner(entry),
      ...(second ? { second: true as const } : {}),
      ...(payloadEcho ? { payloadEcho: true as const } : {}),
      ...(entry ? {} : { orphan: true as const }),
    })
  }

  #takeAnswer(line: Line, { entry, lost, secondPhase }: Heard & { kind: 'answer' }): void {
    for (const older of lost) this.#close(older)
    const mark = secondPhase ? { secondPhase: true as const } : {}
    const owner = this.#parts.announcer.owner(entry)
    this.#parts.announcer.token({ kind: 'answer', ...textOf(line), ...owner, ...mark })
    if (secondPhase) this.#parts.later.take(entry, line.text)
    else entry.lines.push(line.text)
    this.#parts.exchange().takeHeader(line, entry)
  }

  /** An older command was never answered: the modem is already at a later one. */
  #close(entry: Pending): void {
    entry.stopTimers()
    entry.reject(new Fault('at-timeout', laterAnsweredFirst(entry.shown)))
    if (!entry.probe) this.#parts.announcer.note('no-answer', entry)
  }

  #takeFinal(line: Line, { final, entry }: Heard & { kind: 'final' }): void {
    const orphan = entry ? {} : { orphan: true as const }
    const owner = this.#parts.announcer.owner(entry)
    this.#parts.announcer.token({ kind: 'final', final, ...textOf(line), ...owner, ...orphan })
    this.#parts.alive()
    if (!entry) return this.#takeOrphan(final)
    this.#settle(entry, final)
    if (final.kind === 'connect') this.#parts.connected(line)
  }

  #settle(entry: Pending, final: Final): void {
    this.#parts.outstanding.remove(entry)
    this.#hearing.settled(entry, final)
    entry.stopTimers()
    entry.final = final
    entry.endedUs = this.#parts.clock.monotonicUs()
    if (entry.prompt === 'missed')
      entry.reject(new Fault('at-timeout', noPrompt(entry.shown, finalLine(final))))
    else if (!this.#parts.later.begin(entry)) entry.resolve()
  }

  #takeOrphan(final: Final): void {
    const nowUs = this.#parts.clock.monotonicUs()
    if (this.#keyedUs !== undefined && nowUs - this.#keyedUs <= keyedWithinUs) return
    const again = this.#orphanUs !== undefined && nowUs - this.#orphanUs <= orphansWithinUs
    this.#orphanUs = again ? undefined : nowUs
    if (final.kind !== 'connect' && !again) return
    this.#parts.announcer.note(final.kind === 'connect' ? 'unasked-connect' : 'orphan-finals')
    this.#parts.doubt()
  }

  #takeUnsolicited(line: Line, heard: Heard & { kind: 'unsolicited' }): void {
    const isBody = heard.header !== undefined
    const restarted =
      !isBody && this.#boot.heard(heard.row, line.text, this.#parts.clock.monotonicUs())
    this.#parts.announcer.token(reported(line, heard, restarted))
    if (restarted) this.#restarted(line.text)
    this.#parts.exchange().takeHeader(line, undefined)
  }

  #restarted(line: string): void {
    this.#hearing.restarted()
    const asked = this.#parts.outstanding.all.find((entry) => entry.rule.restarts && !entry.overdue)
    if (asked) this.#settle(asked, { kind: 'ok', text: line })
    else this.#parts.announcer.note('restarted')
    this.#parts.restarted()
  }
}

/** What came unasked; most lines of a modem that talks without a pause have no more than their text. */
function reported(line: Line, heard: Heard & { kind: 'unsolicited' }, restarted: boolean): Draft {
  const { row, header } = heard
  const { text, raw } = line
  if (!restarted && header === undefined) return { kind: 'unsolicited', row, text, raw }
  const restart = restarted ? { restart: true as const } : {}
  return { ...heard, text, raw, ...restart }
}

function textOf(line: Line): { text: string; raw: Uint8Array } {
  return { text: line.text, raw: line.raw }
}
