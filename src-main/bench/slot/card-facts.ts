import type { Final } from '@core/at/final'
import { finalLine } from '@core/at/final'
import type { Explanation, Knowledge } from '@core/at/knowledge'
import { cardOfError, cardOfNews, saysLittle } from '@core/card/card-state'
import type { KnownFact } from '@core/modem/known-fact'
import { isRegistered } from '@core/registered'
import { simFact } from './known-facts'

/** What an error says of the SIM, whatever command needed it. */
export function cardFactsOfError(
  knowledge: Knowledge,
  final: Final,
  command: string | undefined,
  known: readonly KnownFact[],
  nowMs: number,
): readonly KnownFact[] {
  if (final.kind !== 'cme' && final.kind !== 'cms') return []
  const code = cardOfError(final)
  if (code === undefined || (saysLittle(code, command) && isSettled(known))) return []
  const by = knowledge.line(finalLine(final), { command })
  return by ? simFact(code, by, nowMs) : []
}

/** What a line tells of the SIM without +CPIN: its contact in the slot, and what no modem does without a SIM. */
export function cardFactsOfLine(
  text: string,
  line: Explanation,
  known: readonly KnownFact[],
  nowMs: number,
): readonly KnownFact[] {
  const code = cardOfNews(text) ?? (provesReady(line, known) ? 'READY' : undefined)
  return code === undefined ? [] : simFact(code, line, nowMs)
}

function current(known: readonly KnownFact[], key: string): KnownFact | undefined {
  return known.find((fact) => fact.key === key && !fact.stale)
}

function isSettled(known: readonly KnownFact[]): boolean {
  const code = current(known, 'sim')?.value
  return code !== undefined && /^READY$|PIN|PUK/.test(code)
}

const registration = /^\+C(?:5G|E|G)?REG$/

/** It answered with its IMSI, or registered. */
function provesReady({ name, facts }: Explanation, known: readonly KnownFact[]): boolean {
  const { stat, imsi } = facts
  const ofNumber = name === '+CIMI' && typeof imsi === 'string'
  const registered = registration.test(name) && typeof stat === 'number' && isRegistered(stat)
  if (!ofNumber && !registered) return false
  const sim = current(known, 'sim')?.value
  if (sim === undefined || sim === 'READY' || ofNumber) return sim !== 'READY'
  // A modem whose SIM was pulled may say for a while yet that it is registered.
  const before = current(known, 'registration')?.number
  return before === undefined || !isRegistered(before)
}
