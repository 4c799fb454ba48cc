import { ruleOf } from '../at/timeouts'
import { isBrownOut } from '../log/restarts'
import type { LogRow } from '../log/row'
import type { ToldLine } from '../story/story'
import type { Words } from '../words'
import { restartReasons } from './words'

type Reason = keyof typeof restartReasons

/** So many rows before a start a line may say why; a command that asks for it takes longer. */
const reach = 12
const reachOfCommand = 40

/** What programs and boot loaders print, ESP-IDF's first: `rst:0x8 (TG1WDT_SYS_RESET)`. */
const printed: readonly (readonly [RegExp, Reason])[] = [
  [/brown-?out|under-?voltage/i, 'supply'],
  [/\bwatchdog\b|\bwdt\b|wdt_/i, 'watchdog'],
  [/guru meditation|\bpanic\b|hard ?fault|assert(?:ion)? failed|\bcrash(?:ed)?\b/i, 'crash'],
  [/poweron_reset|power[- ]on reset|\bpor\b.*reset/i, 'power'],
]
const switchedOff = /^(?:NORMAL )?POWER(?:ED)? DOWN$|^\+QPOWD|^\*PSUTTZ: POWER OFF/

/** Why a modem started anew, by what the log shows before it. */
export class RestartReasons {
  #seen: { readonly reason: Reason; readonly shown: ToldLine } | undefined
  #left = 0

  take(row: LogRow, shown: ToldLine): void {
    if (this.#left > 0 && --this.#left === 0) this.#seen = undefined
    const reason = reasonIn(row)
    // What was printed first tells more than what it led to.
    if (!reason || (this.#seen && row.kind !== 'command')) return
    this.#seen = { reason, shown }
    this.#left = row.kind === 'command' ? reachOfCommand : reach
  }

  /** A start: what was seen before it is its own. */
  started(boot: ToldLine): { readonly lines: readonly ToldLine[]; readonly means: Words } {
    const seen = this.#seen
    this.#seen = undefined
    if (!seen) return { lines: [boot], means: restartReasons.unasked }
    return { lines: [seen.shown, boot], means: restartReasons[seen.reason] }
  }
}

function reasonIn(row: LogRow): Reason | undefined {
  const { kind, dir, text } = row
  if (kind === 'command') return ruleOf(text).restarts ? 'asked' : undefined
  if (isBrownOut(row)) return 'supply'
  if (kind === 'text') return printed.find(([form]) => form.test(text))?.[1]
  return dir === 'rx' && (kind === 'unsolicited' || kind === 'unknown') && switchedOff.test(text)
    ? 'off'
    : undefined
}
