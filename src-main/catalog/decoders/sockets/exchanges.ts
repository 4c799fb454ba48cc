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
  ]),
]
