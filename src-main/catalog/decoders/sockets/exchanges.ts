import { decoder, type Group } from '@core/at/decoder'
import type { Endings } from '@core/at/endings'
import { say } from '@core/at/parameter'

interface Row {
  readonly id: string
  readonly en: string
  readonly ja: string
  readonly ends?: Endings
}

/** Commands of which the manual's way to end matters more than their values: those are shown as they came. */
function family(spec: string, group: Group, rows: readonly Row[]) {
  return rows.map(({ id, en, ja, ends }) =>
    decoder({
      id,
      title: say(en, ja),
      spec: `${spec}, ${id}`,
      group,
      forms: ['set', 'action', 'test'],
      setAnswers: true,
      ...(ends ? { ends } : {}),
    }),
  )
}

/** Lines that come by themselves and carry the true result, or news, of such a command. */
function news(spec: string, group: Group, rows: readonly Row[]) {
  return rows.map(({ id, en, ja }) =>
    decoder({ id, title: say(en, ja), spec: `${spec}, ${id}`, group, forms: [], urc: true }),
  )
}

const ublox = 'u-blox SARA/LARA AT commands manual'
const quectel = 'Quectel EC2x/EG9x application notes'

export default [
  ...family(ublox, 'u-blox', [
    { id: '+USOCR', en: 'new socket', ja: 'ソケットの作成' },
    { id: '+USOCO', en: 'connection of a socket', ja: 'ソケットの接続' },
    { id: '+USOCL', en: 'end of a socket', ja: 'ソケットの切断' },
    { id: '+USOER', en: 'last error of a socket', ja: 'ソケットの直近エラー' },
    { id: '+USORD', en: 'data received on a socket', ja: 'ソケットの受信データ' },
    {
      id: '+USOWR',
      en: 'data sent on a socket',
      ja: 'ソケットへの送信',
      ends: { prompt: '@' },
    },
    {
      id: '+USOST',
      en: 'datagram sent on a socket',
      ja: 'UDP の送信',
      ends: { prompt: '@' },
    },
    {
      id: '+UPING',
      en: 'ping',
      ja: 'ping の送信',
      ends: { second: /^\+UUPING(?:ER)?:/, last: /^\+UUPINGER:/ },
    },
    {
      id: '+UHTTPC',
      en: 'HTTP request',
      ja: 'HTTP リクエスト',
      ends: { second: /^\+UUHTTPCR:/, secondMs: 180_000 },
    },
    {
      id: '+ULOC',
      en: 'position',
      ja: '測位',
      ends: { second: /^\+UULOC:/, secondMs: 180_000 },
    },
    { id: '+UPSD', en: 'settings of an internal context', ja: '内蔵コンテキストの設定' },
    { id: '+UPSND', en: 'state of an internal context', ja: '内蔵コンテキストの状態' },
    { id: '+UPSDA', en: 'action on an internal context', ja: '内蔵コンテキストの操作' },
  ]),
  ...news(ublox, 'u-blox', [
    { id: '+UUPSDA', en: 'internal context activated', ja: '内蔵コンテキストの接続' },
    { id: '+UUSORD', en: 'data waits on a socket', ja: 'ソケットにデータあり' },
    { id: '+UUPING', en: 'ping answered', ja: 'ping の応答' },
    { id: '+UUPINGER', en: 'ping failed', ja: 'ping の失敗' },
    { id: '+UUHTTPCR', en: 'HTTP request finished', ja: 'HTTP リクエストの完了' },
    { id: '+UUMQTTC', en: 'MQTT news', ja: 'MQTT の通知' },
    { id: '+UULOC', en: 'position found', ja: '測位結果' },
    { id: '+UUSIMSTAT', en: 'SIM state changed', ja: 'SIM 状態の変化' },
  ]),
  ...family(quectel, 'quectel', [
    {
      id: '+QISEND',
      en: 'data sent on a socket',
      ja: 'ソケットへの送信',
      ends: { prompt: '> ', final: /^SEND (?:OK|FAIL)$/ },
    },
    { id: '+QICLOSE', en: 'end of a socket', ja: 'ソケットの切断' },
    { id: '+QIDEACT', en: 'end of an internal context', ja: '内蔵コンテキストの切断' },
    {
      id: '+QHTTPURL',
      en: 'address of a request',
      ja: 'リクエストの URL',
      ends: { prompt: 'CONNECT' },
    },
    {
      id: '+QHTTPGET',
      en: 'HTTP GET',
      ja: 'HTTP GET の実行',
      ends: { second: /^\+QHTTPGET:/, secondMs: 125_000 },
    },
    {
      id: '+QHTTPPOST',
      en: 'HTTP POST',
      ja: 'HTTP POST の実行',
      ends: { prompt: 'CONNECT', second: /^\+QHTTPPOST:/, secondMs: 125_000 },
    },
    ...[
      ['OPEN', 'MQTT connection', 'MQTT サーバーへの接続'],
      ['CLOSE', 'end of an MQTT connection', 'MQTT 接続の切断'],
      ['CONN', 'MQTT log-in', 'MQTT ログイン'],
      ['DISC', 'MQTT log-out', 'MQTT ログアウト'],
      ['SUB', 'MQTT subscription', 'MQTT 購読'],
      ['UNS', 'end of an MQTT subscription', 'MQTT 購読の解除'],
    ].map(([verb = '', en = '', ja = '']) => ({
      id: `+QMT${verb}`,
      en,
      ja,
      ends: { second: new RegExp(`^\\+QMT${verb}: *\\d+,`), secondMs: 75_000 },
    })),
    {
      id: '+QMTPUB',
      en: 'MQTT publish',
      ja: 'MQTT 送信',
      ends: { prompt: '> ', second: /^\+QMTPUB: *\d+,/ },
    },
  ]),
  ...news(quectel, 'quectel', [
    { id: '+QMTRECV', en: 'MQTT message', ja: 'MQTT 受信' },
    { id: '+QMTSTAT', en: 'MQTT state changed', ja: 'MQTT 状態の変化' },
  ]),
  ...news('Huawei ME909s AT command interface specification', 'huawei', [
    { id: '^RSSI', en: 'signal changed', ja: '電波強度の変化' },
    { id: '^MODE', en: 'radio system changed', ja: '通信方式の変化' },
    { id: '^SIMST', en: 'SIM state changed', ja: 'SIM 状態の変化' },
    { id: '^SRVST', en: 'service changed', ja: 'サービス状態の変化' },
    { id: '^BOOT', en: 'start of the modem', ja: 'モデムの起動' },
    { id: '^DSFLOWRPT', en: 'traffic of the data session', ja: 'データ通信量の通知' },
    { id: '^STIN', en: 'SIM toolkit news', ja: 'SIM ツールキットの通知' },
  ]),
]
