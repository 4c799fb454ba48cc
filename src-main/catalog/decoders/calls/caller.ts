import { decoder } from '@core/at/decoder'
import type { Facts } from '@core/at/knowledge'
import { type Parameter, type ValueMeanings, int, say, secret, text } from '@core/at/parameter'
import { offOn } from '@core/at/words'
import { positional, testFacts } from '@core/at/read-facts'
import type { Row } from '@core/at/row'

/** 3GPP TS 24.008, 10.5.4.7. */
const numberTypes: ValueMeanings = {
  128: say('unknown', '不明'),
  129: say('as dialled', '発信どおり'),
  145: say('international', '国際'),
  161: say('national', '国内'),
}

const caller: Parameter[] = [
  secret('number', text('number', 'caller', '発信者番号')),
  int('type', 'type of number', '番号種別', numberTypes),
  text('subaddr', 'subaddress', 'サブアドレス'),
  int('satype', 'type of subaddress', 'サブアドレス種別'),
  secret('name', text('alpha', 'name', '名前')),
  int('cli_validity', 'number shown', '番号通知', {
    0: say('yes', '通知あり'),
    1: say('withheld by the caller', '発信者が非通知'),
    2: say('not available', '通知不可'),
    3: say('payphone', '公衆電話'),
    4: say('not available', '通知不可'),
  }),
]

const setting: Parameter[] = [
  int('n', 'show callers', '発信者番号の表示', offOn),
  int('m', 'the network offers it', 'ネットワーク側の提供'),
]

const clip = decoder({
  id: '+CLIP',
  title: say('number of the caller', '発信者番号'),
  spec: '3GPP TS 27.007, 7.6',
  group: 'call',
  parameters: [...setting, ...caller],
  set: [int('n', 'show callers', '発信者番号の表示', offOn)],
  urc: true,
  isUnsolicited: (row) => !isSetting(row),
  test: testFacts(setting.slice(0, 1)),
  row: (row): Facts => positional(row, isSetting(row) ? setting : caller),
})

/** `1,1` is the setting; a caller has a quoted number, or a type above 127. */
function isSetting(row: Row): boolean {
  return row.count <= 2 && row.fields.every((field) => !field.quoted && /^\d$/.test(field.text))
}

const clir = decoder({
  id: '+CLIR',
  title: say('hiding of the own number', '発信者番号非通知'),
  spec: '3GPP TS 27.007, 7.7',
  group: 'call',
  parameters: [int('n', 'setting', '設定'), int('m', 'state', '状態')],
})

const colp = decoder({
  id: '+COLP',
  title: say('number of the called side', '接続先番号'),
  spec: '3GPP TS 27.007, 7.8',
  group: 'call',
  parameters: [int('n', 'show', '表示', offOn), int('m', 'offered', 'ネットワーク側の提供')],
  urc: [
    secret('number', text('number', 'number', '番号')),
    int('type', 'type of number', '番号種別'),
  ],
  isUnsolicited: (row) => row.fields[0]?.quoted === true,
})

const cssi = decoder({
  id: '+CSSI',
  title: say('call service, outgoing', '付加サービス（発信）'),
  spec: '3GPP TS 27.007, 7.17',
  group: 'call',
  forms: [],
  parameters: [int('code', 'code', 'コード')],
  urc: true,
})

const cssn = decoder({
  id: '+CSSN',
  title: say('reporting of call services', '付加サービスの通知'),
  spec: '3GPP TS 27.007, 7.17',
  group: 'call',
  parameters: [int('n', 'outgoing', '発信側'), int('m', 'incoming', '着信側')],
})

const cssu = decoder({
  id: '+CSSU',
  title: say('call service, incoming', '付加サービス（着信）'),
  spec: '3GPP TS 27.007, 7.17',
  group: 'call',
  forms: [],
  parameters: [int('code', 'code', 'コード')],
  urc: true,
})

const cring = decoder({
  id: '+CRING',
  title: say('incoming call', '着信'),
  spec: '3GPP TS 27.007, 6.11',
  group: 'call',
  forms: [],
  urc: true,
  parameters: [text('type', 'type', '種別')],
  row: (row: Row) => ({ type: row.tail || null }),
})

const ring = decoder({
  id: 'RING',
  pattern: /^RING$/,
  title: say('incoming call', '着信'),
  spec: 'ITU-T V.250, 5.7.1',
  group: 'call',
  explain: () => ({ words: say('A call is coming in.', '着信があります。'), severity: 'notice' }),
})

const missedCall = decoder({
  id: 'MISSED_CALL',
  prefixes: ['MISSED_CALL'],
  title: say('missed call', '不在着信'),
  spec: 'A76XX manual, MISSED_CALL',
  group: 'call',
  forms: [],
  urc: true,
  parameters: [text('details', 'time and number', '時刻と番号')],
  row(row: Row) {
    const number = /\+?\d{5,}\s*$/.exec(row.tail.slice(-40))?.[0].trim()
    if (number !== undefined) row.markText(number, 'number')
    return { details: row.tail || null }
  },
  explain: () => ({ words: say('A call was missed.', '不在着信がありました。') }),
})

const voiceCall = decoder({
  id: 'VOICE CALL',
  prefixes: ['VOICE CALL'],
  title: say('voice call', '音声通話'),
  spec: 'A76XX manual, VOICE CALL',
  group: 'call',
  forms: [],
  urc: true,
  parameters: [text('event', 'event', 'イベント'), int('duration_s', 'seconds', '秒数')],
  row(row: Row) {
    const found = /^(BEGIN|END)\s*(?::\s*(\d{1,9}))?/.exec(row.tail)
    if (!found) row.refuse('BEGIN or END')
    return {
      event: found?.[1] ?? null,
      ...(found?.[2] === undefined ? {} : { duration_s: Number(found[2]) }),
    }
  },
})

const rxdtmf = decoder({
  id: '+RXDTMF',
  title: say('DTMF key received', 'DTMF の受信'),
  spec: 'A76XX manual',
  group: 'call',
  forms: [],
  parameters: [text('key', 'key', 'キー')],
  urc: true,
})

export default [clip, clir, colp, cssi, cssn, cssu, cring, ring, missedCall, voiceCall, rxdtmf]
