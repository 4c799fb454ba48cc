import { answers } from './answer'
import { isBrokenEcho } from './broken-echo'
import { type Final, endsCall } from './final'
import type { Pending } from './pending'

/** IMSI and IMEI come without a name before them (27.007, 5.4 and 5.6). */
const asksIdentity = /^AT\+(?:CIMI|CGSN|GSN)\s*$/i
const bareIdentity = /^\d{14,17}$/

/**
 * The commands that were written and not answered, oldest first, and which of them the modem is executing.
 * Normally there is one. There are more while a command is overdue and a probe asks, or when a terminal forced one in.
 */
export class Outstanding {
  #entries: Pending[] = []
  #executing: Pending | undefined
  /** Closed without an answer; one that comes after all shows that the next final is not what it seems. */
  #given: Pending[] = []

  get all(): readonly Pending[] {
    return this.#entries
  }
  get newest(): Pending | undefined {
    return this.#entries[this.#entries.length - 1]
  }
  /** The one whose result comes next unless something says otherwise: modems work in order. */
  get current(): Pending | undefined {
    return this.#executing ?? this.#entries[0]
  }
  has(entry: Pending): boolean {
    return this.#entries.includes(entry)
  }
  add(entry: Pending): void {
    this.#entries.push(entry)
  }
  remove(entry: Pending): void {
    this.#entries = this.#entries.filter((other) => other !== entry)
    if (this.#executing === entry) this.#executing = undefined
  }
  /** Nobody waits for it any more, but it is remembered. */
  giveUp(entry: Pending): void {
    this.remove(entry)
    this.#given = [...this.#given.slice(-15), entry]
  }
  clear(): Pending[] {
    this.#executing = undefined
    this.#given = []
    return this.#entries.splice(0)
  }

  /** The command whose text came back. The second time, the modem begins to execute it (it had queued the line). */
  echo(text: string): { entry: Pending; second: boolean } | undefined {
    if (this.#entries.length === 0) return undefined
    // An older one of the same text whose echo never came was not taken in: an echo comes at once.
    const fresh = this.#entries.findLast((entry) => isEcho(text, entry) && !entry.echoed)
    const entry = fresh ?? this.#entries.find(({ command }) => command === text)
    if (!entry) return undefined
    if (fresh) fresh.echoed = true
    else this.#executing = entry
    return { entry, second: !fresh }
  }

  /** The newest command, where its echo has not come and this is it with broken letters. */
  brokenEcho(text: string): Pending | undefined {
    const entry = this.newest
    if (!entry || entry.echoed || entry.overdue || entry.cameBack !== undefined) return undefined
    if (!isBrokenEcho(text, entry.command)) return undefined
    entry.cameBack = text
    return entry
  }

  /** The command a line with a prefix answers; the modem is executing it, so older ones were lost and are handed back. */
  answer(line: string): { entry: Pending; lost: Pending[] } | undefined {
    const entry = this.#answering(line)
    return entry && this.#executes(entry)
  }

  /** The newer command whose bare value this is, while an older one waits that answers nothing of the kind. */
  value(line: string): { entry: Pending; lost: Pending[] } | undefined {
    if (this.#entries.length < 2 || !bareIdentity.test(line)) return undefined
    const entry = this.#entries.find(({ command }) => asksIdentity.test(command))
    return entry && this.#executes(entry)
  }

  /** Modems work in order: what is older was lost. */
  #executes(entry: Pending): { entry: Pending; lost: Pending[] } {
    const lost = this.#entries.slice(0, this.#entries.indexOf(entry))
    for (const older of lost) this.giveUp(older)
    this.#executing = entry
    return { entry, lost }
  }

  /** A command given up long ago whose answer comes now; it is open again until its final has come. */
  revive(line: string): Pending | undefined {
    const entry = this.#given.find((old) => answers(old.command, old.rule, line))
    if (!entry) return undefined
    this.#given = this.#given.filter((old) => old !== entry)
    this.#entries.unshift(entry)
    this.#executing = entry
    return entry
  }

  #answering(line: string): Pending | undefined {
    if (this.#entries.length === 0) return undefined
    const fits = this.#entries.filter((entry) => answers(entry.command, entry.rule, line))
    if (this.#executing && fits.includes(this.#executing)) return this.#executing
    // With echo on, the last command the modem took in; without, it works in order.
    return fits.filter((entry) => entry.echoed).at(-1) ?? fits[0]
  }

  /**
   * The command a final result ends. A result of a call ends only a call; anything else ends what is executed, and that is
   * the oldest unless an answer line or a second echo named another.
   */
  final(final: Final): Pending | undefined {
    if (final.kind === 'connect') return this.#entries.filter(takesConnect).at(-1)
    if (endsCall(final)) {
      const calls = this.#entries.filter((entry) => entry.rule.call)
      return this.#executing && calls.includes(this.#executing) ? this.#executing : calls[0]
    }
    return this.#signOfLife() ?? this.current
  }

  /**
   * AT is asked again until it is answered, and every OK answers that: the one that somebody waits for has it. Those before it stay
   * open, as each may still be answered; given to the oldest, one that was lost would leave each later one without its own.
   */
  #signOfLife(): Pending | undefined {
    const { current, newest } = this
    const again = current?.overdue && current.command === 'AT' && newest?.command === 'AT'
    return again && !newest.overdue ? newest : undefined
  }
}

/** A line that was switched over while the echo came lost its first letter: `T+CSQ`. */
function isEcho(text: string, { command }: Pending): boolean {
  return (
    command === text ||
    (text.length + 1 === command.length && /^T[+*^%$#!]/i.test(text) && command.endsWith(text))
  )
}

function takesConnect(entry: Pending): boolean {
  return entry.rule.call
}
