import type { Words } from '../words'

/** What a step of a test plan does, and the limits of what it measures. Times in ms. */
export type Doing =
  | { readonly kind: 'power'; readonly action: 'on' | 'off' | 'reset'; readonly withinMs: number }
  | { readonly kind: 'status'; readonly is: 'on' | 'off'; readonly withinMs: number }
  | {
      readonly kind: 'at'
      readonly send: string
      /** A pattern that a line of the answer must fit. */
      readonly expect?: string
      /** A pattern with one group: the number that is measured. */
      readonly value?: string
      readonly min?: number
      readonly max?: number
      readonly unit: string
    }
  | { readonly kind: 'model'; readonly is: readonly string[] }
  | { readonly kind: 'firmware'; readonly is: readonly string[] }
  | {
      readonly kind: 'imei'
      /** No other unit of the batch may have had it. */
      readonly unseen: boolean
    }
  | { readonly kind: 'sim'; readonly withinMs: number }
  | { readonly kind: 'iccid'; readonly prefix: readonly string[] }
  | { readonly kind: 'registered'; readonly withinMs: number }
  | { readonly kind: 'rat'; readonly is: readonly string[] }
  | { readonly kind: 'band'; readonly is: readonly string[] }
  | { readonly kind: 'rsrp'; readonly minDbm: number; readonly forMs: number }
  | { readonly kind: 'ppp'; readonly withinMs: number }
  | { readonly kind: 'dns'; readonly name: string; readonly withinMs: number }
  | {
      readonly kind: 'ping'
      readonly host: string
      readonly count: number
      readonly everyMs: number
      readonly maxLossPct: number
      readonly maxMs?: number
    }
  | {
      readonly kind: 'throughput'
      readonly url: string
      readonly direction: 'down' | 'up'
      readonly seconds: number
      readonly budgetBytes: number
      readonly minMbps: number
    }
  | { readonly kind: 'http'; readonly url: string; readonly status: number }
  | { readonly kind: 'sms'; readonly number: string; readonly withinMs: number }
  | {
      readonly kind: 'supply'
      readonly minV: number
      readonly maxV: number
      readonly during: 'rest' | 'attach'
    }
  | { readonly kind: 'cycles'; readonly count: number; readonly withinMs: number }
  | { readonly kind: 'macro'; readonly text: string }
  | { readonly kind: 'ask'; readonly question: string; readonly pass: 'yes' | 'no' }
export type DoingKind = Doing['kind']
export type DoingOf<K extends DoingKind> = Extract<Doing, { readonly kind: K }>

export interface PlanStep {
  readonly name: string
  readonly does: Doing
  /** Steps that must have passed; else this one is skipped. */
  readonly needs: readonly string[]
  /** How often it is tried again. */
  readonly retries: number
  readonly timeoutMs: number
  /** Carried out also after the plan has stopped, as to switch the board off. */
  readonly always: boolean
}

/** A test of one board: steps in their order. */
export interface TestPlan {
  readonly name: string
  readonly steps: readonly PlanStep[]
  /** `first-failure`: the steps behind a failure are not tried. */
  readonly stop: 'first-failure' | 'never'
  readonly keep: { readonly imei: Kept; readonly iccid: Kept }
}
/** Whether an identifier is kept as it is, or with its middle hidden. */
export type Kept = 'whole' | 'masked'

const say = (en: string, ja: string): Words => ({ en, ja })

/** What a kind of step is called. */
export const doingTitles: { readonly [kind in DoingKind]: Words } = {
  power: say('Power', '電源'),
  status: say('STATUS', 'STATUS'),
  at: say('AT command', 'AT コマンド'),
  model: say('Model', '型番'),
  firmware: say('Firmware', 'ファームウェア'),
  imei: say('IMEI', 'IMEI'),
  sim: say('SIM ready', 'SIM の準備'),
  iccid: say('ICCID', 'ICCID'),
  registered: say('Registration', 'ネットワーク登録'),
  rat: say('Access', '無線方式'),
  band: say('Band', 'バンド'),
  rsrp: say('RSRP', 'RSRP'),
  ppp: say('PPP', 'PPP'),
  dns: say('DNS', 'DNS'),
  ping: say('Ping', 'ping'),
  throughput: say('Throughput', 'スループット'),
  http: say('HTTP', 'HTTP'),
  sms: say('SMS loop', 'SMS の折り返し'),
  supply: say('Supply voltage', '電源電圧'),
  cycles: say('Power cycles', '電源の入れ直し'),
  macro: say('Macro', 'マクロ'),
  ask: say('Question', '目視確認'),
}
