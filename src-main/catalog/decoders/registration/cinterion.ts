import { decoder } from '@core/at/decoder'
import type { Facts, FactValue } from '@core/at/knowledge'
import { int, say, secret, text } from '@core/at/parameter'
import type { Row } from '@core/at/row'

const manual = 'Telit Cinterion ELS/PLS AT command set'
const cid = int('cid', 'context', 'cid')

/** The columns behind the technology; `_` is not given out. */
const columns: Readonly<Record<string, string>> = {
  '2G': 'arfcn rssi_dbm mcc mnc lac ci',
  '3G': 'uarfcn psc ecno_db rscp_dbm mcc mnc lac ci',
  '4G': 'earfcn band dl_bw ul_bw duplex mcc mnc tac ci pci tx_power_dbm rsrp_dbm rsrq_db',
}
const textual = new Set(['duplex', 'mcc', 'mnc'])
const hexadecimal = new Set(['lac', 'tac', 'ci'])

function monitored(row: Row): Facts {
  const rat = row.text(0)
  const states = row.fields.map((field) => field.text)
  const facts: Record<string, FactValue | undefined> = {
    rat,
    state: states.findLast((one) => /^(?:SEARCH|LIMSRV|NOCONN|CONN)$/.test(one)) ?? null,
  }
  if (facts['state'] === 'SEARCH' && row.count < 6) return facts
  const named = new Map(Object.entries(columns)).get(rat ?? '')?.split(' ') ?? []
  named.forEach((name, i) => {
    if (i + 1 < row.count) facts[name] = column(row, i + 1, name)
  })
  return facts
}

/** `-` and `--` stand for what is not known. */
function column(row: Row, i: number, name: string): FactValue | undefined {
  if (/^-+$/.test(row.text(i) ?? '')) return null
  if (hexadecimal.has(name)) {
    row.mark(i, 'cell')
    return row.hex(i, name)
  }
  return textual.has(name) ? row.text(i) : row.decimal(i, name)
}

export default [
  decoder({
    id: '^SMONI',
    title: say('serving cell', '在圏セル'),
    spec: `${manual}, ^SMONI`,
    group: 'cinterion',
    forms: ['action', 'set', 'test'],
    asks: true,
    parameters: [
      text('rat', 'technology', '方式'),
      text('state', 'state', '状態', {
        SEARCH: say('searching', '検索中'),
        LIMSRV: say('limited service', '限定サービス'),
        NOCONN: say('registered, idle', '登録済み・待受'),
        CONN: say('connected', '通信中'),
      }),
      int('rssi_dbm', 'dBm', 'dBm'),
      int('rscp_dbm', 'RSCP dBm', 'RSCP dBm'),
      int('rsrp_dbm', 'RSRP dBm', 'RSRP dBm'),
      int('rsrq_db', 'RSRQ dB', 'RSRQ dB'),
    ],
    row: monitored,
  }),
  decoder({
    id: '^SMONG',
    title: say('GPRS monitor', 'GPRS モニター'),
    spec: `${manual}, ^SMONG: a table under a heading`,
    group: 'cinterion',
    forms: ['action', 'set', 'test'],
    asks: true,
    free: true,
    answer(rows) {
      const line = rows.map((row) => row.line.trim()).find((one) => /^\d+\s+\d\s/.test(one))
      const [bcch, status, , , mcc, mnc] = line?.split(/\s+/) ?? []
      if (bcch === undefined) return {}
      return { bcch: Number(bcch), gprs_status: Number(status), mcc: mcc ?? null, mnc: mnc ?? null }
    },
  }),
  decoder({
    id: '^SLCC',
    title: say('calls in progress', '進行中の通話'),
    spec: `${manual}, ^SLCC`,
    group: 'cinterion',
    forms: ['action', 'read', 'set', 'test'],
    list: 'calls',
    urc: true,
    parameters: [
      int('idx', 'call', '通話番号'),
      int('dir', 'direction', '方向', { 0: say('outgoing', '発信'), 1: say('incoming', '着信') }),
      int('stat', 'state', '状態'),
      int('mode', 'mode', '種別'),
      int('mpty', 'conference', '会議通話'),
      int('tch', 'traffic channel assigned', '通話チャネル割り当て'),
      secret('number', text('number', 'number', '番号')),
      int('type', 'type of number', '番号種別'),
      secret('name', text('alpha', 'name', '名前')),
    ],
    set: [int('n', 'reporting', '通知')],
  }),
  decoder({
    id: '^SWWAN',
    title: say('network adapter of the modem', 'WWAN アダプター'),
    spec: `${manual}, ^SWWAN`,
    group: 'cinterion',
    list: 'contexts',
    urc: true,
    parameters: [
      cid,
      int('state', 'state', '状態', { 0: say('down', '切断'), 1: say('up', '接続') }),
      int('wwan_adapter', 'adapter', 'アダプター'),
    ],
    set: [
      int('action', 'action', '動作', { 0: say('down', '切断'), 1: say('up', '接続') }),
      cid,
      int('wwan_adapter', 'adapter', 'アダプター'),
    ],
  }),
  decoder({
    id: '^SGAUTH',
    title: say('authentication of contexts', 'コンテキストの認証'),
    spec: `${manual}, ^SGAUTH`,
    group: 'cinterion',
    list: 'contexts',
    parameters: [
      cid,
      int('auth_prot', 'protocol', '認証方式', {
        0: say('none', 'なし'),
        1: say('PAP', 'PAP'),
        2: say('CHAP', 'CHAP'),
      }),
      secret('password', text('userid', 'user name', 'ユーザー名')),
      secret('password', text('password', 'password', 'パスワード')),
    ],
  }),
  decoder({
    id: '^SXRAT',
    title: say('choice of radio technology', '無線方式の選択'),
    spec: `${manual}, ^SXRAT`,
    group: 'cinterion',
    parameters: [
      int('rat', 'technology', '方式', {
        0: say('GSM', 'GSM'),
        2: say('UMTS', 'UMTS'),
        3: say('LTE', 'LTE'),
        4: say('UMTS and LTE', 'UMTS・LTE'),
        5: say('GSM and LTE', 'GSM・LTE'),
        6: say('GSM, UMTS and LTE', 'GSM・UMTS・LTE'),
      }),
      int('pref1', 'preferred first', '第 1 優先'),
      int('pref2', 'preferred second', '第 2 優先'),
    ],
  }),
  decoder({
    id: '^SIND',
    title: say('indicator', 'インジケーター'),
    spec: `${manual}, ^SIND`,
    group: 'cinterion',
    parameters: [
      text('descr', 'indicator', '項目'),
      int('mode', 'reporting', '通知'),
      int('value', 'value', '値'),
    ],
  }),
  decoder({
    id: '#SWPKGV',
    title: say('software package', 'ソフトウェアパッケージ'),
    spec: 'Telit FN980/LE910Cx AT commands, #SWPKGV',
    group: 'telit',
    forms: ['action', 'test'],
    free: true,
    parameters: [text('package_version', 'package', 'パッケージ')],
    answer: ([first]) => ({ package_version: first?.tail || null }),
  }),
  decoder({
    id: '!SCACT',
    title: say('active contexts', 'コンテキストの状態'),
    spec: 'Sierra Wireless AT reference, !SCACT',
    group: 'sierra',
    list: 'contexts',
    least: 2,
    parameters: [
      cid,
      int('state', 'state', '状態', { 0: say('down', '切断'), 1: say('up', '接続') }),
    ],
    set: [int('state', 'state', '状態', { 0: say('down', '切断'), 1: say('up', '接続') }), cid],
    ends: {},
  }),
]
