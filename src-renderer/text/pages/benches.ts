import type { Shape } from '../shape'

/** The sentences of the page with all benches. */
export const en = {
  benches: {
    title: 'Benches of other computers',
    none: 'No bench is remembered yet. Start modem-bench serve there, and open it here by the address and the token that it prints.',
    add: 'Open a bench…',
    open: 'Open',
    openOne: 'Open {url}',
    forget: 'Forget {url}',
    alerts: 'Alerts',
    nothing: 'no port open',
    states: {
      asking: 'asking…',
      reached: 'reached',
      unreachable: 'not reached',
      refused: 'token refused',
      untrusted: 'certificate not compared',
      'no-token': 'no token kept',
    },
  },
}

export const ja: Shape<typeof en> = {
  benches: {
    title: '他のコンピューターのベンチ',
    none: '登録されたベンチはありません。接続先で modem-bench serve を起動し、表示されたアドレスとトークンでここから開いてください。',
    add: 'ベンチを開く…',
    open: '開く',
    openOne: '{url} を開く',
    forget: '{url} の登録を削除',
    alerts: 'アラート',
    nothing: 'ポートは開いていません',
    states: {
      asking: '問い合わせ中…',
      reached: '接続済み',
      unreachable: '接続できません',
      refused: 'トークンが拒否されました',
      untrusted: '証明書が未確認です',
      'no-token': 'トークンが保存されていません',
    },
  },
}
