import {
  secondsText,
  seenIn,
  type ConnectState,
  type Language,
  type StepState,
  type Verdict,
  type Words,
} from '@contract'
import { print, printJson } from './output'
import { leftIn } from './words'

export interface PrintOptions {
  readonly json?: boolean
  readonly lang: Language
}

/** Prints each step once, when it has its result. */
export class StepPrinter {
  readonly #options: PrintOptions
  readonly #printed = new Set<string>()
  #writing: Promise<void> = Promise.resolve()
  constructor(options: PrintOptions) {
    this.#options = options
  }
  show(state: ConnectState): void {
    for (const step of state.steps) {
      if (step.state === 'waiting' || step.state === 'running' || this.#printed.has(step.id))
        continue
      // The words of a failed step are the verdict's, which come a moment later.
      if (step.state === 'failed' && !state.verdict) continue
      this.#printed.add(step.id)
      this.#writing = this.#writing.then(() => this.#line(step))
    }
  }
  /** `platform`: what SORACOM's platform adds to a verdict. */
  async end(state: ConnectState, platform: Words | null = null): Promise<void> {
    this.show(state)
    await this.#writing
    if (state.verdict)
      await (this.#options.json
        ? printJson(verdictObject(state.verdict, platform))
        : this.#verdict(state.verdict, platform))
  }
  #line(step: StepState): Promise<void> {
    const ms = Math.round(step.ms ?? 0)
    if (this.#options.json)
      return printJson({
        step: step.id,
        state: step.state,
        ms,
        facts: step.facts,
        words: step.words ?? null,
      })
    const mark = { ok: '✓', skipped: '–', failed: '✗', waiting: ' ', running: ' ' }[step.state]
    const { lang } = this.#options
    const took = secondsText(ms, lang).padStart(8)
    return print(`${mark} ${nameOf(step, lang)}${took}  ${step.words?.[lang] ?? ''}`)
  }
  async #verdict(verdict: Verdict, platform: Words | null): Promise<void> {
    const { lang } = this.#options
    await print('')
    await print(verdict.meaning[lang])
    if (verdict.result === 'connected') return
    if (platform) await print(platform[lang])
    await print(leftIn[verdict.mode][lang])
    for (const line of verdict.seen.slice(-10)) await print(`  | ${seenIn(line, lang)}`)
    for (const words of verdict.tries) await print(`  - ${words[lang]}`)
  }
}

/** The last line of `--json`. */
export function verdictObject(verdict: Verdict, platform: Words | null = null): object {
  const { ping } = verdict
  return {
    verdict: verdict.result === 'connected' ? 'connected' : 'failed',
    ...(verdict.step ? { step: verdict.step } : {}),
    ...(verdict.reason ? { reason: verdict.reason } : {}),
    ip: verdict.ip ?? null,
    ...(verdict.ipv6 === undefined ? {} : { ipv6: verdict.ipv6 }),
    dns: verdict.dns,
    ping: ping
      ? { host: ping.host, sent: ping.sent, received: ping.received, avg_ms: ping.avgMs }
      : null,
    ms: verdict.ms,
    ...(verdict.result === 'connected'
      ? {}
      : {
          words: verdict.meaning,
          seen: verdict.seen.map((line) => seenIn(line, 'en')),
          tries: verdict.tries,
          mode: verdict.mode,
          ...(platform ? { soracom: platform } : {}),
        }),
  }
}

/** The longest title in Japanese, in columns of a terminal. */
const titleColumns = 36

/** Ids are what documents and --json name in English; in Japanese the title says it. A full-width letter takes two columns. */
function nameOf({ id, title }: StepState, lang: Language): string {
  if (lang === 'en') return id.padEnd(13)
  const columns = [...title.ja].reduce((sum, letter) => sum + (letter > '\u2fff' ? 2 : 1), 0)
  return title.ja + ' '.repeat(Math.max(1, titleColumns - columns))
}
