import type { Token } from '@core/at/engine'
import type { Knowledge } from '@core/at/knowledge'
import type { KnownFact } from '@core/modem/known-fact'
import { cardFactsOfError, cardFactsOfLine } from './card-facts'
import { factsIn, factsOfSet } from './known-facts'

/**
 * What a token from the AT engine tells of the modem; a setting that was accepted is a fact, too, and so is what an error says of
 * the SIM. `known`: the facts so far.
 */
export function factsOfToken(
  knowledge: Knowledge,
  token: Token,
  known: readonly KnownFact[],
  nowMs: number,
): readonly KnownFact[] {
  if (token.kind === 'final') {
    const { final, command } = token
    if (final.kind !== 'ok') return cardFactsOfError(knowledge, final, command, known, nowMs)
    const sent = command === undefined ? undefined : knowledge.command(command)
    return sent ? factsOfSet(sent, nowMs) : []
  }
  if (token.kind !== 'answer' && token.kind !== 'unsolicited') return []
  const command = token.kind === 'answer' ? token.command : undefined
  const explanation = knowledge.line(token.text, { command })
  if (!explanation) return []
  return [
    ...cardFactsOfLine(token.text, explanation, known, nowMs),
    ...factsIn(explanation, nowMs, command),
  ]
}
