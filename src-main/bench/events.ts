import type { AlertNews } from '@contract'
import type { Verdict } from '@core/connect/connect-state'
import type { NetState } from '@core/ip/net-state'
import type { LogRow } from '@core/log/row'
import type { IpState } from '@core/modem/ip-state'
import type { KnownFact } from '@core/modem/known-fact'
import type { Mode } from '@core/modem/mode'
import type { PortState } from '@core/modem/port-state'
import type { SlotName } from '@core/modem/slot-names'
import type { SlotState } from '@contract'
import { isRegistered } from '@core/registered'
import type { Words } from '@core/words'
import { unknown } from './words'

/** What happened on a slot, as values. Each is told once and at once; none is left out under load. */
export type BenchEvent = { readonly slot: SlotName } & (
  | { readonly kind: 'row'; readonly row: LogRow }
  /** `before` and `now` differ at least in one field. */
  | { readonly kind: 'port'; readonly before: PortState | null; readonly now: PortState | null }
  | { readonly kind: 'mode'; readonly mode: Mode }
  /** Circuit 109 (DCD) of the port; undefined: the port has no such line, or nobody has read it. */
  | { readonly kind: 'carrier'; readonly on: boolean | undefined }
  | { readonly kind: 'link'; readonly before: IpState | null; readonly now: IpState | null }
  /** What is known of the modem now; `fresh`: what a line has just told, also when the value is as before. */
  | {
      readonly kind: 'facts'
      readonly facts: readonly KnownFact[]
      readonly fresh: readonly KnownFact[]
    }
  /** `<stat>` of 27.007; told when it is another one. Null: not known any more. */
  | {
      readonly kind: 'registration'
      readonly stat: number | null
      readonly registered: boolean | null
      readonly words: Words
    }
  /** RSRP, or RSCP in 3G; told when it is another one. */
  | { readonly kind: 'signal'; readonly dbm: number | null }
  /** `<code>` of +CPIN; told when it is another one. Null: not known any more. */
  | { readonly kind: 'sim'; readonly code: string | null }
  /** One echo of a ping; null: lost. */
  | { readonly kind: 'echo'; readonly ms: number | null }
  /** Octets of IP over the link since it came up; told to the second. Null without a link. */
  | { readonly kind: 'traffic'; readonly now: NetState['bytes'] }
  /** The port did not answer three times in a row, or answers again. */
  | { readonly kind: 'answering'; readonly on: boolean }
  /** What happened with an alert of the slot. */
  | { readonly kind: 'alert'; readonly news: AlertNews }
  /** How a connection ended up. */
  | { readonly kind: 'verdict'; readonly verdict: Verdict }
)
export type BenchEventKind = BenchEvent['kind']
export type BenchEventOf<K extends BenchEventKind> = Extract<BenchEvent, { readonly kind: K }>

/** Where the bench tells itself what happened. Listeners are called one after the other, in the order of their coming. */
export class BenchEvents {
  readonly #listeners = new Set<(event: BenchEvent) => void>()

  /** Returns the way to stop listening. */
  on(listener: (event: BenchEvent) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }
  tell(event: BenchEvent): void {
    for (const listener of [...this.#listeners]) listener(event)
  }
}

/** A fact that is known to be so now. */
export const current = (facts: readonly KnownFact[], key: string): KnownFact | undefined =>
  facts.find((fact) => fact.key === key && !fact.stale)

/** What is known of the registration. */
export function registrationIn(facts: readonly KnownFact[]) {
  const fact = current(facts, 'registration')
  if (fact?.number === undefined) return undefined
  return {
    stat: fact.number,
    registered: isRegistered(fact.number),
    words: fact.text ?? { en: fact.value, ja: fact.value },
  }
}

/** RSRP, or RSCP in 3G, in dBm. */
export const dbmIn = (facts: readonly KnownFact[]): number | null =>
  (current(facts, 'rsrp') ?? current(facts, 'rscp'))?.number ?? null

/** What a change of a slot's state means, in the order of the layers. */
export function eventsOf(before: SlotState, now: SlotState): readonly BenchEvent[] {
  const { slot } = now
  const events: BenchEvent[] = []
  if (now.port !== before.port)
    events.push({ slot, kind: 'port', before: before.port, now: now.port })
  const dcd = now.port?.lines?.dcd
  if (dcd !== before.port?.lines?.dcd) events.push({ slot, kind: 'carrier', on: dcd })
  if (now.mode !== before.mode) events.push({ slot, kind: 'mode', mode: now.mode })
  if (now.unresponsive !== before.unresponsive)
    events.push({ slot, kind: 'answering', on: !now.unresponsive })
  if (now.facts !== before.facts) events.push(...ofFacts(slot, before.facts, now.facts))
  if (now.ip !== before.ip) events.push({ slot, kind: 'link', before: before.ip, now: now.ip })
  if (now.net.bytes !== before.net.bytes) events.push({ slot, kind: 'traffic', now: now.net.bytes })
  const { verdict } = now.connect
  if (verdict && verdict !== before.connect.verdict) events.push({ slot, kind: 'verdict', verdict })
  return events
}

function* ofFacts(
  slot: SlotName,
  before: readonly KnownFact[],
  facts: readonly KnownFact[],
): Generator<BenchEvent> {
  const known = new Set(before)
  yield { slot, kind: 'facts', facts, fresh: facts.filter((fact) => !known.has(fact)) }
  const registration = registrationIn(facts)
  if (registration?.stat !== registrationIn(before)?.stat)
    yield {
      slot,
      kind: 'registration',
      ...(registration ?? { stat: null, registered: null, words: unknown }),
    }
  const sim = current(facts, 'sim')?.value ?? null
  if (sim !== (current(before, 'sim')?.value ?? null)) yield { slot, kind: 'sim', code: sim }
  const dbm = dbmIn(facts)
  if (dbm !== dbmIn(before)) yield { slot, kind: 'signal', dbm }
}
