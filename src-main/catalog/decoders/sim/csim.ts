import { type Asked, decoder } from '@core/at/decoder'
import { splitFields } from '@core/at/fields'
import type { Facts, SecretKind } from '@core/at/knowledge'
import { int, say, secret, text } from '@core/at/parameter'
import type { Row } from '@core/at/row'
import { sentences } from '../shared/join'
import { statusWord } from '../shared/status-word'

export default decoder({
  id: '+CSIM',
  title: say('raw exchange with the SIM', 'SIM への直接アクセス'),
  does: say('Sends a command to the SIM.', 'SIM に命令を送ります。'),
  spec: '3GPP TS 27.007, 8.17',
  group: 'sim',
  forms: ['set', 'test'],
  asks: true,
  parameters: [int('length', 'digits', '桁数'), text('data', 'data', 'データ')],
  // A command can carry the PIN in its octets.
  set: [int('length', 'digits', '桁数'), secret('pin', text('command', 'command', '命令'))],
  row,
  explain(facts, asked) {
    const { sw } = facts
    if (asked.form === 'test' || typeof sw !== 'string') return undefined
    const word = statusWord(parseInt(sw.slice(0, 2), 16), parseInt(sw.slice(2), 16))
    return { words: sentences(word.words), severity: word.fine ? 'fine' : 'warning' }
  },
})

/** READ BINARY of as many octets as one file has: EF IMSI, ICCID, LOCI, PSLOCI, EPSLOCI, Keys (3GPP TS 31.102, 4.2; 11.11). */
const files: Readonly<Record<string, SecretKind>> = {
  '09': 'imsi',
  '0A': 'iccid',
  '0B': 'tmsi',
  '0E': 'tmsi',
  '12': 'tmsi',
  '21': 'key',
}
const readBinary = /^(?:00|A0|0[1-3])B0[0-9A-F]{4}([0-9A-F]{2})$/i

function secretOf(asked: Asked): SecretKind | undefined {
  const sent = splitFields(asked.command?.args ?? '')[1]?.text ?? ''
  return files[readBinary.exec(sent)?.[1]?.toUpperCase() ?? '']
}

/** The status word is the last two octets; 63CX says X tries are left. */
function row(line: Row, asked: Asked): Facts {
  const kind = secretOf(asked)
  if (kind && !/^"?.{0,4}"?$/.test(line.fields[1]?.text ?? '')) line.mark(1, kind)
  const data = line.text(1)
  const sw =
    typeof data === 'string' ? (/[0-9a-f]{4}$/i.exec(data)?.[0].toUpperCase() ?? null) : null
  if (sw === null) line.refuse('hex that ends in a status word')
  const retries = sw?.startsWith('63C') ? parseInt(sw.slice(3), 16) : null
  return { length: line.int(0, 'length'), data, sw, retries }
}
