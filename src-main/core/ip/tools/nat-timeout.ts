import type { Chance } from '../../ports/chance'
import type { Clock } from '../../ports/clock'
import type { SeenLine, Words } from '../../words'
import type { IpHost } from '../host'
import {
  natTimeouts,
  natTimeoutSeconds,
  type NatTimeout,
  type NatTimeoutOptions,
  type NatTimeoutResult,
  type Silence,
  type SilenceOutcome,
} from '../nat-timeout'
import type { ToolAnswer, ToolOptions } from './tool-answer'

export interface NatTimeoutTool
  extends ToolOptions, Omit<NatTimeoutOptions, 'signal' | 'onSilence'> {}

/** How long the NAT lets flows be silent, explained. Rejects as names and connections do. */
export async function natTimeoutTool(
  parts: { readonly clock: Clock; readonly chance: Chance; readonly host: IpHost },
  options: NatTimeoutTool,
): Promise<ToolAnswer<NatTimeoutResult>> {
  const { onProgress, ...rest } = options
  let index = 0
  const facts = await natTimeouts(parts, {
    ...rest,
    onSilence: (silence) =>
      onProgress?.({ index: ++index, value: silence.seconds, line: silenceLine(silence) }),
  })
  return explainNatTimeout(facts)
}

/** How long it takes, said before it begins. */
export function natTimeoutCost(mostSeconds: number): Words {
  const seconds = natTimeoutSeconds(mostSeconds)
  return {
    en: `Takes up to ${seconds} s and a few kB; the link must not carry anything else meanwhile.`,
    ja: `最長 ${seconds} 秒かかり、数 kB を使います。実行中はほかの通信を行わないでください。`,
  }
}

const outcomes: { readonly [outcome in SilenceOutcome]: Words } = {
  kept: { en: 'passes as before', ja: '通信を継続' },
  lost: { en: 'forgotten', ja: 'マッピング消失' },
  ended: { en: 'the server ended it', ja: 'サーバーが切断' },
  unseen: { en: 'no answer', ja: '応答なし' },
}

function silenceLine({ protocol, seconds, outcome }: Silence): SeenLine {
  const head = `${protocol.toUpperCase()}  ${String(seconds).padStart(5)} s`
  return { en: `${head}  ${outcomes[outcome].en}`, ja: `${head}  ${outcomes[outcome].ja}` }
}

export function explainNatTimeout(facts: NatTimeoutResult): ToolAnswer<NatTimeoutResult> {
  const words = facts.timeouts.map((one) => timeoutWords(one, facts.mostSeconds))
  return {
    ok: facts.timeouts.every(({ keptSeconds, nat }) => keptSeconds !== null || nat === 'none'),
    words: {
      en: words.map(({ en }) => en).join(' '),
      ja: words.map(({ ja }) => ja).join(''),
    },
    lines: facts.timeouts.flatMap(({ silences }) => silences.map(silenceLine)),
    facts,
  }
}

/** A keep-alive leaves some room: timers of NATs are coarse. */
const roomy = 0.8

function timeoutWords(timeout: NatTimeout, most: number): Words {
  const { protocol, keptSeconds, lostSeconds, nat } = timeout
  const name = protocol.toUpperCase()
  if (nat === 'none')
    return {
      en: `${name}: no NAT, the server sees the address of the link; a firewall may still forget silent flows.`,
      ja: `${name}：NAT はありません（サーバーから見えるアドレスが回線のアドレスと同じ）。ただしファイアウォールが無通信のフローを破棄することはあります。`,
    }
  if (nat === 'preserved')
    return {
      en: `${name}: the NAT keeps port numbers, so that a forgotten flow looks like a kept one; STUN cannot tell.`,
      ja: `${name}：NAT がポート番号を保持するため、STUN では判定できません。`,
    }
  if (keptSeconds === null && lostSeconds === null)
    return {
      en: `${name}: nothing can be said; the server did not answer, or ended the connections itself. Name another.`,
      ja: `${name}：判定できません。サーバーが応答しないか、サーバー側から切断されました。別のサーバーを指定してください。`,
    }
  if (lostSeconds === null)
    return {
      en: `${name}: ${keptSeconds ?? most} s of silence are outlived, the longest that was tried.`,
      ja: `${name}：試した最長の無通信時間 ${keptSeconds ?? most} 秒でも維持されます。`,
    }
  if (keptSeconds === null)
    return {
      en: `${name}: ${lostSeconds} s of silence are too long already.`,
      ja: `${name}：${lostSeconds} 秒の無通信で失われます。`,
    }
  const every = Math.floor(keptSeconds * roomy)
  return {
    en: `${name}: silent flows are forgotten between ${keptSeconds} and ${lostSeconds} s: send something every ${every} s.`,
    ja: `${name}：無通信 ${keptSeconds}～${lostSeconds} 秒で失われます。${every} 秒ごとに何か送信してください。`,
  }
}
