import type { Facts } from '@core/at/knowledge'
import { int, secret, text } from '@core/at/parameter'
import type { Row } from '@core/at/row'
import { family, table } from '../shared/family'
import { levelSeverity, levels } from '../shared/quality'
import {
  data,
  host,
  item,
  length,
  onOff,
  port,
  protocol,
  socket,
  state,
  value,
} from '../shared/vocabulary'

/** Sony Altair ALT1250 and ALT1255: Murata 1SC and 1SC-NTN, WNC M14A2A, Würth Adrastea-I, Sierra HL7800. */
const { action, news, question, setting } = family(
  'Sony Altair ALT125x (Murata Type 1SC) AT Commands Reference',
  'others',
)

const labels: readonly (readonly [fact: string, label: RegExp])[] = [
  ['earfcn', /\bEARFCN ?= ?(\d+)/i],
  ['pci', /\bCell ?ID ?= ?(\d+)/i],
  ['rsrp_dbm', /\bRSRP(?::Reported)? ?= ?(-?\d+(?:\.\d+)?|N\/A)/i],
  ['rsrq_db', /\bRSRQ(?::Reported)? ?= ?(-?\d+(?:\.\d+)?|N\/A)/i],
  ['sinr_db', /\bSINR(?::Reported)? ?= ?(-?\d+(?:\.\d+)?|N\/A)/i],
  ['rssi_dbm', /\bRSSI(?::Reported)? ?= ?(-?\d+(?:\.\d+)?|N\/A)/i],
]

/** `Signal Quality: RSRP = -98, RSRQ = -10, …` and `EARFCN=5826, CellID=420, RSRP=-99, RSRQ=-15`; N/A is no measurement. */
function measured(row: Row): Facts {
  const found = labels.flatMap(([fact, label]) => {
    const said = label.exec(row.tail)?.[1]
    return said === undefined ? [] : [[fact, /\d/.test(said) ? Number(said) : null]]
  })
  return Object.fromEntries(found) as Facts
}

/** What is configured by a word may carry a login behind the address. */
function withLogin(...at: readonly number[]) {
  return (row: Row): Facts => {
    for (const i of at) row.mark(i, 'password')
    return { item: row.text(0) ?? null, value: row.text(2) ?? null }
  }
}

const socketEvent = int(
  'event',
  'event',
  'イベント',
  table('1 data to be read|受信データあり', '3 closed by the other side|相手側から切断'),
)

const sockets = [
  action(
    '%SOCKETCMD',
    'changing a socket',
    'ソケットの操作',
    [
      text('command', 'what', '操作'),
      socket,
      protocol,
      text('direction', 'how', '方法'),
      host,
      port,
    ],
    {
      row: (row) =>
        row.count === 1
          ? { socket: row.int(0, 'socket') }
          : { state: row.text(0), protocol: row.text(1), ...addressOf(row, 2) },
    },
  ),
  action(
    '%SOCKETDATA',
    'sending or receiving on a socket',
    'ソケットの送受信',
    [text('command', 'what', '操作'), socket, length, data],
    {
      parameters: [
        socket,
        length,
        int('more', 'waiting', '残り'),
        data,
        secret('address', text('address', 'address', 'アドレス')),
        port,
      ],
    },
  ),
  setting('%SOCKETEV', 'events of sockets', 'ソケットのイベント', [socketEvent, onOff], {
    urc: [socketEvent, socket],
    isUnsolicited: () => false,
  }),
  action(
    '%PINGCMD',
    'sending pings from the modem',
    'モデムからの ping',
    [
      int('kind', 'kind of address', 'アドレス種別'),
      host,
      int('count', 'count', '回数'),
      length,
      int('timeout_s', 'time limit s', 'タイムアウト 秒'),
    ],
    {
      parameters: [
        int('number', 'number', '番号'),
        secret('address', text('address', 'address', 'アドレス')),
        int('time_ms', 'ms', 'ms'),
        int('ttl', 'TTL', 'TTL'),
      ],
      urc: true,
    },
  ),
  action(
    '%DNSRSLV',
    'looking a name up',
    '名前解決',
    [int('kind', 'kind of address', 'アドレス種別'), host],
    {
      parameters: [
        int('kind', 'kind of address', 'アドレス種別'),
        secret('address', text('address', 'address', 'アドレス')),
      ],
    },
  ),
]

function addressOf(row: Row, at: number): Facts {
  row.mark(at, 'address')
  row.mark(at + 1, 'address')
  return {
    local_address: row.text(at),
    address: row.text(at + 1),
    local_port: row.int(at + 2),
    port: row.int(at + 3),
  }
}

const signal = question('%MEAS', 'measurements of the modem', 'モデムの測定値', [], {
  set: [text('which', 'which', '種別')],
  urc: true,
  setAnswers: true,
  row: measured,
  explain(facts, asked) {
    const values = {
      rsrp: facts['rsrp_dbm'],
      rsrq: facts['rsrq_db'],
      sinr: facts['sinr_db'],
      rssi: facts['rssi_dbm'],
    }
    const words = asked.form === 'test' ? undefined : levels(values)
    return words && { words, severity: levelSeverity(values) }
  },
})

/** Only what they are called: the manual is given to customers alone. */
const named: readonly (readonly [id: string, en: string, ja: string])[] = [
  ['%PDNACT', 'activation of a PDN', 'PDN の有効化'],
  ['%PDNRDP', 'what the network granted a PDN', 'PDN の割り当て'],
  ['%PDNSTAT', 'state of the PDNs', 'PDN の状態'],
  ['%PCOINFO', 'protocol options from the network', 'ネットワークからの PCO'],
  ['%PCONI', 'cell and operator in use', '在圏セルと事業者'],
  ['%RATIMGSEL', 'choice of the radio image', '無線イメージの選択'],
  ['%RATACT', 'choice of radio technology', '方式の選択'],
  ['%SETCFG', 'changing a setting', '設定の変更'],
  ['%GETCFG', 'reading a setting', '設定の読み出し'],
  ['%SETACFG', 'changing a setting', '設定の変更'],
  ['%GETACFG', 'reading a setting', '設定の読み出し'],
  ['%SETSYSCFG', 'changing a setting of the system', 'システム設定の変更'],
  ['%GETSYSCFG', 'reading a setting of the system', 'システム設定の読み出し'],
  ['%STATUS', 'state of a part of the modem', '各部の状態'],
  ['%IGNSSACT', 'built-in GNSS', '内蔵 GNSS'],
  ['%IGNSSCFG', 'settings of the built-in GNSS', '内蔵 GNSS の設定'],
  ['%IGNSSEV', 'reports of the built-in GNSS', '内蔵 GNSS の通知'],
  ['%CERTCFG', 'certificates of a profile', 'プロファイルの証明書'],
  ['%HTTPEV', 'reports of HTTP', 'HTTP の通知'],
  ['%HTTPREAD', 'reading an HTTP answer', 'HTTP 応答の読み出し'],
  ['%MQTTEV', 'reports of MQTT', 'MQTT の通知'],
]

export default [
  signal,
  ...sockets,
  ...named.map(([id, en, ja]) =>
    setting(id, en, ja, [item, value], {
      row: (row) => ({
        item: row.text(0),
        value:
          row.fields
            .slice(1)
            .map((one) => one.text)
            .join(',') || null,
      }),
    }),
  ),
  setting(
    '%PDNSET',
    'definition of a PDN',
    'PDN の定義',
    [int('session', 'session', 'セッション'), text('apn', 'APN', 'APN')],
    {
      setFacts: (row) => {
        row.mark(4, 'password')
        row.mark(5, 'password')
        return { session: row.int(0, 'session'), apn: row.text(1) }
      },
    },
  ),
  setting('%HTTPCFG', 'settings of HTTP', 'HTTP の設定', [item, value], {
    setFacts: withLogin(3, 4),
  }),
  setting('%MQTTCFG', 'settings of MQTT', 'MQTT の設定', [item, value], {
    setFacts: withLogin(4, 5),
  }),
  action('%HTTPCMD', 'sending an HTTP request', 'HTTP リクエストの送信', [
    text('command', 'what', '操作'),
    int('profile', 'profile', 'プロファイル'),
  ]),
  action('%MQTTCMD', 'changing an MQTT session', 'MQTT セッションの操作', [
    text('command', 'what', '操作'),
    int('client', 'client', 'クライアント'),
  ]),
  action('%CERTCMD', 'changing the stored certificates', '証明書の操作', [
    text('command', 'what', '操作'),
    text('file', 'file', 'ファイル'),
  ]),
  news('%HTTPEVU', 'event of HTTP', 'HTTP のイベント', [
    text('event', 'event', 'イベント'),
    int('profile', 'profile', 'プロファイル'),
    int('result', 'result', '結果', table('0 success|成功')),
  ]),
  news('%MQTTEVU', 'event of MQTT', 'MQTT のイベント', [
    text('event', 'event', 'イベント'),
    int('client', 'client', 'クライアント'),
    int('result', 'result', '結果', table('0 success|成功')),
  ]),
  news(
    '%IGNSSEVU',
    'event of the built-in GNSS',
    '内蔵 GNSS のイベント',
    [text('event', 'event', 'イベント')],
    {
      row(row) {
        row.mark(4, 'position')
        row.mark(5, 'position')
        return { event: row.text(0) }
      },
    },
  ),
  news('%BOOTEV', 'start of the modem', 'モデムの起動', [int('kind', 'kind', '種別')]),
  setting('%NOTIFYEV', 'reports of the modem', 'モデムの通知', [item, value], {
    urc: true,
    isUnsolicited: () => false,
  }),
  setting('%STATCM', 'reports of the connection', '接続の通知', [onOff], {
    urc: [state, int('reason', 'reason', '理由')],
    isUnsolicited: () => false,
  }),
]
