import type { FactValue, Facts } from '@core/at/knowledge'
import { decimal, int, say, text } from '@core/at/parameter'
import { offOn } from '@core/at/words'
import type { Row } from '@core/at/row'
import { family, table } from '../shared/family'
import { display } from '../shared/join'
import { cid, mode, onOff, password, user, value } from '../shared/vocabulary'

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

/** Bandwidths of LTE by their index. */
const lteMhz = [1.4, 3, 5, 10, 15, 20]

/** `n,carriers,<bandwidth of each>,BAND_LTE_<primary>,<bands of the others>`. */
function carriers(row: Row): Facts {
  const count = row.int(1, 'carriers')
  const many = typeof count === 'number' ? Math.min(Math.max(count, 0), 8) : 0
  const widths = row.fields
    .slice(2, 2 + many)
    .map(({ text: given }) => lteMhz[Number(given)] ?? null)
  const bands = row.fields
    .slice(2 + many)
    .map(({ text: given }) => Number(/(\d{1,3})$/.exec(given)?.[1] ?? 0))
    .filter((number) => number > 0)
  return { n: row.int(0, 'n'), carriers: count, bandwidths_mhz: widths, bands }
}

const cell = [
  int(
    'type',
    'kind',
    '種別',
    table(
      '0 serving, GSM|在圏（GSM）',
      '1 neighbour, GSM|隣接（GSM）',
      '2 serving, UMTS|在圏（UMTS）',
      '3 neighbour, UMTS|隣接（UMTS）',
      '4 serving, LTE|在圏（LTE）',
      '5 neighbour, LTE|隣接（LTE）',
    ),
  ),
  int('pci', 'physical cell', '物理セル'),
  int('earfcn', 'EARFCN', 'EARFCN'),
  decimal('rsrp_dbm', 'RSRP dBm', 'RSRP dBm'),
  decimal('rsrq_db', 'RSRQ dB', 'RSRQ dB'),
]

/** Of a neighbour whose system information was not read: areas of 23.003, 4.1 that are none, a cell with all bits set. */
const noArea: ReadonlySet<number> = new Set([0, 0xfffe, 0xffff])
const noCell: ReadonlySet<number> = new Set([0xffff_ffff])

function told(value: number | null | undefined, none: ReadonlySet<number>) {
  return typeof value === 'number' && none.has(value) ? null : value
}

/** LTE: `type,mcc,mnc,tac,ci,pci,dl,ul,…,rsrp,rsrq` with hex numbers and the indices of 27.007, 8.69. */
function heard(row: Row): Facts {
  row.mark(3, 'cell')
  row.mark(4, 'cell')
  const type = row.int(0, 'type')
  const common = {
    type,
    ...(row.text(1) === '000' ? { mcc: null, mnc: null } : { mcc: row.text(1), mnc: row.text(2) }),
    area: told(row.hex(3, 'area'), noArea),
    ci: told(row.hex(4, 'ci'), noCell),
  }
  if (type !== 4 && type !== 5) return common
  const [rsrp, rsrq] = [row.int(9, 'rsrp'), row.int(10, 'rsrq')]
  return {
    ...common,
    pci: row.hex(5, 'pci'),
    earfcn: row.hex(6, 'earfcn'),
    rsrp_dbm: typeof rsrp === 'number' && rsrp <= 97 ? rsrp - 141 : null,
    rsrq_db: typeof rsrq === 'number' && rsrq <= 34 ? rsrq / 2 - 20 : null,
  }
}

const xmm = family('Intel XMM 7xxx AT commands (Fibocom L8xx)', 'others')
const n720 = family('Neoway N720/N58 AT Commands Manual', 'others')

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
  question(
    '+XLEC',
    'LTE carriers in use',
    '使用中の LTE キャリア',
    [int('n', 'reports', '通知', offOn)],
    {
      urc: true,
      row: carriers,
      explain: ({ carriers: count, bandwidths_mhz: widths, bands }, { form }) => {
        if (form === 'test' || typeof count !== 'number') return undefined
        if (count === 0)
          return { words: say('The modem is not on LTE.', 'モデムは LTE に接続していません。') }
        const listed = (values: unknown, joint: string) =>
          Array.isArray(values) ? values.map((one) => display(one as FactValue)).join(joint) : '?'
        const [mhz, on] = [listed(widths, ' + '), listed(bands, ', ')]
        return {
          words: say(
            `LTE carriers in use: ${count} (${mhz} MHz), band ${on}.`,
            `使用中の LTE キャリア：${count} 波（${mhz} MHz）、バンド ${on}`,
          ),
        }
      },
    },
  ),
  question('+XMCI', 'cells that are heard', 'セルの一覧', cell, {
    set: [mode],
    list: 'cells',
    urc: true,
    row: heard,
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
  xmm.question('+XCSQ', 'signal strength', '信号強度', [
    int('rscp', 'RSCP', 'RSCP'),
    int('ecno', 'Ec/No', 'Ec/No'),
  ]),
  xmm.setting('+XCGCLASS', 'GPRS class', 'GPRS クラス', [value]),
  xmm.setting('+XDRV', 'driver of the modem', 'モデムのドライバー', [value]),
  xmm.setting('+XSYSTRACE', 'traces', 'トレース', [mode, value]),
  xmm.setting('+XNVMPLMN', 'list of networks', 'ネットワークリスト', [value]),
  xmm.question('+XCCINFO', 'serving cell', '在圏セル', [value]),
  xmm.setting('+XRAT', 'radio technologies', '無線方式', [
    int('act', 'technology', '方式'),
    int('preferred', 'first', '優先'),
  ]),
  xmm.question('+XUICC', 'kind of the card', 'カードの種別', [mode]),
  n720.setting('+XGAUTH', 'authentication of a context', 'コンテキストの認証', [
    int('cid', 'context', 'コンテキスト'),
    int('auth_prot', 'protocol', '認証方式'),
    user,
    password,
  ]),
]
