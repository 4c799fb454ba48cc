import { decoder } from '@core/at/decoder'
import type { Facts } from '@core/at/knowledge'
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

/** The status word is the last two octets; 63CX says X tries are left. */
function row(line: Row): Facts {
  const data = line.text(1)
  const sw =
    typeof data === 'string' ? (/[0-9a-f]{4}$/i.exec(data)?.[0].toUpperCase() ?? null) : null
  if (sw === null) line.refuse('hex that ends in a status word')
  const retries = sw?.startsWith('63C') ? parseInt(sw.slice(3), 16) : null
  return { length: line.int(0, 'length'), data, sw, retries }
}
