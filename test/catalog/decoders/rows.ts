import { decodeExchange, type Exchange } from '@catalog/decoders/exchange'
import { knowledge } from '@catalog/decoders/index'
import { expect, test } from 'vitest'

/** What was asked, what came back, and the facts that must be among those read. */
export type Row = readonly [command: string | null, response: string, answer: object | null]

function answerOf(exchange: Exchange): object | null {
  return exchange.answer ?? exchange.urcs[0]?.facts ?? null
}

/** One test a row: the answer (or, when nothing was asked, the first unsolicited line) has these facts. */
export function reads(rows: readonly Row[]): void {
  test.each(rows)('%s: %s', (command, response, answer) => {
    const exchange = decodeExchange({ command, response })
    if (answer === null) expect(answerOf(exchange)).toBeNull()
    else expect(answerOf(exchange)).toMatchObject(answer)
    expect(exchange.error).toBeNull()
    expect(exchange.unknown).toEqual([])
  })
}

/** A command as sent (null: nothing was asked), what came, and words that must be in both languages' sentences. */
export type Said = readonly [command: string | null, response: string, en: string, ja: string]

export function says(rows: readonly Said[]): void {
  test.each(rows)('%s: %s', (command, response, en, ja) => {
    const { words, unknown, error } = decodeExchange({ command, response })
    expect(words.en).toContain(en)
    expect(words.ja).toContain(ja)
    expect([unknown, error]).toEqual([[], null])
  })
}

/** What of a command as sent is marked for masking, in order; none of it may be in the words. */
export function marks(
  rows: readonly (readonly [command: string, secrets: readonly string[]])[],
): void {
  test.each(rows)('marks the secrets of %s', (command, secrets) => {
    const told = knowledge.command(command)
    expect(told?.secrets.map(({ start, end }) => command.slice(start, end))).toEqual(secrets)
    for (const secret of secrets) expect(told?.words.en).not.toContain(secret)
  })
}
