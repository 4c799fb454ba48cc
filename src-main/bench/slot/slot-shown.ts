import type { Knowledge } from '@core/at/knowledge'
import type { Token } from '@core/at/token'
import type { ModemProfile } from '@core/modem/profile'
import type { ModemSession } from '@core/modem/session'
import type { KnownFact } from '@core/modem/known-fact'
import type { SlotState } from '@contract'
import type { Clock } from '@core/ports/clock'
import { current, eventsOf, type BenchEvents } from '@bench/events'
import { HeardFacts } from './heard-facts'
import { afterRestart, merged } from './known-facts'
import { recognised } from './recognise'
import { SlotLadder } from './slot-ladder'
import { unansweredBy } from './unanswered'

interface Options {
  readonly clock: Clock
  readonly knowledge: Knowledge
  readonly profiles: readonly ModemProfile[]
  readonly events: BenchEvents
  readonly session: () => ModemSession | undefined
  /** The mode is another one; told before anybody else is. */
  readonly onMode: (state: SlotState) => void
  readonly onPatch: (patch: Partial<SlotState>) => void
  /** The modem began anew, and nothing from before is certain. */
  readonly onRestart: () => void
  /** Its kind is known now. */
  readonly onRecognised: () => void
}

/** What a slot shows: its state, with what the modem said and the ladder made of it. Every change is told, as a patch and as events. */
export class SlotShown {
  readonly #options: Options
  readonly #heard: HeardFacts
  readonly #ladder: SlotLadder
  #state: SlotState

  constructor(empty: SlotState, options: Options) {
    this.#options = options
    this.#state = empty
    this.#heard = new HeardFacts({
      clock: options.clock,
      knowledge: options.knowledge,
      known: () => this.#state.facts,
      onFacts: (fresh, restart) => this.#onFacts(fresh, restart),
    })
    this.#ladder = new SlotLadder({
      clock: options.clock,
      state: () => this.#state,
      onChange: (rungs) => {
        this.#state = { ...this.#state, rungs }
        options.onPatch({ rungs })
      },
    })
    this.#state = { ...empty, rungs: this.#ladder.now() }
  }

  /** With all that was heard, read. */
  get whole(): SlotState {
    this.#heard.take()
    this.#ladder.look()
    return this.#state
  }
  /** As it was told last. */
  get told(): SlotState {
    return this.#state
  }

  change(patch: Partial<SlotState>): void {
    const before = this.#state
    this.#state = { ...before, ...patch }
    const { onMode, onPatch, events } = this.#options
    if (patch.mode !== undefined || patch.unresponsive !== undefined) onMode(this.#state)
    onPatch(patch)
    this.#ladder.later()
    for (const event of eventsOf(before, this.#state)) events.tell(event)
  }

  hear(token: Token): void {
    const unanswered = unansweredBy(token)
    if (unanswered !== undefined && unanswered !== this.#state.unanswered)
      this.change({ unanswered })
    this.#heard.hear(token)
  }
  /** The radio is off or anew: what stays of the facts is what a restart leaves. */
  forgetRadio(): void {
    this.change({ facts: afterRestart(this.#state.facts), ip: null })
  }

  /** By what the connection found out, or by what anybody asked; until then what every modem knows. */
  profile(): ModemProfile | undefined {
    const { profiles, session } = this.#options
    const id = session()?.memory.profile?.id ?? this.#state.modem?.id
    return profiles.find((one) => one.id === id) ?? profiles.at(-1)
  }

  isNamed(): boolean {
    const { modem, facts } = this.#state
    return modem !== null || facts.some(({ key }) => key === 'model')
  }
  /** Its SIM asks for nothing, as far as the modem said. */
  simReady(): boolean {
    return current(this.#state.facts, 'sim')?.value === 'READY'
  }

  #onFacts(fresh: readonly KnownFact[], restart: boolean): void {
    const { profiles, onRestart, onRecognised } = this.#options
    const known = restart ? afterRestart(this.#state.facts) : this.#state.facts
    const facts = merged(known, fresh)
    const profile = this.#state.modem ? undefined : recognised(profiles, facts)
    this.change(profile ? { facts, modem: { id: profile.id, name: profile.name } } : { facts })
    if (restart) onRestart()
    else if (profile) onRecognised()
  }
}
