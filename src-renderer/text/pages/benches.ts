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
    asSeen: 'As it was at {time}:',
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
    asSeen: '{time} 時点の状態：',
  },
}
