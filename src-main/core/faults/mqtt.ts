import type { FaultRow } from './row'

/** What a broker can answer. */
export const mqttFaults = {
  'mqtt-refused': {
    meaning: {
      en: 'The MQTT broker refuses the connection.',
      ja: 'MQTT ブローカーが接続を拒否しました。',
    },
    causes: [
      {
        en: 'User or password is missing or wrong, or the client identifier is not the one that is expected.',
        ja: 'ユーザー名・パスワードの不足や誤り、またはクライアント ID が想定と異なります。',
      },
    ],
    tries: [
      {
        en: 'Check user, password and client identifier; the broker’s log names the reason. The link itself works.',
        ja: 'ユーザー名、パスワード、クライアント ID を確認してください。理由はブローカーのログにあります。リンク自体は正常です。',
      },
    ],
  },
  'mqtt-no-answer': {
    meaning: {
      en: 'The connection stands, but the MQTT broker does not answer.',
      ja: '接続はできましたが、MQTT ブローカーから応答がありません。',
    },
    causes: [
      {
        en: 'What listens there is no broker, or it expects TLS (8883) or WebSocket.',
        ja: '接続先がブローカーでないか、TLS（8883）または WebSocket を待っています。',
      },
    ],
    tries: [
      {
        en: 'Check the port: mqtt:// is 1883, mqtts:// 8883.',
        ja: 'ポートを確認してください（mqtt:// は 1883、mqtts:// は 8883）。',
      },
    ],
  },
  'mqtt-closed': {
    meaning: {
      en: 'The MQTT broker hangs up instead of taking the connection.',
      ja: 'MQTT ブローカーが接続を受け付けずに切断しました。',
    },
    causes: [
      {
        en: 'It is no broker, speaks another version, or forbids this client without saying so.',
        ja: 'ブローカーでない、別のバージョンのみ対応、または理由を示さない拒否です。',
      },
    ],
    tries: [
      {
        en: 'Try the other version (3.1.1 or 5.0) and another client identifier.',
        ja: '別のバージョン（3.1.1 または 5.0）と別のクライアント ID を試してください。',
      },
    ],
  },
  'mqtt-not-allowed': {
    meaning: {
      en: 'The MQTT broker does not allow this topic.',
      ja: 'MQTT ブローカーがこのトピックを許可していません。',
    },
    causes: [
      {
        en: 'The rights of this user or client do not cover it.',
        ja: 'このユーザーまたはクライアントの権限に含まれていません。',
      },
    ],
    tries: [
      {
        en: 'Use a topic that is allowed, or only publish (give a message).',
        ja: '許可されたトピックを使うか、メッセージを指定して送信のみにしてください。',
      },
    ],
  },
  'mqtt-queue-in-use': {
    meaning: {
      en: 'Another Modem Bench publishes from this data folder.',
      ja: '別の Modem Bench がこのデータフォルダーから送信しています。',
    },
    causes: [
      {
        en: 'Each bench that publishes keeps what waits for the broker in its data folder; two would mix theirs.',
        ja: '送信待ちのメッセージはデータフォルダーに保存されるため、2 つのプログラムで共有できません。',
      },
    ],
    tries: [
      {
        en: 'End the other one, or give this one a data folder of its own: MODEM_BENCH_DATA=FOLDER.',
        ja: 'もう一方を終了するか、MODEM_BENCH_DATA=FOLDER で別のデータフォルダーを指定してください。',
      },
    ],
  },
} as const satisfies Record<string, FaultRow>
