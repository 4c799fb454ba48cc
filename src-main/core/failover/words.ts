import { icmpTextWords } from '../ip/icmp-words'
import { seenIn, type SeenLine, type Words } from '../words'

/** A check that was answered. */
export const answered = (target: string, ms: number, over = ''): Words => ({
  en: `${target} answers, ${ms.toFixed(0)} ms${over}`,
  ja: `${target} から応答、${ms.toFixed(0)} ms${over}`,
})

export const notEchoed = (target: string): Words => ({
  en: `${target} answers, but not with what was sent: another service has that port.`,
  ja: `${target} から応答がありますが、送信した内容と異なります。別のサービスがそのポートを使っています。`,
})

export const refused = (target: string, from: string, error: string): Words => ({
  en: `${target}: ${from} says “${error}”`,
  ja: `${target}：${from} の通知「${icmpTextWords(error).ja}」`,
})

export const otherSlot = ({ en, ja }: Words): Words => ({
  en: `The other slot: ${en}`,
  ja: `もう一方のスロット：${ja}`,
})

export const stopAndCall: Words = { en: 'stop and call', ja: '停止して人を呼ぶ' }

export const waitingForCut = (upTo: string): Words => ({
  en: `Silent, and waiting for the network to hang up, at most ${upTo} min.`,
  ja: `無通信のまま、ネットワーク側からの切断を待っています（最長 ${upTo} 分）。`,
})

export const neverSilent = (seen: SeenLine): Words => ({
  en: `Something passes again and again (${seenIn(seen, 'en')}): the link is not silent.`,
  ja: `通信が繰り返し発生しており（${seenIn(seen, 'ja')}）、無通信になりません。`,
})

export const cutWhenAsked = (long: string, seen: SeenLine): Words => ({
  en: `The network had hung up within ${long} min of silence, and said so when asked: ${seenIn(seen, 'en')}.`,
  ja: `無通信 ${long} 分以内にネットワーク側で切断されており、問い合わせたときに通知されました（${seenIn(seen, 'ja')}）。`,
})

export const cutAfter = (long: string, seen: SeenLine): Words => ({
  en: `The network hung up after ${long} min of silence: ${seenIn(seen, 'en')}.`,
  ja: `無通信 ${long} 分でネットワーク側から切断されました（${seenIn(seen, 'ja')}）。`,
})

export const cutUnsaid = (long: string, seen: SeenLine): Words => ({
  en: `The network ended the session within ${long} min of silence and said nothing: ${seenIn(seen, 'en')}`,
  ja: `無通信 ${long} 分以内に、通知なしでネットワーク側から切断されました（${seenIn(seen, 'ja')}）。`,
})

export const notCutWithin = (long: string, seen: SeenLine): Words => ({
  en: `Not cut within ${long} min of silence: ${seenIn(seen, 'en')}.`,
  ja: `無通信 ${long} 分では切断されませんでした（${seenIn(seen, 'ja')}）。`,
})

export const stoppedAfter = (long: string, seen: SeenLine): Words => ({
  en: `Stopped after ${long} min of silence: ${seenIn(seen, 'en')}`,
  ja: `無通信 ${long} 分で中止しました（${seenIn(seen, 'ja')}）。`,
})

export const passed = (octets: number): Words => ({
  en: `${octets} B of IP`,
  ja: `IP ${octets} B`,
})

export const answers = (who: string): Words => ({ en: `${who} answers`, ja: `${who} が応答` })

const modeNamesJa = { cold: 'コールド', warm: 'ウォーム', hot: 'ホット' } as const

export const isFirst = (to: string, mode: keyof typeof modeNamesJa): Words => ({
  en: `${to.toUpperCase()} is first, ${mode}`,
  ja: `最初は ${to.toUpperCase()}（${modeNamesJa[mode]}）`,
})

export const stoppedByHand: Words = { en: 'stopped by hand', ja: '手動で停止' }

export const overriddenByHand: Words = { en: 'overridden by hand', ja: '手動の切り替えで上書き' }

export const chosenByHand = (to: string): Words => ({
  en: `${to.toUpperCase()} was chosen by hand`,
  ja: `${to.toUpperCase()} を手動で選択`,
})

export const attemptsFailed = (attempts: number): Words => ({
  en: `${attempts} attempts in a row failed`,
  ja: `${attempts} 回続けて失敗`,
})

export const notConnected = (slot: string): Words => ({
  en: `${slot.toUpperCase()} could not be connected`,
  ja: `${slot.toUpperCase()} を接続できません`,
})

export const notReady = (slot: string): Words => ({
  en: `${slot.toUpperCase()} is not ready`,
  ja: `${slot.toUpperCase()} の準備ができていません`,
})

export const mostMovesReached = (perHour: number): Words => ({
  en: `limit of ${perHour} moves an hour reached`,
  ja: `1 時間に ${perHour} 回の上限に達しました`,
})

export const rested = (name: string, s: number): Words => ({
  en: `${name} rested ${s} s`,
  ja: `${name} は ${s} 秒停止`,
})

export const wellFor = (name: string, s: number): Words => ({
  en: `${name} well for ${s} s`,
  ja: `${name} は ${s} 秒間正常`,
})

export const attempt = (count: number): Words => ({
  en: `attempt ${count}`,
  ja: `${count} 回目の試行`,
})

export const notOpen: Words = { en: 'The port is not open.', ja: 'ポートが開いていません。' }

export const limitOf = (bringMs: number): Words => ({
  en: `${bringMs / 1000} s`,
  ja: `${bringMs / 1000} 秒`,
})

export const linkDown: Words = { en: 'The link is down.', ja: 'リンクが切れています。' }

export const triggerWords = {
  start: { en: 'Failover starts', ja: '切り替え制御を開始' },
  'link-lost': { en: 'The link was lost', ja: 'リンクが切れました' },
  'port-gone': { en: 'The port vanished', ja: 'ポートが消えました' },
  'health-failed': {
    en: 'The link carries nothing any more',
    ja: 'リンクはつながったまま通信できません',
  },
  'registration-lost': { en: 'Registration was lost', ja: 'ネットワーク登録が外れました' },
  'signal-low': { en: 'The signal is too weak', ja: '電波が弱すぎます' },
  manual: { en: 'Switched by hand', ja: '手動で切り替え' },
  return: { en: 'The main line is well again', ja: '主回線が回復しました' },
  retry: { en: 'Another attempt', ja: '再試行' },
} satisfies { readonly [key: string]: Words }

export const phaseWords = {
  detect: { en: 'detect', ja: '検知' },
  power: { en: 'power', ja: '電源' },
  boot: { en: 'boot', ja: '起動' },
  attach: { en: 'attach', ja: 'アタッチ' },
  ppp: { en: 'PPP', ja: 'PPP' },
  'first byte': { en: 'first byte', ja: '最初の 1 オクテット' },
} satisfies { readonly [key: string]: Words }

/** How a decision went. */
export const resultWords = {
  open: { en: 'under way', ja: '実行中' },
  done: { en: 'done', ja: '完了' },
  failed: { en: 'failed', ja: '失敗' },
} satisfies { readonly [key: string]: Words }

export const notRegisteredFor = (seconds: string): Words => ({
  en: `not registered for ${seconds}`,
  ja: `${seconds} の間、未登録`,
})

export const weakFor = (dbm: string | number, belowDbm: number, seconds: string): Words => ({
  en: `${dbm} dBm, below ${belowDbm} dBm for ${seconds}`,
  ja: `${dbm} dBm、${belowDbm} dBm 未満が ${seconds}`,
})

export const switches = (from: string, to: string): Words => ({
  en: `${from} → ${to}`,
  ja: `${from} → ${to} へ切り替え`,
})

export const connects = (to: string): Words => ({ en: `connect ${to}`, ja: `${to} を接続` })

export const staysOn = (from: string): Words => ({ en: `stay on ${from}`, ja: `${from} のまま` })
