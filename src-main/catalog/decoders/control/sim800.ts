import { decoder } from '@core/at/decoder'
import type { Facts } from '@core/at/knowledge'
import { int, say, text } from '@core/at/parameter'
import type { Row } from '@core/at/row'
import { family, table } from '../shared/family'
import { display } from '../shared/join'
import { item, mode, onOff } from '../shared/vocabulary'

const manual = 'SIM800 Series AT Command Manual V1.12, 6.2.29 (AT+CLTS)'

/** `2024,5,6,7,8,9,"+36",0`: the time is UTC, the zone in quarters of an hour, then summer time in hours. */
function networkTime(row: Row): Facts {
  const [year, month, day, hour, minute, second] = [0, 1, 2, 3, 4, 5].map((i) => row.int(i))
  const zone = row.int(6, 'zone')
  const full = typeof year === 'number' && year < 100 ? 2000 + year : year
  return {
    year: full,
    month,
    day,
    hour,
    minute,
    second,
    tz_quarters: zone,
    utc_offset_minutes: typeof zone === 'number' ? zone * 15 : null,
    dst_hours: row.int(7, 'summer time'),
  }
}

/** `Operator:"BENCH",MCC:460,MNC:00,Rxlev:37,Cellid:2BF1,Arfcn:8,Lac:2789,Bsic:1D` */
function netCell(row: Row): Facts {
  const [, cell] = /\bOperator:"([^"]{1,40})"/.exec(row.line) ?? []
  const [, mcc, mnc] = /\bMCC:(\d{3}),MNC:(\d{2,3})/.exec(row.line) ?? []
  return { cell: cell ?? null, mcc: mcc ?? null, mnc: mnc ?? null }
}

const two = (value: unknown) => (typeof value === 'number' ? String(value).padStart(2, '0') : '?')

const v112 = family('SIM800 Series AT Command Manual V1.12', 'simcom')
const v109 = family('SIM800 Series AT Command Manual V1.09', 'simcom')

export default [
  decoder({
    id: '*PSUTTZ',
    prefixes: ['*PSUTTZ', '+PSUTTZ'],
    title: say('time from the network', 'ネットワークからの時刻'),
    spec: manual,
    group: 'simcom',
    forms: [],
    urc: true,
    row: networkTime,
    explain(facts) {
      const { year, month, day, hour, minute, second, utc_offset_minutes: offset } = facts
      if (typeof year !== 'number') return undefined
      const time = `${year}-${two(month)}-${two(day)} ${two(hour)}:${two(minute)}:${two(second)}`
      const hours = typeof offset === 'number' ? offset / 60 : undefined
      const zone = hours === undefined ? '?' : `${hours < 0 ? '' : '+'}${hours} h`
      const dst = display(facts['dst_hours'])
      return {
        words: say(
          `Time from the network: ${time} UTC, zone ${zone} (${display(facts['tz_quarters'])} quarters), summer time ${dst}.`,
          `ネットワークからの時刻：${time} UTC、時差 ${zone}（15 分単位で ${display(facts['tz_quarters'])}）、夏時間 ${dst}`,
        ),
      }
    },
  }),
  decoder({
    id: 'DST',
    prefixes: ['DST'],
    title: say('summer time from the network', 'ネットワークからの夏時間'),
    spec: manual,
    group: 'simcom',
    forms: [],
    urc: true,
    parameters: [int('dst_hours', 'hours', '時間')],
  }),
  decoder({
    id: '*PSNWID',
    title: say('name of the network', 'ネットワークの名称'),
    spec: manual,
    group: 'simcom',
    forms: [],
    urc: true,
    parameters: [
      text('mcc', 'MCC', 'MCC'),
      text('mnc', 'MNC', 'MNC'),
      text('full_name', 'name', '名称'),
      int('full_name_ci', 'country initials', '国名表示'),
      text('short_name', 'short name', '略称'),
    ],
  }),
  v112.setting('+CLTS', 'time from the network', 'ネットワークからの時刻取得', [
    int('mode', 'state', '状態', table('0 off|オフ', '1 on|オン')),
  ]),
  v112.setting('+SLEDS', 'timing of the network light', 'ネットワーク LED の点滅', [
    mode,
    int('on_ms', 'on ms', '点灯 ms'),
    int('off_ms', 'off ms', '消灯 ms'),
  ]),
  v112.setting('+CBAND', 'band', 'バンド', [text('band', 'band', 'バンド')]),
  v112.setting('+EGPRS', 'EDGE', 'EDGE の設定', [mode]),
  v112.setting('+CGMSCLASS', 'GPRS class', 'GPRS クラス', [int('class', 'class', 'クラス')]),
  v109.question(
    '+GSV',
    'maker, model and firmware',
    'メーカー・型番・ファームウェア',
    [text('text', 'text', '内容')],
    {
      free: true,
      answer: (rows) => ({ text: rows.map(({ line }) => line.trim()).join(', ') || null }),
    },
  ),
  v109.question(
    '+CNETSCAN',
    'cells of all operators',
    '全事業者のセル',
    [text('cell', 'cell', 'セル')],
    {
      set: [mode],
      free: true,
      list: 'cells',
      row: netCell,
      answer: (rows) => ({ cells: rows.map(netCell) }),
    },
  ),
  v109.setting('+CBATCHK', 'watching the supply voltage', '電源電圧の監視', [onOff]),
  v109.setting('+CIURC', '“Call Ready” and its kin', '“Call Ready” などの通知', [onOff]),
  v109.setting('+CSGS', 'network light while data are sent', '通信中のネットワーク LED', [mode]),
  v109.setting('+CMGHEX', 'messages as hex', 'メッセージの 16 進送信', [onOff]),
  v109.setting('+EXUNSOL', 'further unsolicited lines', '追加の通知', [item, onOff]),
  v109.setting('+SJDR', 'jamming detection', '妨害電波の検出', [onOff], {
    urc: [text('state', 'state', '状態')],
  }),
  v109.action('+SPWM', 'changing a PWM output', 'PWM 出力の設定', [
    int('channel', 'channel', 'チャネル'),
    int('period', 'period', '周期'),
    int('level', 'level', 'レベル'),
  ]),
]
