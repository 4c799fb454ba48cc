import { decoder } from '@core/at/decoder'
import type { Facts } from '@core/at/knowledge'
import { int, say, secret, text } from '@core/at/parameter'
import type { Row } from '@core/at/row'
import { family, table } from '../shared/family'
import { levels, levelSeverity } from '../shared/quality'
import {
  address,
  band,
  data,
  length,
  onOff,
  port,
  socket,
  state,
  value,
  item,
} from '../shared/vocabulary'

// NB-IoT modules with Huawei's Boudica chip: Quectel BC95, BC35, BC28 and u-blox SARA-N2 share these names.
const manual = 'Quectel BC95-G&BC68 AT Commands Manual'
const { action, news, question, setting } = family(manual, 'quectel')

/** What a firmware says where it has measured nothing. */
const nothing = -32768

/** `Signal power:-682`, and with a name asked for `NUESTATS: RADIO,Signal power,-682`: powers and ratios in tenths. */
function statistics(rows: readonly Row[]): Facts {
  const facts: Record<string, number | null> = {}
  for (const row of rows) {
    Object.assign(facts, cellOf(row))
    const [, name = '', said = ''] =
      /^(?:\+?NUESTATS: ?RADIO, ?)?([A-Za-z][A-Za-z ]{1,20}?)[:,] ?(-?\d{1,10})$/.exec(
        row.line.trim(),
      ) ?? []
    const known = statisticsOf[name.toLowerCase()]
    if (known === undefined) continue
    if (known.fact === 'cell') row.markText(said, 'cell')
    const number = Number(said)
    const measured = number !== nothing && number !== 4294967295 && number !== 65535
    facts[known.fact] = measured ? (known.tenths ? number / 10 : number) : null
  }
  return facts
}

/** `NUESTATS:CELL,<EARFCN>,<PCI>,<primary>,<RSRP>,<RSRQ>,<RSSI>,<SNR>` of the serving cell, in tenths (BC95 manual, +NUESTATS). */
function cellOf(row: Row): Record<string, number | null> {
  const found = /^\+?NUESTATS: ?CELL,(\d+),(\d+),1,(-?\d+),(-?\d+),(-?\d+),(-?\d+)$/.exec(
    row.line.trim(),
  )
  if (!found) return {}
  const [earfcn = 0, pci = 0, ...levels] = found.slice(1).map(Number)
  const [rsrp = null, rsrq = null, rssi = null, sinr = null] = levels.map((one) =>
    one === nothing ? null : one / 10,
  )
  return { earfcn, pci, rsrp_dbm: rsrp, rsrq_db: rsrq, rssi_dbm: rssi, sinr_db: sinr }
}

const statisticsOf: Readonly<Record<string, { fact: string; tenths?: true } | undefined>> = {
  'signal power': { fact: 'rsrp_dbm', tenths: true },
  'total power': { fact: 'rssi_dbm', tenths: true },
  'tx power': { fact: 'tx_power_dbm', tenths: true },
  'tx time': { fact: 'tx_ms' },
  'rx time': { fact: 'rx_ms' },
  'cell id': { fact: 'cell' },
  ecl: { fact: 'ecl' },
  snr: { fact: 'sinr_db', tenths: true },
  earfcn: { fact: 'earfcn' },
  pci: { fact: 'pci' },
  rsrq: { fact: 'rsrq_db', tenths: true },
  'operator mode': { fact: 'operator_mode' },
}

function statisticsNote(facts: Facts) {
  const values = {
    rsrp: facts['rsrp_dbm'],
    rsrq: facts['rsrq_db'],
    sinr: facts['sinr_db'],
    rssi: facts['rssi_dbm'],
  }
  const said = levels(values)
  if (said) return { words: said, severity: levelSeverity(values) }
  const known = Object.values(facts)
  return known.length > 0 && known.every((value) => value === null)
    ? { words: say('Not measured: the modem hears no cell.', '未測定：セルを受信していません。') }
    : { words: say('Statistics of the radio.', '無線の統計です。') }
}

export default [
  action('+NRB', 'restarting the modem', 'モデムの再起動', [], { ends: { final: /^REBOOTING$/ } }),
  setting('+NCONFIG', 'behaviour of the modem (NB-IoT)', 'モデムの動作設定（NB-IoT）', [
    item,
    value,
  ]),
  decoder({
    id: 'REBOOTING',
    pattern: /^REBOOTING$/,
    title: say('restart', '再起動'),
    spec: `${manual}, +NRB`,
    group: 'quectel',
    final: 'hard',
    explain: () => ({
      words: say(
        'The modem restarts; its settings of the session are gone.',
        'モデムが再起動します。セッション中の設定は失われます。',
      ),
      severity: 'notice',
    }),
  }),
  question('+NUESTATS', 'statistics of the radio (NB-IoT)', '無線の統計（NB-IoT）', [item, value], {
    set: [item],
    free: true,
    answer: statistics,
    explain: (facts, asked) => (asked.form === 'test' ? undefined : statisticsNote(facts)),
  }),
  setting('+NBAND', 'bands (NB-IoT)', 'バンド（NB-IoT）', [band]),
  setting('+NEARFCN', 'fixed EARFCN (NB-IoT)', 'EARFCN の固定（NB-IoT）', [
    int('search_mode', 'mode', 'モード'),
    int('earfcn', 'EARFCN', 'EARFCN'),
    text('pci', 'PCI', 'PCI'),
  ]),
  action('+NCSEARFCN', 'clearing stored EARFCNs', '保存済み EARFCN の消去'),
  action(
    '+NSOCR',
    'opening a socket',
    'ソケットの作成',
    [
      text('type', 'kind', '種別'),
      int('protocol', 'protocol', 'プロトコル', table('6 TCP|TCP', '17 UDP|UDP')),
      port,
      int('receive', 'receive', '受信', table('0 ignored|しない', '1 reported|する')),
    ],
    { parameters: [socket], free: true },
  ),
  action('+NSOCO', 'connecting a socket', 'ソケットの接続', [socket, address, port]),
  action('+NSOST', 'sending a datagram', 'UDP の送信', [socket, address, port, length, data], {
    parameters: [socket, length],
  }),
  action('+NSOSD', 'sending on a socket', 'ソケットへの送信', [socket, length, data], {
    parameters: [socket, length],
  }),
  action(
    '+NSORF',
    'reading what a socket received',
    'ソケット受信データの読み出し',
    [socket, length],
    {
      parameters: [
        socket,
        address,
        port,
        length,
        data,
        int('remaining', 'octets left', '残りオクテット'),
      ],
      // BC95 and SARA-N2 answer with the values alone.
      free: true,
    },
  ),
  action('+NSOCL', 'closing a socket', 'ソケットの切断', [socket]),
  news('+NSONMI', 'datagram waits on a socket', 'ソケットに UDP データあり', [socket, length]),
  news('+NSOCLI', 'socket closed', 'ソケットの切断', [socket]),
  news('+NPINGERR', 'ping failed', 'ping の失敗', [
    int('err', 'cause', '理由', table('1 no answer|応答なし', '2 could not be sent|送信失敗')),
  ]),
  action(
    '+NPING',
    'sending pings',
    'ping の送信',
    [address, length, int('timeout_ms', 'time limit ms', 'タイムアウト ms')],
    {
      parameters: [
        int('retry', 'number', '番号'),
        address,
        int('ttl', 'TTL', 'TTL'),
        int('rtt_ms', 'round trip ms', '往復時間 ms'),
      ],
      urc: true,
    },
  ),
  setting('+NCDP', 'server of the IoT platform', 'IoT プラットフォームのサーバー', [address, port]),
  action('+NMGS', 'sending a message to the IoT platform', 'IoT プラットフォームへの送信', [
    length,
    data,
  ]),
  action(
    '+NMGR',
    'reading a message of the IoT platform',
    'IoT プラットフォームからの読み出し',
    [],
    { parameters: [length, data] },
  ),
  question('+NMSTATUS', 'registration at the IoT platform', 'IoT プラットフォームへの登録状態', [
    text('state', 'state', '状態'),
  ]),
  setting(
    '+NNMI',
    'reports of received messages',
    '受信メッセージの通知',
    [
      int(
        'n',
        'reports',
        '通知',
        table('0 off|オフ', '1 with the data|データ付き', '2 only the note|通知のみ'),
      ),
    ],
    { urc: [length, data] },
  ),
  setting('+NSMI', 'reports of sent messages', '送信結果の通知', [onOff], {
    urc: [text('status', 'state', '状態')],
  }),
  question('+NQMGR', 'received messages', '受信メッセージの件数', [item, value]),
  question('+NQMGS', 'sent messages', '送信メッセージの件数', [item, value]),
  setting('+NPSMR', 'reports of PSM', 'PSM の通知', [onOff], {
    urc: [int('mode', 'PSM', 'PSM', table('0 left|復帰', '1 entered|移行'))],
  }),
  setting('+NPTWEDRXS', 'eDRX and its paging window', 'eDRX とページング窓', [state]),
  question('+NPOWERCLASS', 'power class', '送信電力クラス', [
    band,
    int('power_class', 'class', 'クラス'),
  ]),
  question('+NCHIPINFO', 'temperature and voltage', '温度と電圧', [item, value], { set: [item] }),
  question('+NCCID', 'card number (ICCID)', 'カード番号（ICCID）', [
    secret('iccid', text('iccid', 'ICCID', 'ICCID')),
  ]),
  setting('+NLOGLEVEL', 'level of the log', 'ログのレベル', [item, value]),
  action('+NTSETID', 'writing the IMEI', 'IMEI の書き込み', [
    int('snt', 'kind', '種別'),
    secret('imei', text('imei', 'IMEI', 'IMEI')),
  ]),
  setting('+NATSPEED', 'speed of the serial port', 'シリアルの速度', [
    int('baud', 'bit/s', 'ビット/秒'),
  ]),
  setting('+QREGSWT', 'registration at the IoT platform', 'IoT プラットフォームへの登録方法', [
    int(
      'type',
      'registration',
      '登録',
      table('0 by command|手動', '1 at attach|自動', '2 off|なし'),
    ),
  ]),
  action('+QLWULDATA', 'sending a message by LwM2M', 'LwM2M での送信', [length, data]),
  action('+QLWSREGIND', 'starting an LwM2M registration', 'LwM2M の登録操作', [
    int('type', 'what to do', '動作'),
  ]),
]
