import type { Note } from '@core/at/decoder'
import type { Facts } from '@core/at/knowledge'
import { hex, int, say, secret, text } from '@core/at/parameter'
import type { Row } from '@core/at/row'
import { neighbourWords, servingWords } from '../shared/cell-words'
import { family, table } from '../shared/family'
import { sinrOf } from '../shared/nordic-snr'
import { display, sentences } from '../shared/join'
import { levels } from '../shared/quality'
import { cid, data, item, mode, onOff, value } from '../shared/vocabulary'

const { action, question, setting } = family('Nordic nRF91 AT Commands Reference', 'nordic')

const credential = int(
  'type',
  'kind',
  '種別',
  table(
    '0 CA certificate|CA 証明書',
    '1 client certificate|クライアント証明書',
    '2 client key|クライアント鍵',
    '3 PSK|PSK',
    '4 PSK identity|PSK ID',
  ),
)

const index = (value: number | null | undefined, base: number, step: number) =>
  typeof value === 'number' && value !== 255 ? base + step * value : null

/**
 * `status,"cell","plmn","tac",timing advance,EARFCN,PCI,RSRP,RSRQ,time` and, for each neighbour, `EARFCN,PCI,RSRP,RSRQ,time
 * difference` (nRF91x1 AT Commands Reference Guide, %NCELLMEAS); levels are the indices of 27.007, 8.69.
 */
function measuredCells(row: Row): Facts {
  const plmn = row.text(2) ?? ''
  for (const at of [1, 3]) row.mark(at, 'cell')
  const cellAt = (at: number): Facts => ({
    rat: 'LTE',
    earfcn: row.int(at, 'earfcn') ?? null,
    pci: row.int(at + 1, 'pci') ?? null,
    rsrp_dbm: index(row.int(at + 2, 'rsrp'), -141, 1),
    rsrq_db: index(row.int(at + 3, 'rsrq'), -20, 0.5),
  })
  const status = row.int(0, 'status')
  if (row.count < 10) return { status }
  const others = Array.from({ length: Math.floor((row.count - 10) / 5) }, (_, i) => 10 + 5 * i)
  const serving = {
    ...cellAt(5),
    serving: true,
    ci: row.hex(1, 'ci') ?? null,
    tac: row.hex(3, 'tac') ?? null,
    mcc: plmn.slice(0, 3),
    mnc: plmn.slice(3),
  }
  const neighbours = others.map((at) => ({ ...cellAt(at), serving: false }))
  return { status, cells: [serving, ...neighbours] }
}

function explainCells(facts: Facts): Note | undefined {
  const serving = servingWords(facts)
  if (facts['status'] !== 0 || !serving) return undefined
  return { words: sentences(serving, neighbourWords(facts)) }
}

const energies = int(
  'energy_estimate',
  'energy',
  'エネルギー',
  table(
    '5 excessive|非常に大きい',
    '6 increased|大きい',
    '7 normal|通常',
    '8 reduced|小さい',
    '9 efficient|非常に小さい',
  ),
)

/** The lower edges of the classes. */
function levelsOf({ rsrp, rsrq, snr }: Facts): Facts {
  const known = (value: unknown, most: number): value is number =>
    typeof value === 'number' && value >= 0 && value <= most
  return {
    ...(known(rsrp, 97) ? { rsrp_dbm: rsrp - 141 } : {}),
    ...(known(rsrq, 34) ? { rsrq_db: rsrq / 2 - 20 } : {}),
    ...sinrOf(snr),
  }
}

/** `<phys_cell_id>,<EARFCN>,<rsrp>`, once or several times. */
function neighboursOf(row: Row): Facts[] {
  return Array.from({ length: Math.floor(row.count / 3) }, (_, i) => ({
    rat: 'LTE',
    pci: row.int(3 * i, 'pci') ?? null,
    earfcn: row.int(3 * i + 1, 'earfcn') ?? null,
    ...levelsOf({ rsrp: row.int(3 * i + 2, 'rsrp') ?? null }),
  }))
}

export default [
  question(
    '%CONEVAL',
    'quality of the connection',
    '接続品質の評価',
    [
      int(
        'result',
        'result',
        '結果',
        table(
          '0 success|成功',
          '1 no cell|セルなし',
          '2 SIM missing|SIM なし',
          '3 only barred cells|規制中のセルのみ',
          '4 radio busy|無線部が使用中',
          '5 aborted for something more important|優先度の高い処理のため中断',
          '6 not registered|未登録',
          '7 failed|失敗',
        ),
      ),
      int('rrc_state', 'RRC', 'RRC', table('0 idle|待機', '1 connected|通信中')),
      energies,
      int('rsrp', 'RSRP index', 'RSRP 指数'),
      int('rsrq', 'RSRQ index', 'RSRQ 指数'),
      int('snr', 'SNR index', 'SNR 指数'),
      secret('cell', hex('ci', 'cell', 'セル')),
      text('plmn', 'operator', '事業者'),
      int('pci', 'PCI', 'PCI'),
      int('earfcn', 'EARFCN', 'EARFCN'),
      int('band', 'band', 'バンド'),
      int('tau_triggered', 'tracking area update', 'TAU', table('0 none|なし', '1 follows|あり')),
      int('ce_level', 'coverage class', 'カバレッジ拡張'),
      int('tx_power', 'transmit power', '送信電力'),
      int('tx_repetitions', 'repeated sending', '送信の繰り返し'),
      int('rx_repetitions', 'repeated receiving', '受信の繰り返し'),
      int('dl_pathloss', 'path loss', '伝搬損失'),
    ],
    {
      derive: (facts) => ({ ...facts, ...levelsOf(facts) }),
      explain(facts, asked) {
        const { rsrp_dbm: rsrp = null, rsrq_db: rsrq = null, sinr_db: sinr = null } = facts
        const known = asked.form === 'test' ? undefined : levels({ rsrp, rsrq, sinr })
        const energy = energies.values?.[display(facts['energy_estimate'])]
        if (!known || !energy) return undefined
        return {
          words: sentences(
            say(`Energy of sending: ${energy.en}`, `送信のエネルギー：${energy.ja}`),
            known,
          ),
        }
      },
    },
  ),
  question('%NBRGRSRP', 'RSRP of neighbour cells', '周辺セルの RSRP', [], {
    answer: (rows) => ({ cells: rows.flatMap(neighboursOf) }),
    explain: (facts) => {
      const words = neighbourWords(facts)
      return words && { words }
    },
  }),
  setting(
    '%NCELLMEAS',
    'measuring of neighbour cells',
    '周辺セルの測定',
    [
      int(
        'status',
        'result',
        '結果',
        table('0 success|成功', '1 failed|失敗', '2 not complete|不完全'),
      ),
    ],
    { urc: true, row: measuredCells, explain: explainCells },
  ),
  action('%NCELLMEASSTOP', 'stopping the measuring of cells', 'セル測定の停止'),
  question('%XCBAND', 'band in use', '使用中のバンド', [int('band', 'band', 'バンド')]),
  setting('%XBANDLOCK', 'bands', 'バンドの固定', [
    int(
      'operation',
      'how',
      '方法',
      table(
        '0 all bands|制限なし',
        '1 locked, kept|固定（保持）',
        '2 locked until restart|固定（再起動まで）',
      ),
    ),
    text('mask', 'mask', 'マスク'),
  ]),
  setting(
    '%CMNG',
    'certificates and keys',
    '証明書と鍵',
    [
      int('sec_tag', 'security tag', 'セキュリティタグ'),
      credential,
      text('sha', 'SHA-256', 'SHA-256'),
    ],
    {
      set: [
        int(
          'opcode',
          'what to do',
          '動作',
          table('0 write|書き込み', '1 list|一覧', '2 read|読み出し', '3 delete|削除'),
        ),
        int('sec_tag', 'security tag', 'セキュリティタグ'),
        credential,
      ],
    },
  ),
  question('%XMODEMUUID', 'number of the firmware', 'ファームウェアの UUID', [
    text('uuid', 'UUID', 'UUID'),
  ]),
  question('%SHORTSWVER', 'firmware', 'ファームウェアの版', [
    text('version', 'version', 'バージョン'),
  ]),
  question(
    '%XCONNSTAT',
    'traffic of the connection',
    '通信の統計',
    ['sms_tx', 'sms_rx', 'data_tx_kb', 'data_rx_kb', 'packet_max', 'packet_average'].map((name) =>
      int(name, name.replaceAll('_', ' '), name),
    ),
    { set: [onOff], asks: false },
  ),
  setting('%XAPNSTATUS', 'APNs in use', '使用可能な APN', [item]),
  setting('%XDATAPRFL', 'power profile', '電力プロファイル', [
    int(
      'level',
      'level',
      '段階',
      table(
        '0 lowest power|最小電力',
        '1 low|低',
        '2 normal|標準',
        '3 performance|性能重視',
        '4 highest|最高性能',
      ),
    ),
  ]),
  setting('%REDMOB', 'reduced mobility', '移動性の抑制', [mode]),
  setting('%RAI', 'release assistance', '解放補助（RAI）', [onOff], {
    urc: true,
    isUnsolicited: () => false,
  }),
  setting('%XRAI', 'release assistance of NB-IoT', 'NB-IoT の解放補助（RAI）', [mode]),
  setting('%XEPCO', 'extended protocol options', '拡張プロトコルオプション', [onOff]),
  setting(
    '%XTIME',
    'time from the network',
    'ネットワークからの時刻',
    [
      text('zone', 'zone', 'タイムゾーン'),
      text('time', 'time', '日時'),
      text('dst', 'summer time', '夏時間'),
    ],
    { urc: true, set: [onOff] },
  ),
  setting('%XOPCONF', 'operator settings', '事業者の設定', [mode]),
  setting('%PERIODICSEARCHCONF', 'periodic search', '定期サーチ', [mode]),
  setting('%REL14FEAT', 'features of release 14', 'リリース 14 の機能', [value]),
  setting('%FEACONF', 'features', '機能', [int('operation', 'what to do', '動作'), item, value]),
  setting('%XPDNCFG', 'contexts from the start', '接続時のコンテキスト', [mode]),
  setting('%XGETPDNID', 'number of a connection', 'PDN 番号', [int('pdn_id', 'PDN', 'PDN')], {
    set: [cid],
  }),
  setting(
    '%XPOFWARN',
    'power-off warning',
    '電圧低下警告',
    [int('reports', 'reports', '通知'), int('voltage', 'level', 'レベル')],
    { urc: true },
  ),
  setting('%XVBATLVL', 'battery reports', '電池の通知', [onOff, int('level', 'level', 'レベル')], {
    urc: true,
  }),
  setting('%XVBATLOWLVL', 'low battery limit', '電池低下のしきい値', [int('mv', 'mV', 'mV')]),
  setting('%XTEMPHIGHLVL', 'temperature limit', '温度のしきい値', [int('celsius', '°C', '°C')]),
  setting('%XMAGPIO', 'radio pins', '無線用ピン', [item]),
  setting('%XCOEX0', 'COEX0 pin', 'COEX0 ピン', [item]),
  setting('%XCOEX2', 'COEX2 pin', 'COEX2 ピン', [item]),
  setting('%XMIPIRFFECFG', 'MIPI devices', 'MIPI デバイス', [item]),
  setting(
    '%XMODEMSLEEP',
    'sleep of the modem',
    'モデムのスリープ通知',
    [
      int(
        'type',
        'sleep',
        'スリープ',
        table(
          '1 PSM|PSM',
          '2 eDRX|eDRX',
          '3 flight mode|フライトモード',
          '4 limited service|限定サービス',
        ),
      ),
      int('time_ms', 'ms', 'ms'),
    ],
    { urc: true, set: [onOff] },
  ),
  setting('%XFACTORYRESET', 'factory settings', '初期化', [mode]),
  setting('%XRFTEST', 'radio test', '無線テスト', [item]),
  setting('%XSUDO', 'protected command', '保護コマンド', [data]),
  setting('%KEYGEN', 'making of keys', '鍵の生成', [item]),
  setting('%JWT', 'JSON web token', 'JSON Web Token の生成', [item]),
  setting('%ATTESTTOKEN', 'attestation token', '認証トークン', [data]),
  question('%DEVICEUUID', 'device number', 'デバイスの UUID', [text('uuid', 'UUID', 'UUID')]),
]
