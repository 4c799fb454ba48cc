import { decodeExchange } from '@catalog/decoders/exchange'
import { describe, expect, test } from 'vitest'
import rows from './further-kinds.json'

describe('answers in the dress of other makers', () => {
  test.each(rows)('$id $command', ({ command, response, expect: wanted }) => {
    const { answer, urcs, error, words } = decodeExchange({ command, response })
    const { error: named, words: said, urcs: names, ...facts } = wanted as Record<string, unknown>
    if (named === undefined) expect(error).toBeNull()
    else expect(error).not.toBeNull()
    if (said !== undefined) expect(words.en).toContain('off')
    if (names !== undefined) expect(urcs.map(({ name }) => name)).toEqual(names)
    expect({ ...answer, ...(command === null ? urcs[0]?.facts : {}) }).toMatchObject(facts)
  })
})

describe('no line makes it throw', () => {
  const names = [
    'toString',
    '__proto__',
    'constructor',
    'hasOwnProperty',
    'valueOf',
    '+toString: 1',
  ]
  const commands = [null, 'ATI', 'AT+CSQ', 'AT+toString?', 'AT+CPOL?', 'ATtoString', 'AT+CNSMOD?']
  test.each(names)('%s', (line) => {
    for (const command of commands)
      for (const said of [line, `${line}: ${line}`, `+CNSMOD: ${line}`, `+CPSI: ${line},${line}`])
        expect(decodeExchange({ command, response: said }).words.en).not.toBe('')
  })
})
