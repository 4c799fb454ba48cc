import { decodeExchange, type Exchange } from '@catalog/decoders/exchange'
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
