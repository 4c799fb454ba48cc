import type { Token } from '@core/at/engine'
import type { Knowledge } from '@core/at/knowledge'
import type { KnownFact } from '@core/modem/slot-state'
import { factsIn, factsOfSet } from './known-facts'

/** What a token from the AT engine tells of the modem; a setting that was accepted is a fact, too. */
export function factsOfToken(
  knowledge: Knowledge,
  token: Token,
  nowMs: number,
): readonly KnownFact[] {
  if (token.kind === 'final') {
    if (token.final.kind !== 'ok' || token.command === undefined) return []
    const sent = knowledge.command(token.command)
    return sent ? factsOfSet(sent, nowMs) : []
  }
  if (token.kind !== 'answer' && token.kind !== 'unsolicited') return []
  const command = token.kind === 'answer' ? token.command : undefined
  const explanation = knowledge.line(token.text, { command })
  return explanation ? factsIn(explanation, nowMs, command) : []
}
