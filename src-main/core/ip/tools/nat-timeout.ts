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
} from '../nat-timeout'
import type { ToolAnswer, ToolOptions } from './tool-answer'
import {
  forgottenBetween,
  natTimeoutTakes,
  noNat,
  nothingToSay,
  outlived,
  portsKept,
  silenceOutcomes,
  tooLongAlready,
} from './path-words'

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
  return natTimeoutTakes(seconds)
}

function silenceLine({ protocol, seconds, outcome }: Silence): SeenLine {
  const head = `${protocol.toUpperCase()}  ${String(seconds).padStart(5)} s`
  return {
    en: `${head}  ${silenceOutcomes[outcome].en}`,
    ja: `${head}  ${silenceOutcomes[outcome].ja}`,
  }
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
  if (nat === 'none') return noNat(name)
  if (nat === 'preserved') return portsKept(name)
  if (keptSeconds === null && lostSeconds === null) return nothingToSay(name)
  if (lostSeconds === null) return outlived(name, keptSeconds ?? most)
  if (keptSeconds === null) return tooLongAlready(name, lostSeconds)
  const every = Math.floor(keptSeconds * roomy)
  return forgottenBetween(name, keptSeconds, lostSeconds, every)
}
