import type { SlotName } from '../modem/slot-names'
import type { SeenLine, Words } from '../words'
import { stopAndCall } from './words'

/** What made the machine decide. */
export const triggers = [
  'start',
  'link-lost',
  'port-gone',
  'health-failed',
  'registration-lost',
  'signal-low',
  'manual',
  'return',
  'retry',
] as const
export type Trigger = (typeof triggers)[number]

/** What took how long, in the order of a switch. */
export const phaseNames = ['detect', 'power', 'boot', 'attach', 'ppp', 'first byte'] as const
export type PhaseName = (typeof phaseNames)[number]
export interface PhaseTime {
  readonly phase: PhaseName
  readonly ms: number
}

/**
 * `switch`: traffic moves to the other slot. `connect`: the slot that has (or had) the traffic is connected anew.
 * `stay`: something is wrong, and why nothing is done. `stop`: given up, a person has to come.
 */
export type DecisionKind = 'switch' | 'connect' | 'stay' | 'stop'

/** One decision: when, from where to where, why, on what evidence, and how it went. */
export interface Decision {
  /** Counts up from 1; the same decision comes again when its result is known. */
  readonly id: number
  readonly kind: DecisionKind
  readonly atMs: number
  /** For the place in the log. */
  readonly monoUs: number
  readonly from: SlotName | null
  readonly to: SlotName | null
  readonly trigger: Trigger
  /** The lines that led to it, as they were seen. Never empty. */
  readonly evidence: readonly SeenLine[]
  readonly result: 'open' | 'done' | 'failed'
  /** Known when it is done. `detect` is from the first sign of trouble to the decision. */
  readonly phases: readonly PhaseTime[]
  /** What was seen while it was carried out. */
  readonly seen: readonly SeenLine[]
  readonly words: Words
  /** From the decision to its result. */
  readonly ms: number | null
}

export const triggerWords: { readonly [trigger in Trigger]: Words } = {
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
}

export const phaseWords: { readonly [phase in PhaseName]: Words } = {
  detect: { en: 'detect', ja: '検知' },
  power: { en: 'power', ja: '電源' },
  boot: { en: 'boot', ja: '起動' },
  attach: { en: 'attach', ja: 'アタッチ' },
  ppp: { en: 'PPP', ja: 'PPP' },
  'first byte': { en: 'first byte', ja: '最初の 1 バイト' },
}

/** How a decision went. */
export const resultWords: { readonly [result in Decision['result']]: Words } = {
  open: { en: 'under way', ja: '実行中' },
  done: { en: 'done', ja: '完了' },
  failed: { en: 'failed', ja: '失敗' },
}

const name = (slot: SlotName | null) => slot?.toUpperCase() ?? '–'

/** The decision in a sentence. */
export function decisionWords(
  kind: DecisionKind,
  trigger: Trigger,
  from: SlotName | null,
  to: SlotName | null,
  reason?: Words,
): Words {
  const why = triggerWords[trigger]
  const what: { readonly [kind in DecisionKind]: Words } = {
    switch: {
      en: `${name(from)} → ${name(to)}`,
      ja: `${name(from)} → ${name(to)} へ切り替え`,
    },
    connect: { en: `connect ${name(to)}`, ja: `${name(to)} を接続` },
    stay: { en: `stay on ${name(from)}`, ja: `${name(from)} のまま` },
    stop: stopAndCall,
  }
  const tail = reason ? { en: ` (${reason.en})`, ja: `（${reason.ja}）` } : { en: '', ja: '' }
  return {
    en: `${why.en}: ${what[kind].en}${tail.en}.`,
    ja: `${why.ja}：${what[kind].ja}${tail.ja}。`,
  }
}
