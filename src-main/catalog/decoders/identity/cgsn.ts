import { type Asked, decoder } from '@core/at/decoder'
import type { Facts } from '@core/at/knowledge'
import { int, say, secret, text } from '@core/at/parameter'
import type { Row } from '@core/at/row'
import { unquoted } from '../shared/identity'

const cgsn = decoder({
  id: '+CGSN',
  aliases: ['+GSN'],
  title: say('IMEI, the number of the modem', 'IMEI（モデムの製造番号）'),
  spec: '3GPP TS 27.007, 5.4',
  group: 'identity',
  forms: ['action', 'set', 'test'],
  free: true,
  asks: true,
  parameters: [
    secret('imei', text('imei', 'IMEI', 'IMEI')),
    secret('imei', text('imei_sv', 'IMEI with software version', 'IMEISV')),
    secret('imei', text('meid', 'MEID', 'MEID')),
    secret('imei', text('esn', 'ESN', 'ESN')),
    secret('imei', text('serial', 'serial number', 'シリアル番号')),
    text('svn', 'software version', 'ソフトウェア版数'),
  ],
  set: [
    int('snt', 'kind', '種別', {
      0: say('serial number', 'シリアル番号'),
      1: say('IMEI', 'IMEI'),
      2: say('IMEI with software version', 'IMEISV'),
      3: say('software version', 'ソフトウェア版数'),
    }),
  ],
  answer,
  explain(facts, asked) {
    if (asked.form === 'test') return undefined
    const kinds = Object.keys(facts)
      .map((name) => name.toUpperCase())
      .join(', ')
    return { words: say(`Number of the modem: ${kinds}.`, `モデムの製造番号（${kinds}）です。`) }
  },
})

function answer(rows: readonly Row[], asked: Asked): Facts {
  const facts: Record<string, string> = {}
  let unknown: string | undefined
  for (const row of rows) {
    const whole = unquoted(row.tail)
    for (const part of whole
      .split(separators)
      .map((one) => one.replace(/^(?:IMEI|MEID|ESN|SN)\s*:/i, ''))) {
      const found = kindOf(unquoted(part), asked)
      if (found) facts[found.name] ??= found.value
      // A word is none: `Module IMEI: 490154203237518`; a software version names no modem.
      if (found?.name === 'svn') continue
      if (/\d|[Xx*]{4}/.test(part) || asked.command?.args === '0')
        row.markText(unquoted(part), 'imei')
    }
    if (Object.keys(facts).length === 0 && whole !== '') unknown = whole
    // `356936001568843,NL2A62Z0N5`: the maker's own number behind the IMEI.
    const serial = /^\d{15}\s*,\s*([A-Z0-9]{4,24})$/i.exec(whole)?.[1]
    if (serial !== undefined) facts['serial'] ??= serial
  }
  return Object.keys(facts).length === 0 && unknown !== undefined ? { serial: unknown } : facts
}

/** Commas and spaces; a colon between two numbers, as in `0x00A1000013FB653A:0x80D9BBCA` (MEID and ESN). */
const separators = /[\s,()]+|(?<=[\da-f]{7}):/i

/** What a number is, by its length and digits; crossed-out digits of a printed log count as digits. */
function kindOf(text: string, asked: Asked): { name: string; value: string } | undefined {
  const bare = text.replace(/^0x(?:00(?=[\da-f]{14}$))?/i, '')
  if (bare.length > 32) return undefined
  if (asked.command?.args === '3' && /^\d{1,2}$/.test(bare)) return { name: 'svn', value: bare }
  if (asked.command?.args === '0') return undefined
  if (/^\d{15}$/.test(bare) || /^\d[\dx*]*x[\dx*]*$/i.test(bare))
    return { name: 'imei', value: bare }
  if (/^\d{16}$/.test(bare)) return { name: 'imei_sv', value: bare }
  if (/^[\da-f]{14}$/i.test(bare)) return { name: 'meid', value: bare.toUpperCase() }
  // An ESN has 32 bits; some modems drop its leading zeros.
  if (/^[\da-f]{7,8}$/i.test(bare))
    return { name: 'esn', value: bare.toUpperCase().padStart(8, '0') }
  return undefined
}

const simei = decoder({
  id: '+SIMEI',
  title: say('IMEI of a SIMCom modem', 'IMEI の書き換え（SIMCom）'),
  spec: 'A76XX manual',
  group: 'identity',
  parameters: [secret('imei', text('imei', 'IMEI', 'IMEI'))],
})

export default [cgsn, simei]
