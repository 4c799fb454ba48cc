import { type Asked, decoder } from '@core/at/decoder'
import { splitFields } from '@core/at/fields'
import type { Facts, SecretKind } from '@core/at/knowledge'
import { type ValueMeanings, int, say, text } from '@core/at/parameter'
import { positional } from '@core/at/read-facts'
import type { Row } from '@core/at/row'
import { sentences } from '../shared/join'
import { statusWord } from '../shared/status-word'

const files: ValueMeanings = {
  12258: say('card number (ICCID)', 'カード番号（ICCID）'),
  28423: say('IMSI', 'IMSI'),
  28474: say('phone book', '電話帳'),
  28486: say('name of the issuer', '発行者名（SPN）'),
  28539: say('forbidden operators', '禁止 PLMN リスト'),
  28542: say('location (LOCI)', '位置情報（LOCI）'),
  28643: say('location in LTE (EPSLOCI)', 'LTE の位置情報（EPSLOCI）'),
  28531: say('location of the packet domain (PSLOCI)', 'パケットドメインの位置情報（PSLOCI）'),
  28424: say('ciphering and integrity keys', '秘匿・完全性の鍵（Keys）'),
  28425: say('keys of the packet domain', 'パケットドメインの鍵（KeysPS）'),
  28644: say('security context of LTE', 'LTE のセキュリティコンテキスト（EPSNSC）'),
  28480: say('own numbers', '自局番号'),
  28476: say('short messages', 'ショートメッセージ（SMS）'),
  28589: say('administrative data', '管理データ（AD）'),
  28599: say('emergency numbers', '緊急番号'),
  28478: say('group id 1', 'グループ ID 1'),
  28479: say('group id 2', 'グループ ID 2'),
}

const secrets: Record<string, SecretKind> = {
  12258: 'iccid',
  28423: 'imsi',
  28480: 'number',
  28474: 'number',
  28476: 'message',
  28542: 'tmsi',
  28531: 'tmsi',
  28643: 'tmsi',
  28424: 'key',
  28425: 'key',
  28644: 'key',
}

const writings: ReadonlySet<string> = new Set(['214', '220'])

const set = [
  int('command', 'command', '操作', {
    176: say('read binary', 'バイナリ読み出し'),
    178: say('read record', 'レコード読み出し'),
    192: say('get response', '応答取得'),
    214: say('update binary', 'バイナリ書き込み'),
    220: say('update record', 'レコード書き込み'),
    242: say('status', '状態'),
  }),
  int('fileid', 'file', 'ファイル', files),
  int('p1', 'P1', 'P1'),
  int('p2', 'P2', 'P2'),
  int('p3', 'P3', 'P3'),
  text('data', 'data', 'データ'),
]

export default decoder({
  id: '+CRSM',
  title: say('file on the SIM', 'SIM のファイル'),
  does: say('Reads or writes a file on the SIM.', 'SIM のファイルを読み書きします。'),
  spec: '3GPP TS 27.007, 8.18',
  group: 'sim',
  forms: ['set', 'test'],
  asks: true,
  parameters: [
    int('sw1', 'status 1', 'SW1'),
    int('sw2', 'status 2', 'SW2'),
    text('response', 'data', 'データ'),
  ],
  set,
  setFacts(line) {
    // What is written to such a file is the same.
    const kind = writings.has(line.text(0) ?? '') ? secrets[line.text(1) ?? ''] : undefined
    if (kind) line.mark(5, kind)
    return positional(line, set)
  },
  row,
  explain(facts, asked) {
    if (asked.form === 'test' || typeof facts['sw1'] !== 'number') return undefined
    const word = statusWord(facts['sw1'], facts['sw2'])
    const file = files[fileOf(asked)]
    const head = file && say(`File on the SIM: ${file.en}`, `SIM のファイル：${file.ja}`)
    return {
      words: sentences(head, word.words, contents(facts, asked)),
      severity: word.fine ? 'fine' : 'warning',
    }
  },
})

function row(line: Row, asked: Asked): Facts {
  const kind = secrets[fileOf(asked)]
  if (kind) line.mark(2, kind)
  return { sw1: line.int(0, 'sw1'), sw2: line.int(1, 'sw2'), response: line.text(2) }
}

function fileOf(asked: Asked): string {
  return splitFields(asked.command?.args ?? '')[1]?.text ?? ''
}

/** READ BINARY and READ RECORD give what stands in the file, GET RESPONSE and STATUS what kind of file it is (ETSI TS 102 221, 11.1.1.3). */
const readings: ReadonlySet<string> = new Set(['176', '178'])
const properties: ReadonlySet<string> = new Set(['192', '242'])
const operationOf = (asked: Asked): string => splitFields(asked.command?.args ?? '')[0]?.text ?? ''

/** EF_FPLMN: three octets an operator, digits swapped, FFFFFF for an empty place (3GPP TS 31.102, 4.2.16). */
function contents(facts: Facts, asked: Asked) {
  const response = facts['response']
  if (typeof response !== 'string' || response === '') return undefined
  if (properties.has(operationOf(asked)))
    return say('These are the properties of the file', 'これはファイルの属性です')
  if (!readings.has(operationOf(asked))) return undefined
  if (fileOf(asked) === '28589') return digitsOfMnc(response)
  if (fileOf(asked) === '28486') return issuerName(response)
  if (fileOf(asked) !== '28539') return undefined
  const codes = (response.match(/[0-9a-f]{6}/gi) ?? []).flatMap(plmn)
  return codes.length === 0
    ? say('No operator is forbidden', '禁止 PLMN はありません')
    : say(`Forbidden: ${codes.join(', ')}`, `禁止 PLMN：${codes.join('、')}`)
}

function plmn(octets: string): string[] {
  if (/^f{6}$/i.test(octets)) return []
  const [a = '', b = '', c = '', d = '', e = '', f = ''] = octets.toLowerCase()
  return [`${b}${a}${d}${f}${e}${c === 'f' ? '' : c}`]
}

/** EF_AD: the fourth octet is how many digits of the IMSI are the MNC (3GPP TS 31.102, 4.2.18). */
function digitsOfMnc(response: string) {
  const digits = Number(/^[\da-f]{6}0([23])/i.exec(response)?.[1] ?? 0)
  if (digits === 0) return undefined
  return say(`The network code (MNC) has ${digits} digits`, `MNC は ${digits} 桁です`)
}

/** EF_SPN: a display condition, then the name in the GSM alphabet, filled up with FF (3GPP TS 31.102, 4.2.12). */
function issuerName(response: string) {
  const octets = response.slice(2).match(/[\da-f]{2}/gi) ?? []
  const text = octets.filter((octet) => !/^ff$/i.test(octet)).map((octet) => parseInt(octet, 16))
  // Of the GSM alphabet only what is the same in ASCII; UCS2 begins with 80.
  if (
    text.length === 0 ||
    !text.every((code) => code >= 0x20 && code < 0x7b && code !== 0x40 && code !== 0x24)
  )
    return undefined
  const name = String.fromCharCode(...text)
  return say(`Name: ${name}`, `名称：${name}`)
}
