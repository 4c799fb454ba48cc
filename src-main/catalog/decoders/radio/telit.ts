import type { FactValue, Facts } from '@core/at/knowledge'
import { int, say, text } from '@core/at/parameter'
import type { Row } from '@core/at/row'
import { clock } from '../shared/clock'
import { family, table } from '../shared/family'
import { display, sentences } from '../shared/join'
import { levelSeverity, levels } from '../shared/quality'
import { mode, onOff, timeoutS, value } from '../shared/vocabulary'

const { news, question, setting } = family('Telit xE910/FN980 AT Commands Reference Guide', 'telit')

/** What stands before a colon in #MONI, and the fact it gives. */
const places: Readonly<Record<string, string>> = {
  rsrp: 'rsrp_dbm',
  rsrq: 'rsrq_db',
  rscp: 'rscp_dbm',
  ecio: 'ecio_db',
  pwr: 'rssi_dbm',
  earfcn: 'earfcn',
  uarfcn: 'uarfcn',
  arfcn: 'arfcn',
  pci: 'pci',
  psc: 'psc',
  drx: 'drx',
  ta: 'ta',
  rxqual: 'rxqual',
  cc: 'mcc',
  nc: 'mnc',
  bsic: 'bsic',
}

const asText = new Set(['mcc', 'mnc', 'bsic'])

/**
 * `#MONI: <name> RSRP:-101 RSRQ:-13 TAC:1A2B Id:01A2B3C EARFCN:1850 PWR:-68dbm`. A row without an area code is a neighbour,
 * whose Id is the physical cell id.
 */
function monitored(row: Row): Facts {
  const facts: Record<string, FactValue> = {}
  const pairs = [...row.tail.slice(0, 400).matchAll(/([A-Za-z]+): ?(-\d+(?:\.\d+)?|[0-9A-F]+)/g)]
  const name = /^(.*?)(?: *(?:RSRP|PSC|BSIC|Cc):|$)/.exec(row.tail)?.[1]?.trim()
  if (name) facts['netname'] = name
  const found = new Map(pairs.map(([, key = '', value = '']) => [key.toLowerCase(), value]))
  for (const [key, value] of found) {
    const fact = new Map(Object.entries(places)).get(key)
    if (fact !== undefined) facts[fact] = asText.has(fact) ? value : Number(value)
  }
  const area = found.get('tac') ?? found.get('lac')
  const id = found.get('id')
  if (area !== undefined) {
    row.markText(area, 'cell')
    facts[found.has('tac') ? 'tac' : 'lac'] = parseInt(area, 16)
  }
  if (id === undefined) return facts
  if (area === undefined && found.has('rsrp')) return { ...facts, pci: parseInt(id, 16) }
  row.markText(id, 'cell')
  return { ...facts, ci: parseInt(id, 16) }
}

const tableHead = /^Cell +BSIC\b/
/** A row of a table with columns (80000ST10025a, #MONI): `S 70 55FA 1D23 736 -83dbm 19 33 1 0 I WIND`; neighbours end behind C2. */
const tableRow =
  /^(S|N\d) +([\dA-F]{1,2}) +([\dA-F]{1,4}) +([\dA-F]{1,8}) +(\d{1,4}) +(-\d{1,3}) ?dbm(?: +-?\d+ +-?\d+(?: +(\d+) +(\d+) +(\S.*))?)?$/i

function inTable(row: Row): Facts | undefined {
  const found = tableRow.exec(row.tail.trim())
  if (!found) return undefined
  const [, cell = '', bsic = '', lac = '', ci = '', arfcn, rssi, ta, rxqual, netname] = found
  row.markText(lac, 'cell')
  row.markText(ci, 'cell')
  return {
    cell,
    ...(netname === undefined ? {} : { netname }),
    bsic,
    lac: parseInt(lac, 16),
    ci: parseInt(ci, 16),
    arfcn: Number(arfcn),
    rssi_dbm: Number(rssi),
    ...(ta === undefined ? {} : { ta: Number(ta), rxqual: Number(rxqual) }),
  }
}

const bands = [
  int('gsm', 'GSM band number', 'GSM バンド番号'),
  int('umts', 'UMTS band number', 'UMTS バンド番号'),
  text('lte', 'LTE mask', 'LTE マスク'),
  text('lte_more', 'further mask', '追加マスク'),
]

const he910 = family('Telit LE910/HE910/ME910 AT Commands Reference Guide', 'telit')
const gsm = family('Telit AT Commands Reference Guide (80000ST10025a)', 'telit')

/** `#MONIZIP: 26201,23,0,1A2B,3C4D,60,-92,3` of GSM; other technologies have fields of their own. */
function zipped(row: Row): Facts {
  const plmn = /^(\d{3})(\d{2,3})$/.exec(row.text(0) ?? '')
  if (!plmn || row.count !== 8) return {}
  row.mark(3, 'cell')
  row.mark(4, 'cell')
  return {
    mcc: plmn[1],
    mnc: plmn[2],
    bsic: row.text(1),
    rxqual: row.int(2, 'rxqual'),
    lac: row.hex(3, 'lac'),
    ci: row.hex(4, 'ci'),
    arfcn: row.int(5, 'arfcn'),
    rssi_dbm: row.int(6, 'rssi_dbm'),
    ta: row.int(7, 'ta'),
  }
}

export default [
  question('#MONI', 'cells that are heard', 'セルの一覧', [], {
    set: [int('what', 'what', '対象')],
    answer: (rows) => ({
      cells: rows
        .filter((row) => !tableHead.test(row.tail))
        .map((row) => inTable(row) ?? monitored(row)),
    }),
    explain(facts, asked) {
      const [first] = Array.isArray(facts['cells']) ? facts['cells'] : []
      if (asked.form === 'test' || typeof first !== 'object' || first === null) return undefined
      const cell = new Map(Object.entries(first))
      const values = {
        rsrp: cell.get('rsrp_dbm'),
        rsrq: cell.get('rsrq_db'),
        rscp: cell.get('rscp_dbm'),
        ecio: cell.get('ecio_db'),
        rssi: cell.get('rssi_dbm'),
      }
      const name = cell.get('netname')
      const operator =
        typeof name === 'string' ? say(`operator ${name}`, `事業者 ${name}`) : undefined
      const said = sentences(operator, levels(values))
      return {
        words: said.en === '' ? say('Cells', 'セルの一覧') : said,
        severity: levelSeverity(values),
      }
    },
  }),
  gsm.question('#MONIZIP', 'cells that are heard, in short form', 'セルの一覧（短縮形式）', [], {
    set: [int('what', 'what', '対象')],
    row: zipped,
    explain(facts, asked) {
      const { rssi_dbm: rssi, mcc, mnc, arfcn } = facts
      if (asked.form === 'test' || typeof rssi !== 'number') return undefined
      const operator = typeof mcc === 'string' ? display(mcc) + display(mnc) : ''
      const cell = say(
        `operator ${operator}, ARFCN ${display(arfcn)}`,
        `事業者 ${operator}、ARFCN ${display(arfcn)}`,
      )
      return { words: sentences(cell, levels({ rssi })), severity: levelSeverity({ rssi }) }
    },
  }),
  question('#CSURV', 'survey of the cells', 'セルの調査', [], { free: true }),
  question('#CSURVC', 'survey of the cells, as numbers', 'セルの調査（数値）', [], { free: true }),
  setting('#BND', 'bands', 'バンド', bands),
  setting('#AUTOBND', 'automatic choice of bands', 'バンドの自動選択', [mode]),
  setting('#FWSWITCH', 'firmware of the operator', '事業者別ファームウェア', [
    int('image', 'image', 'イメージ'),
    int('storage', 'kept', '保存'),
    int('restore', 'settings', '設定の復元'),
  ]),
  setting('#FWAUTOSIM', 'firmware after the SIM', 'SIM に合わせたファームウェア切り替え', [mode]),
  question('#FWREADY', 'firmware of the operator is ready', '事業者別ファームウェアの準備', [mode]),
  setting('#WS46', 'radio technology of the modem', '無線方式', [int('n', 'choice', '選択')]),
  setting('#ENS', 'AT&T network selection', 'AT&T 向けネットワーク選択', [onOff]),
  setting('#RXDIV', 'receive diversity', '受信ダイバーシティ', [
    int('n', 'diversity', 'ダイバーシティ'),
  ]),
  setting('#RXTOGGLE', 'antenna in use', '使用アンテナ', [mode]),
  setting('#PLMNMODE', 'operator names', '事業者名の表示方法', [mode]),
  setting(
    '#NITZ',
    'time and name from the network',
    'ネットワークからの時刻と名称',
    [int('val', 'what it sets', '反映内容'), int('mode', 'reports', '通知')],
    {
      urc: [text('time', 'time', '日時')],
      isUnsolicited: (row) => row.tail.includes('/'),
      row: (row, asked) =>
        asked.form === 'urc' || row.tail.includes('/')
          ? {
              time: row.tail.replaceAll('"', ''),
              ...clock(row),
              dst_hours: row.int(2, 'dst') ?? null,
            }
          : { val: row.int(0, 'val'), mode: row.int(1, 'mode') },
    },
  ),
  question('#CCLK', 'clock with summer time', '夏時間付きの時計', [text('time', 'time', '日時')], {
    set: [text('time', 'time', '日時')],
    forms: ['read', 'set', 'test'],
    row: (row) => ({ ...clock(row), time: row.text(0) }),
  }),
  setting(
    '#SIMDET',
    'detection of the SIM',
    'SIM の検出',
    [
      int('mode', 'mode', 'モード'),
      int('simin', 'SIMIN', 'SIMIN', table('0 no card|カードなし', '1 card|カードあり')),
    ],
    { urc: true },
  ),
  setting('#SIMSELECT', 'SIM slot in use', '使用中の SIM スロット', [
    int('slot', 'slot', 'スロット'),
  ]),
  setting('#SPN', 'name of the operator on the SIM', 'SIM の事業者名', [
    text('name', 'name', '名前'),
  ]),
  setting('#USBCFG', 'ports on USB', 'USB の構成', [int('composition', 'composition', '構成番号')]),
  setting('#PORTCFG', 'use of the serial ports', 'シリアルポートの割り当て', [
    int('requested', 'variant', '構成'),
    int('active', 'in use', '使用中'),
  ]),
  setting('#TEMPMON', 'temperature monitor', '温度監視', [
    int('mode', 'mode', 'モード', table('0 set the action|動作の設定', '1 measure now|今すぐ測定')),
    int('urc_mode', 'reports', '通知'),
    int('action', 'action', '動作'),
  ]),
  news('#TEMPMEAS', 'temperature of the modem', 'モデムの温度', [
    int(
      'level',
      'level',
      'レベル',
      table(
        '-2 far too cold|極低温',
        '-1 too cold|低温',
        '0 normal|正常',
        '1 too hot|高温',
        '2 far too hot|極高温',
      ),
    ),
    int('temperature_c', '°C', '℃'),
  ]),
  question(
    '#CBC',
    'supply voltage',
    '電源電圧',
    [int('power_state', 'supply', '電源の状態'), int('voltage_v', 'V', 'V')],
    {
      row: (row) => {
        const centivolts = row.int(row.count - 1, 'voltage')
        return {
          ...(row.count > 1 ? { power_state: row.int(0, 'power_state') } : {}),
          voltage_v: typeof centivolts === 'number' ? centivolts / 100 : null,
        }
      },
    },
  ),
  setting('#GPIO', 'GPIO', 'GPIO の設定', [
    int('pin', 'pin', 'ピン'),
    int('value', 'level', 'レベル'),
    int(
      'direction',
      'direction',
      '方向',
      table('0 input|入力', '1 output|出力', '2 other use|代替機能'),
    ),
  ]),
  setting('#SLED', 'status light', 'ステータス LED', [mode]),
  question(
    '#HWREV',
    'hardware revision',
    'ハードウェアリビジョン',
    [text('revision', 'revision', 'リビジョン')],
    {
      free: true,
    },
  ),
  question('#CEER', 'last error of a call', '通話の直近のエラー', [int('cause', 'cause', '理由')]),
  question('#CEERNET', 'last error of the network', 'ネットワークの直近のエラー', [
    int('cause', 'cause', '理由'),
  ]),
  question('#CEERNETEXT', 'last error of the network', 'ネットワークの直近のエラー', [
    int('cause', 'cause', '理由'),
  ]),
  question(
    '#GAUTH',
    'authentication of dialled contexts',
    'ダイヤル時の認証',
    [
      int(
        'auth_prot',
        'authentication',
        '認証方式',
        table('0 none|なし', '1 PAP|PAP', '2 CHAP|CHAP'),
      ),
    ],
    { forms: ['read', 'set', 'test'] },
  ),
  he910.setting('#TXMONMODE', 'transmission monitor', '送信の監視', [mode]),
  he910.setting('#5GCTL', '5G', '5G の動作', [mode]),
  he910.question('#CAINFO', 'carrier aggregation', 'キャリアアグリゲーション', [value]),
  he910.setting('#LTECAT', 'LTE category', 'LTE カテゴリー', [
    int('category', 'category', 'カテゴリー'),
  ]),
  gsm.setting('#REGMODE', 'form of the registration reports', '登録通知の形式', [mode]),
  gsm.question('#ECONLY', 'Ec/Io of the serving cell', '在圏セルの Ec/Io', [value]),
  gsm.setting('#FDOR', 'fast dormancy', '高速休止（Fast Dormancy）', [mode, timeoutS]),
  gsm.setting('#JDR', 'jamming detection', '妨害電波の検出', [mode, value], { urc: true }),
  gsm.setting('#JDRENH', 'enhanced jamming detection', '拡張の妨害電波検出', [mode, value]),
  gsm.setting('#JDRENH2', 'enhanced jamming detection (second)', '拡張の妨害電波検出 2', [
    mode,
    value,
  ]),
]
