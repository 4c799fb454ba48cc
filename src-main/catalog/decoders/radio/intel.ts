import { int, text } from '@core/at/parameter'
import { family, table } from '../shared/family'
import { cid, mode, onOff } from '../shared/vocabulary'

const { news, question, setting } = family('Intel XMM / Fibocom L8xx AT commands', 'others')

const act = int(
  'act',
  'technology',
  '方式',
  table(
    '0 GSM|GSM',
    '1 UMTS|UMTS',
    '2 LTE|LTE',
    '3 GSM and UMTS|GSM・UMTS',
    '4 UMTS and LTE|UMTS・LTE',
    '5 GSM and LTE|GSM・LTE',
    '6 GSM, UMTS and LTE|GSM・UMTS・LTE',
  ),
)
export default [
  setting('+XACT', 'choice of radio technology and bands', '無線方式とバンドの選択', [act], {
    row: (row) => ({
      act: row.int(0, 'act'),
      pref1: row.int(1, 'pref1'),
      pref2: row.int(2, 'pref2'),
      bands: row.fields.slice(3).map((field) => field.text),
    }),
  }),
  question('+XCESQI', 'signal, in the modem’s own steps', '電波強度（モデム独自の段階値）', [], {
    urc: true,
    row: (row) => ({ values: row.fields.map((_field, i) => row.int(i) ?? null) }),
  }),
  question('+XLEC', 'LTE carriers in use', '使用中の LTE キャリア', [], {
    urc: true,
    row: (row) => ({ values: row.fields.map((field) => field.text) }),
  }),
  question('+XMCI', 'cells that are heard', 'セルの一覧', [int('type', 'kind', '種別')], {
    set: [mode],
    list: 'cells',
    urc: true,
    row(row) {
      row.mark(3, 'cell')
      row.mark(4, 'cell')
      return {
        type: row.int(0, 'type'),
        mcc: row.text(1),
        mnc: row.text(2),
        area: row.hex(3, 'area'),
        ci: row.hex(4, 'ci'),
      }
    },
  }),
  setting(
    '+XDATACHANNEL',
    'data channel of a context',
    'コンテキストのデータチャネル',
    [
      int('active', 'state', '状態', table('0 off|オフ', '1 on|オン')),
      int('routing', 'routing', '経路'),
      text('path', 'path', '経路名'),
    ],
    { ends: {} },
  ),
  setting(
    '+XSIMSTATE',
    'reports of the SIM state',
    'SIM 状態の通知',
    [onOff, int('state', 'state', '状態')],
    { urc: true },
  ),
  news('+XSIM', 'SIM state changed', 'SIM 状態の変化', [int('state', 'state', '状態')]),
  setting(
    '+XREG',
    'registration',
    '登録状態',
    [int('n', 'reports', '通知'), int('stat', 'state', '状態')],
    {
      urc: [int('stat', 'state', '状態')],
      isUnsolicited: (row) => row.count === 1,
    },
  ),
  setting(
    '+XDNS',
    'DNS servers of a context',
    'コンテキストの DNS サーバー',
    [cid, text('dns1', 'DNS 1', 'DNS 1'), text('dns2', 'DNS 2', 'DNS 2')],
    { list: 'contexts' },
  ),
]
