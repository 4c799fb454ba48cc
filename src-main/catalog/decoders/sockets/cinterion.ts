import { factText } from '@core/at/fact-text'
import type { Facts } from '@core/at/knowledge'
import { int, secret, text } from '@core/at/parameter'
import type { Row } from '@core/at/row'
import { family, table } from '../shared/family'
import { address, cid, length, value } from '../shared/vocabulary'

const { action, news, question, setting } = family(
  'Telit Cinterion EHSx/ELSx/PLSx/EXSx AT command set, Internet service',
  'cinterion',
)

const service = int('service', 'service profile', 'サービスプロファイル')
const connection = int('connection', 'connection profile', '接続プロファイル')
const parameter = text('parameter', 'parameter', 'パラメーター')
const setTo = text('value', 'value', '値')
const secretValue = secret('password', text('secret_value', 'value', '値'))
const info = int('info', 'information', '情報番号')
const infoText = text('text', 'text', '内容')
const upDown = int('state', 'state', '状態', table('0 down|切断', '1 up|接続'))
const serviceState = int(
  'state',
  'state',
  '状態',
  table(
    '2 allocated|設定済み',
    '3 connecting|接続処理中',
    '4 up|接続中',
    '5 closing|切断処理中',
    '6 down|切断',
    '7 alerting|着信通知',
    '8 connected|接続済み',
    '9 released|解放済み',
  ),
)

const sensitive = /^(?:user|passwd|hcuser|hcpwd|pwd|password|secopt.*key)$/i

/** `0,"passwd","letmein"`: who logs in where is masked. */
function pair(profile: string) {
  return (row: Row): Facts => {
    const name = row.text(1)
    if (typeof name === 'string' && sensitive.test(name)) row.mark(2, 'password')
    // An address may carry `user:password@`.
    const given = row.text(2)
    const login = /\/\/([^/@]+)@/.exec(given ?? '')?.[1]
    if (login !== undefined) row.markText(login, 'password')
    const masked = login !== undefined || (typeof name === 'string' && sensitive.test(name))
    return {
      [profile]: row.int(0, profile),
      parameter: name,
      ...(given === undefined ? {} : { [masked ? 'secret_value' : 'value']: given }),
    }
  }
}

/** `^SISR: 1,15` and the octets behind it answer; `^SISR: 1,1` alone is news. */
function received(rows: readonly Row[], asked: { readonly form: string }): Facts {
  const [head, ...lines] = rows
  if (!head) return {}
  const service = head.int(0, 'service')
  if (asked.form === 'urc') return { service, cause: head.int(1, 'cause') }
  const left = head.int(2, 'left')
  return {
    service,
    length: head.int(1, 'length'),
    ...(left === undefined ? {} : { left }),
    ...(lines.length > 0 ? { data: lines.map(({ line }) => line).join('\n') } : {}),
  }
}

function stateOrType(row: Row): Facts {
  const said = row.text(1)
  return typeof said === 'string' && !/^\d+$/.test(said)
    ? { state: null, type: said }
    : { state: row.int(1, 'state') }
}

export default [
  setting(
    '^SICS',
    'connection profile',
    '接続プロファイルの設定',
    [connection, parameter, setTo, secretValue],
    {
      list: 'profiles',
      row: pair('connection'),
      setFacts: pair('connection'),
    },
  ),
  setting(
    '^SISS',
    'service profile',
    'サービスプロファイルの設定',
    [service, parameter, setTo, secretValue],
    {
      list: 'profiles',
      row: pair('service'),
      setFacts: pair('service'),
    },
  ),
  question(
    '^SICI',
    'state of the connection profiles',
    '接続プロファイルの状態',
    [
      connection,
      int(
        'state',
        'state',
        '状態',
        table(
          '0 down|切断',
          '1 connecting|接続処理中',
          '2 up|接続中',
          '3 limited|制限付き接続',
          '4 closing|切断処理中',
        ),
      ),
      int('services', 'services', 'サービス数'),
      address,
    ],
    { set: [connection], list: 'profiles' },
  ),
  setting('^SICA', 'connection for Internet services', 'Internet サービス用の接続', [cid, upDown], {
    set: [upDown, cid],
    list: 'contexts',
    urc: true,
    ends: {},
  }),
  action('^SISO', 'opening an Internet service', 'Internet サービスの開始', [service], {
    parameters: [service, text('type', 'type', '種別')],
    list: 'services',
    forms: ['set', 'read', 'test'],
  }),
  action('^SISC', 'closing an Internet service', 'Internet サービスの終了', [service]),
  action('^SIST', 'switching a service to transparent mode', 'サービスの透過モード切り替え', [
    service,
  ]),
  action('^SISH', 'closing the connection of a listener', '待ち受けサービスの接続切断', [service]),
  question(
    '^SISI',
    'state of the services',
    'サービスの状態',
    [
      service,
      serviceState,
      int('received', 'received', '受信'),
      int('sent', 'sent', '送信'),
      int('acked', 'acknowledged', '確認済み'),
      int('unacked', 'not acknowledged', '未確認'),
    ],
    {
      set: [service],
      list: 'services',
      // A profile that another interface opened tells its type: `1,"Socket"`; one without a service is `1,""` (EHS6 AT Command Set, 10.5).
      row: (row) =>
        row.count <= 2
          ? { service: row.int(0, 'service'), ...stateOrType(row) }
          : {
              service: row.int(0, 'service'),
              state: row.int(1, 'state'),
              received: row.int(2, 'received'),
              sent: row.int(3, 'sent'),
              acked: row.int(4, 'acked'),
              unacked: row.int(5, 'unacked'),
            },
    },
  ),
  question(
    '^SISE',
    'last error of a service',
    'サービスの直近のエラー',
    [service, info, infoText],
    {
      set: [service],
      list: 'services',
    },
  ),
  action(
    '^SISR',
    'reading what a service received',
    'サービス受信データの読み出し',
    [service, length],
    {
      parameters: [service, length, int('left', 'still waiting', '残り')],
      urc: [
        service,
        int(
          'cause',
          'news',
          '通知',
          table('1 data waits|受信データあり', '2 end of data|データ終端'),
        ),
      ],
      body: 'answer',
      asks: true,
      answer: received,
    },
  ),
  action(
    '^SISW',
    'sending on a service',
    'サービスへの送信',
    [service, length, int('end', 'end of data', 'データ終端')],
    {
      parameters: [
        service,
        int('accepted', 'octets accepted', '受け付けたオクテット数'),
        int('unacked', 'not acknowledged', '未確認'),
      ],
      urc: [
        service,
        int(
          'cause',
          'news',
          '通知',
          table('1 ready for data|送信可能', '2 all data sent|送信完了'),
        ),
      ],
      isUnsolicited: (row) => row.count === 2,
    },
  ),
  news(
    '^SIS',
    'event of an Internet service',
    'Internet サービスのイベント',
    [
      service,
      int('cause', 'cause', '種別', table('0 see the information|情報を参照')),
      info,
      infoText,
    ],
    {
      explain({ service: number, cause, info: id, text: said }) {
        if (cause !== 0 || typeof id !== 'number' || id < 1 || id > 2000) return undefined
        const why = typeof said === 'string' ? said : String(id)
        return {
          words: {
            en: `Internet service ${factText(number)} failed: ${why} (${id}).`,
            ja: `Internet サービス ${factText(number)} が失敗しました：${why}（${id}）。`,
          },
          severity: 'warning',
        }
      },
    },
  ),
  action(
    '^SISX',
    'running a tool of the Internet services',
    'Internet サービスツールの実行',
    [text('tool', 'tool', 'ツール'), text('first', 'value', '値'), text('second', 'value', '値')],
    {
      parameters: [text('tool', 'tool', 'ツール')],
      row: (row) => ({
        tool: row.text(0),
        values: row.fields.slice(1).map((field) => field.text),
      }),
    },
  ),
  setting('^SIPS', 'stored Internet profiles', 'Internet プロファイルの保存', [
    text('kind', 'which', '対象'),
    text('action', 'what to do', '動作'),
  ]),
  setting(
    '^SNLWM2M',
    'LwM2M client',
    'LwM2M クライアント',
    [text('topic', 'topic', '項目'), text('client', 'client', 'クライアント'), value],
    { urc: true, setAnswers: true, list: 'items' },
  ),
]
