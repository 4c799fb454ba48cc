import type { RungId } from '../connect/rungs'
import type { Words } from '../words'

export type WayDownId = 'hang-up' | 'radio-off' | 'reset' | 'power-off'

/** One way to end a connection, from the gentlest to the hardest. */
export interface WayDown {
  readonly id: WayDownId
  readonly title: Words
  /** How it is done. */
  readonly how: Words
  /** The layers it cuts; those that are not named survive. */
  readonly cuts: readonly RungId[]
  readonly survives: Words
  /** What coming back takes, and how long by experience. */
  readonly back: Words
  readonly backMs: { readonly low: number; readonly high: number }
}

const overTheAir: readonly RungId[] = ['network', 'context', 'ppp', 'ip', 'internet']

/** Four ways down. They cut different layers, and people confuse them. */
export const waysDown: readonly WayDown[] = [
  {
    id: 'hang-up',
    title: { en: 'Hang up', ja: '回線切断' },
    how: {
      en: 'PPP is closed, then ATH. Only the data call ends.',
      ja: 'PPP を終了し、ATH で回線を切断します。終わるのはデータ通信だけです。',
    },
    cuts: ['ppp', 'ip', 'internet'],
    survives: {
      en: 'Power, SIM, registration and, on LTE, the default bearer with its address.',
      ja: '電源、SIM、ネットワーク登録が残ります。LTE ではデフォルトベアラーとその IP アドレスも残ります。',
    },
    back: {
      en: 'Dial again: seconds.',
      ja: '再ダイヤルのみ。数秒で復帰します。',
    },
    backMs: { low: 1_000, high: 8_000 },
  },
  {
    id: 'radio-off',
    title: { en: 'Detach, radio off', ja: 'デタッチ・無線オフ' },
    how: {
      en: 'AT+CGATT=0, or AT+CFUN=4: the modem leaves the network and stays powered.',
      ja: 'AT+CGATT=0 または AT+CFUN=4。電源は入ったままネットワークから離れます。',
    },
    cuts: overTheAir,
    survives: {
      en: 'Power, the port, the SIM with its PIN, and all settings.',
      ja: '電源、ポート、SIM（PIN 解除状態を含む）、全設定が残ります。',
    },
    back: {
      en: 'AT+CFUN=1, search, register, dial: 5 to 60 s.',
      ja: 'AT+CFUN=1 の後、サーチ、登録、ダイヤル。5〜60 秒で復帰します。',
    },
    backMs: { low: 5_000, high: 60_000 },
  },
  {
    id: 'reset',
    title: { en: 'Reset', ja: 'リセット' },
    how: {
      en: 'AT+CRESET or the reset line: the modem starts again from its stored settings.',
      ja: 'AT+CRESET またはリセット線。保存済みの設定で再起動します。',
    },
    cuts: ['port', 'sim', ...overTheAir],
    survives: {
      en: 'The supply, and what is stored (contexts, AT&W). The PIN has to be entered again.',
      ja: '電源供給と保存済みの設定（コンテキスト、AT&W）が残ります。PIN は再入力が必要です。',
    },
    back: {
      en: 'Boot, SIM, register, dial: 20 to 60 s. USB ports may get other names.',
      ja: '起動、SIM 読み取り、登録、ダイヤル。20〜60 秒で復帰します。USB ポート名が変わることがあります。',
    },
    backMs: { low: 20_000, high: 60_000 },
  },
  {
    id: 'power-off',
    title: { en: 'Power off', ja: '電源オフ' },
    how: {
      en: 'AT+CPOF, or the power key held. The modem tells the network that it leaves.',
      ja: 'AT+CPOF または電源キーの長押し。ネットワークに離脱を通知してから切れます。',
    },
    cuts: ['power', 'port', 'sim', ...overTheAir],
    survives: {
      en: 'Only what is stored in the modem.',
      ja: 'モデムに保存された設定だけが残ります。',
    },
    back: {
      en: 'Press the power key, then everything from boot on: 30 to 90 s.',
      ja: '電源キーを押し、起動からすべてやり直します。30〜90 秒かかります。',
    },
    backMs: { low: 30_000, high: 90_000 },
  },
]
