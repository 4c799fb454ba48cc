import type { Facts } from '@core/at/knowledge'
import { int, say, secret, text } from '@core/at/parameter'
import type { Row } from '@core/at/row'
import { family } from '../shared/family'
import { display, sentences } from '../shared/join'
import { labelled } from '../shared/labelled'
import { levels, levelSeverity } from '../shared/quality'
import { address, cid, item, mode, value } from '../shared/vocabulary'

const { action, question, setting } = family(
  'Sierra Wireless EM/MC74xx, EM75xx, EM919x AT Command Reference (41110843, 41113480)',
  'sierra',
)

const pairs = { free: true, answer: labelled, forms: ['action', 'read', 'set', 'test'] } as const

/** `!SELRAT: 03, UMTS 3G Preferred`, `09, LTE ALL, 00000000…`: the number is hex; its name depends on the firmware. */
function numbered(rows: readonly Row[]): Facts {
  const found = rows
    .map((row) => /^([0-9A-F]{1,2}) *, *([^,]+)/i.exec(row.tail))
    .find((one) => one !== null)
  return found ? { index: found[1] ?? null, name: found[2]?.trim() ?? null } : {}
}

const choice = {
  free: true,
  answer: numbered,
  test: (rows: readonly Row[]): Facts => ({
    index_values: rows.flatMap((row) => /^[0-9A-F]{1,2}(?= *,)/i.exec(row.tail)?.[0] ?? []),
  }),
  parameters: [text('index', 'number', '番号'), text('name', 'name', '名前')],
  set: [text('index', 'number', '番号'), text('name', 'name', '名前')],
} as const

/** `State: Low Power Mode`, `LPM voters - Temp:0, Volt:0, User:1, W_DISABLE:0 …`. */
function power(rows: readonly Row[]): Facts {
  const state = rows.map((row) => /^State: *(.+)$/i.exec(row.line)?.[1]).find((one) => one)
  const voters = rows
    .filter((row) => /^LPM (?:voters|force flags)/i.test(row.tail))
    .flatMap((row) => [...row.tail.matchAll(/([A-Z_0-9]+) ?: ?(\d+)/gi)])
    .flatMap(([, name = '', count]) => (Number(count) > 0 ? [name] : []))
  return { ...(state === undefined ? {} : { state: state.trim() }), voters }
}

/** `800 310 410 35666 0A14666A 2 5 5 22 404 -14.1 -79.6 -45.5 --` under `EARFCN MCC MNC TAC CID Bd D U SNR PCI RSRQ RSRP RSSI RXLV`. */
function serving(rows: readonly Row[]): Facts {
  const row = rows.find((one) => /^\d+ +\d{3} +\d{2,3} +\d+ +[0-9A-F]+ +\d/i.test(one.tail))
  if (!row) return {}
  const [earfcn, mcc, mnc, tac, cell, band, , , snr, pci, rsrq, rsrp, rssi] = row.tail.split(/ +/)
  if (tac !== undefined) row.markText(` ${tac} `, 'cell')
  if (cell !== undefined) row.markText(cell, 'cell')
  return {
    earfcn: Number(earfcn),
    mcc: mcc ?? null,
    mnc: mnc ?? null,
    tac: Number(tac),
    ci: parseInt(cell ?? '', 16),
    band: Number(band),
    sinr_db: measured(snr),
    pci: measured(pci),
    rsrq_db: measured(rsrq),
    rsrp_dbm: measured(rsrp),
    rssi_dbm: measured(rssi),
  }
}

/** Below `IntraFreq:` stand cells of the same channel, the serving one among them: `114 -10.8 -84.4 -52.7 --`. */
function heardCells(rows: readonly Row[]): Facts[] {
  const own = serving(rows)
  const from = rows.findIndex((row) => /IntraFreq/i.test(row.line))
  const others = rows.slice(from + 1, from < 0 ? 0 : undefined)
  const end = others.findIndex((row) => /[A-Za-z]+:/.test(row.line))
  const near = others.slice(0, end < 0 ? undefined : end).flatMap((row): Facts[] => {
    const [pci, rsrq, rsrp, rssi, ...more] = row.line.trim().split(/ +/)
    if (more.length > 1 || !/^\d{1,3}$/.test(pci ?? '') || measured(rsrp) === null) return []
    return [
      {
        serving: false,
        earfcn: own['earfcn'],
        pci: Number(pci),
        rsrq_db: measured(rsrq),
        rsrp_dbm: measured(rsrp),
        rssi_dbm: measured(rssi),
      },
    ]
  })
  return own['earfcn'] === undefined ? near : [{ ...own, serving: true }, ...near]
}

function measured(given: string | undefined): number | null {
  return given !== undefined && /^-?\d{1,5}(?:\.\d+)?$/.test(given) ? Number(given) : null
}

/** Where the modem is stands in lines such as `Lat: 37 Deg 24 Min …`. */
function position(rows: readonly Row[]): Facts {
  for (const row of rows) {
    const place = /^(?:Lat|Lon)\w*: *(.+)$/i.exec(row.tail)?.[1]
    if (place !== undefined) row.markText(place, 'position')
  }
  return labelled(rows)
}

export default [
  question('!PCINFO', 'power state', '電源の状態', [], {
    free: true,
    includes: ['STATE'],
    answer: power,
    explain(facts, asked) {
      const { state } = facts
      if (asked.form === 'test' || typeof state !== 'string') return undefined
      const voters = Array.isArray(facts['voters']) ? facts['voters'].map(String).join(', ') : ''
      const low = /low power/i.test(state) || /^0\b/.test(state)
      const why = voters === '' ? undefined : say(`held by ${voters}`, `要因：${voters}`)
      return {
        words: sentences(
          say(`power state: ${state}`, `電源の状態：${state}`),
          low ? why : undefined,
          low
            ? say(
                'the radio is off: AT+CFUN=1, W_DISABLE, AT!PCOFFEN and AT!IMPREF are the usual reasons',
                '無線がオフです。AT+CFUN=1、W_DISABLE 端子、AT!PCOFFEN、AT!IMPREF を確認してください',
              )
            : undefined,
        ),
        severity: low ? 'warning' : 'fine',
      }
    },
  }),
  setting('!PCOFFEN', 'what W_DISABLE does', 'W_DISABLE 端子の動作', [mode], { free: true }),
  question('!PCTEMP', 'temperature of the modem', 'モデムの温度', [], {
    ...pairs,
    explain: ({ temperature, temp_state: state }, asked) =>
      asked.form === 'test' || typeof temperature !== 'number'
        ? undefined
        : {
            words: say(
              `Temperature of the modem: ${temperature} °C${typeof state === 'string' ? ` (${state})` : ''}.`,
              `モデムの温度：${temperature} ℃${typeof state === 'string' ? `（${state}）` : ''}`,
            ),
          },
  }),
  question('!PCVOLT', 'supply voltage', '電源電圧', [], {
    ...pairs,
    explain({ power_supply_voltage: voltage, volt_state: state }, asked) {
      const mv = /^(\d+) *mV/.exec(display(voltage))?.[1]
      if (asked.form === 'test' || mv === undefined) return undefined
      const how = typeof state === 'string' ? state : undefined
      return {
        words: say(
          `Supply voltage: ${mv} mV${how === undefined ? '' : ` (${how})`}.`,
          `電源電圧：${mv} mV${how === undefined ? '' : `（${how}）`}`,
        ),
      }
    },
  }),
  setting('!SELRAT', 'choice of radio technology', '無線方式の選択', [], choice),
  setting('!BAND', 'bands', 'バンド', [], choice),
  question('!GETBAND', 'band in use', '使用中のバンド', [text('band', 'band', 'バンド')], {
    row: (row) => ({ band: row.tail || null }),
  }),
  question(
    '!GETRAT',
    'radio technology in use',
    '使用中の無線方式',
    [text('rat', 'technology', '方式')],
    {
      row: (row) => ({ rat: row.tail || null }),
    },
  ),
  setting(
    '!IMPREF',
    'firmware of the operator',
    '事業者別ファームウェア',
    [text('carrier', 'carrier', '事業者')],
    {
      free: true,
      answer: labelled,
      explain(facts, asked) {
        if (asked.form === 'test') return undefined
        const differ = ['fw_version', 'carrier_name', 'config_name'].filter((name) => {
          const [wanted, active] = [facts[`preferred_${name}`], facts[`current_${name}`]]
          return wanted !== undefined && active !== undefined && wanted !== active
        })
        const known = facts['current_carrier_name'] ?? facts['preferred_carrier_name']
        // Line by line: each says one thing of several.
        if (known === undefined) return undefined
        const name = display(known)
        if (differ.length === 0)
          return {
            words: say(`Firmware of the operator: ${name}.`, `事業者別ファームウェア：${name}`),
          }
        return {
          words: say(
            `The firmware in use is not the preferred one (${differ.join(', ')}): the modem stays in low power mode.`,
            `使用中のファームウェアが優先設定と異なります（${differ.join('、')}）。モデムは低電力モードのままになります。`,
          ),
          severity: 'warning',
        }
      },
    },
  ),
  setting(
    '!GOBIIMPREF',
    'firmware of the operator',
    '事業者別ファームウェア',
    [text('carrier', 'carrier', '事業者')],
    {
      free: true,
      answer: labelled,
    },
  ),
  question('!IMAGE', 'firmware images in the modem', 'モデム内のファームウェア', [], {
    free: true,
    row: () => ({}),
  }),
  question('!PRIID', 'carrier settings of the modem', '事業者設定の識別情報', [], pairs),
  setting(
    '!USBCOMP',
    'interfaces on USB',
    'USB の構成',
    [
      int('config_index', 'configuration', '構成'),
      int('config_type', 'type', '種別'),
      text('interface_bitmask', 'interfaces', 'インターフェース'),
    ],
    { free: true, answer: labelled },
  ),
  setting('!UDUSBCOMP', 'interfaces on USB', 'USB の構成', [
    int('composition', 'composition', '構成番号'),
  ]),
  question('!UDINFO', 'USB identity', 'USB の識別情報', [], pairs),
  setting('!USBVID', 'USB vendor id', 'USB ベンダー ID', [text('id', 'id', 'ID')], { free: true }),
  setting('!USBPID', 'USB product id', 'USB 製品 ID', [text('id', 'id', 'ID')], {
    free: true,
    row: (row) => ({ id: row.tail || null }),
  }),
  setting('!USBPRODUCT', 'USB product name', 'USB 製品名', [text('name', 'name', '名前')], {
    free: true,
  }),
  setting('!USBSPEED', 'USB speed', 'USB の速度', [mode], {
    free: true,
    row: (row) => ({ mode: row.tail || null }),
  }),
  setting('!UIMS', 'SIM in use', '使用中の SIM', [int('slot', 'slot', 'スロット')]),
  setting('!CUSTOM', 'customised settings', 'カスタム設定', [item, value], {
    free: true,
    row: () => ({}),
  }),
  question(
    '!HWID',
    'hardware revision',
    'ハードウェアリビジョン',
    [text('revision', 'revision', 'リビジョン')],
    {
      free: true,
      row: (row) => ({ revision: row.tail || null }),
    },
  ),
  question('!SCPADDR', 'address of a context', 'コンテキストのアドレス', [cid, address], {
    set: [cid],
    list: 'contexts',
  }),
  question('!LTEINFO', 'serving and neighbouring LTE cells', 'LTE の在圏・隣接セル', [], {
    free: true,
    answer: (rows) => ({ ...serving(rows), cells: heardCells(rows) }),
    explain(facts, asked) {
      const values = { rsrp: facts['rsrp_dbm'], rsrq: facts['rsrq_db'], sinr: facts['sinr_db'] }
      const said = levels(values)
      if (asked.form === 'test' || !said) return undefined
      const where = say(
        `LTE band ${display(facts['band'])}`,
        `LTE バンド ${display(facts['band'])}`,
      )
      return { words: sentences(where, said), severity: levelSeverity(values) }
    },
  }),
  question('!LTECA', 'LTE carrier aggregation', 'LTE キャリアアグリゲーション', [], pairs),
  question('!NRINFO', '5G cell', '5G のセル', [], pairs),
  question('!NRPCI', '5G physical cell', '5G の物理セル', [], pairs),
  question('!LTENAS', 'LTE registration details', 'LTE 登録の詳細', [], pairs),
  question('!GPSSTATUS', 'state of GNSS', 'GNSS の状態', [], pairs),
  question('!GPSLOC', 'position', '現在位置', [], { ...pairs, answer: position }),
  question('!GPSSATINFO', 'satellites', '衛星の情報', [], { free: true, row: () => ({}) }),
  action(
    '!GPSFIX',
    'starting one position fix',
    '単独測位の開始',
    [
      mode,
      int('max_time_s', 'longest time s', '最大時間 秒'),
      int('accuracy_m', 'accuracy m', '精度 m'),
    ],
    { parameters: [text('text', 'text', '内容')], free: true },
  ),
  action(
    '!GPSTRACK',
    'starting repeated position fixes',
    '連続測位の開始',
    [
      mode,
      int('max_time_s', 'longest time s', '最大時間 秒'),
      int('accuracy_m', 'accuracy m', '精度 m'),
      int('count', 'fixes', '測位回数'),
      int('rate_s', 'every s', '間隔 秒'),
    ],
    { parameters: [text('text', 'text', '内容')], free: true },
  ),
  action('!GPSEND', 'ending the position fixes', '測位の終了', [
    int('session', 'session', 'セッション'),
  ]),
  setting('!GPSAUTOSTART', 'automatic start of GNSS', 'GNSS の自動開始', [mode], { free: true }),
  action('!GPSCOLDSTART', 'deleting the stored data of satellites', '衛星データの削除'),
  action('!RESET', 'restarting the modem', 'モデムの再起動'),
  setting('!SETCND', 'password of protected commands', '保護コマンドのパスワード', [
    secret('password', text('password', 'password', 'パスワード')),
  ]),
  setting('!ANTSEL', 'antenna select lines', 'アンテナ切り替え', [], {
    free: true,
    row: () => ({}),
  }),
  setting('!RXDEN', 'receive diversity', '受信ダイバーシティ', [mode]),
  question('!ERR', 'error log of the modem', 'モデムのエラーログ', [], {
    free: true,
    row: () => ({}),
  }),
]
