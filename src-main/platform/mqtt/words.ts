import type { Words } from '@core/words'

export const noBroker: Words = {
  en: 'what answers there is no MQTT broker',
  ja: '接続先は MQTT ブローカーではありません',
}

export const closed: Words = {
  en: 'the broker closed the connection',
  ja: 'ブローカーが接続を閉じました',
}

/** MQTT 3.1.1, table 3.1; from 128 on MQTT 5.0, table 3.2.2.2. */
export const refusals: Readonly<Record<number, Words>> = {
  1: { en: 'unacceptable protocol version', ja: 'プロトコルのバージョンを受け付けない' },
  2: { en: 'identifier rejected', ja: 'クライアント ID を受け付けない' },
  3: { en: 'server unavailable', ja: 'サーバーが利用できない' },
  4: { en: 'bad user name or password', ja: 'ユーザー名またはパスワードが違う' },
  5: { en: 'not authorized', ja: '権限がない' },
  132: { en: 'unsupported protocol version', ja: 'プロトコルのバージョンに対応していない' },
  133: { en: 'client identifier not valid', ja: 'クライアント ID が無効' },
  134: { en: 'bad user name or password', ja: 'ユーザー名またはパスワードが違う' },
  135: { en: 'not authorized', ja: '権限がない' },
  136: { en: 'server unavailable', ja: 'サーバーが利用できない' },
  137: { en: 'server busy', ja: 'サーバーが混雑している' },
  138: { en: 'banned', ja: '接続が禁止されている' },
  140: { en: 'bad authentication method', ja: '認証方式が違う' },
  144: { en: 'topic name invalid', ja: 'トピック名が無効' },
  149: { en: 'packet too large', ja: 'パケットが大きすぎる' },
  151: { en: 'quota exceeded', ja: '割り当て量を超えた' },
  156: { en: 'use another server', ja: '別のサーバーを使うよう指示された' },
  157: { en: 'server moved', ja: 'サーバーが移転した' },
  159: { en: 'connection rate exceeded', ja: '接続の頻度が高すぎる' },
}
