import type { Clock } from '../../ports/clock'
import { quoted, type SeenLine, type Words } from '../../words'
import { familyFor } from '../family'
import type { IpHost } from '../host'
import { pathMtu } from '../mtu-probes'
import type { MssFacts, MtuProbe, PathMtuOptions, PathMtuResult } from '../path-mtu'
import type { ToolAnswer, ToolOptions } from './tool-answer'

export interface MtuTool extends ToolOptions, Omit<PathMtuOptions, 'signal' | 'onProbe'> {
  readonly host: string
}

/** The longest packet that reaches a host, and what TCP is told of it. Rejects like `IpHost.ping`. */
export async function mtuTool(
  clock: Clock,
  host: IpHost,
  options: MtuTool,
): Promise<ToolAnswer<PathMtuResult>> {
  const { onProgress, host: name, ...rest } = options
  let index = 0
  const result = await pathMtu(clock, host, name, {
    ...rest,
    onProbe: (probe) => onProgress?.({ index: ++index, value: probe.size, line: probeLine(probe) }),
  })
  return explainMtu(result)
}

export function explainMtu(facts: PathMtuResult): ToolAnswer<PathMtuResult> {
  const { pathMtu: octets, silent, mss, probes } = facts
  const fits = octets !== null && mss !== null && mssFor(facts, octets) >= (mss.theirs ?? 536)
  return {
    ok: octets !== null && (!silent || fits),
    words: mtuWords(facts),
    lines: [...probes.map(probeLine), ...(mss ? [mssLine(mss)] : [])],
    facts,
  }
}

const outcomes: { readonly [outcome in MtuProbe['outcome']]: Words } = {
  passed: { en: 'passed', ja: '通過' },
  'too-big': { en: 'too long', ja: '長すぎる' },
  lost: { en: 'no answer', ja: '応答なし' },
}

function probeLine({ by, size, outcome, mtu, from }: MtuProbe): SeenLine {
  const told = mtu === undefined ? '' : `, MTU ${mtu}${from === undefined ? '' : ` (${from})`}`
  const head = `${by.toUpperCase()} ${String(size).padStart(5)}`
  return {
    en: `${head}  ${outcomes[outcome].en}${told}`,
    ja: `${head}  ${outcomes[outcome].ja}${told}`,
  }
}

const mssLine = ({ port, ours, theirs }: MssFacts): SeenLine =>
  quoted(`TCP ${port}: SYN MSS ${ours}, SYN-ACK MSS ${theirs ?? '–'}`)

/** The longest segment whose packets pass. */
const mssFor = ({ address }: PathMtuResult, octets: number): number =>
  octets - familyFor(address).headerOctets - 20

function mtuWords(facts: PathMtuResult): Words {
  const { host, pathMtu: octets, linkMtu, mss } = facts
  if (octets === null) {
    const tcp = mss === null ? { en: ' nor TCP', ja: '、TCP にも' } : { en: '', ja: 'に' }
    return {
      en: `${host} answers neither echoes${tcp.en}, so that no size could be proved. Name another host, or a name server and probes by UDP.`,
      ja: `${host} が ping${tcp.ja}応答しないため、サイズを確認できません。別のホストを指定するか、DNS サーバーを指定して UDP で測定してください。`,
    }
  }
  const segment = mss ? mssWords(facts, mss, octets) : { en: '', ja: '' }
  const head = octets === linkMtu ? wholeWords(octets) : cutWords(facts, octets)
  return { en: `${head.en}${segment.en}`, ja: `${head.ja}${segment.ja}` }
}

const named = (router: string): Words => ({
  en: `the router ${router}`,
  ja: `ルーター ${router} `,
})

const wholeWords = (octets: number): Words => ({
  en: `Packets of ${octets} octets pass: the whole MTU of the link.`,
  ja: `${octets} バイトのパケットが通過します（リンクの MTU と同じ）。`,
})

function cutWords(facts: PathMtuResult, octets: number): Words {
  const { linkMtu, toldBy, silent, by, mss } = facts
  if (toldBy) {
    const router =
      toldBy.router === null ? { en: 'a router', ja: 'ルーター' } : named(toldBy.router)
    return {
      en: `The path MTU is ${octets}, as ${router.en} says; the link itself has ${linkMtu}.`,
      ja: `パス MTU は ${octets} です（${router.ja}が通知、リンクの MTU は ${linkMtu}）。`,
    }
  }
  if (by === 'tcp' && !silent && mss)
    return {
      en: `Packets of ${octets} octets pass; longer ones cannot be tried by TCP, since the other side takes no longer segment.`,
      ja: `${octets} バイトのパケットが通過します。相手の MSS の制限により、TCP ではこれより長いパケットを試せません。`,
    }
  return {
    en: `The path MTU is ${octets}. Longer packets vanish, and no router says so (the link itself has ${linkMtu}).`,
    ja: `パス MTU は ${octets} です。これより長いパケットは通知なしに破棄されます（リンクの MTU は ${linkMtu}）。`,
  }
}

function mssWords(facts: PathMtuResult, mss: MssFacts, octets: number): Words {
  const theirs = mss.theirs ?? 536
  const fitting = mssFor(facts, octets)
  const held =
    theirs < mss.ours
      ? {
          en: ` The MSS in the SYN-ACK is ${theirs}, not ${mss.ours}: the network (MSS clamping) or the server keeps TCP shorter.`,
          ja: `SYN-ACK の MSS は ${mss.ours} ではなく ${theirs} です。ネットワーク（MSS クランプ）またはサーバーが TCP セグメントを短く制限しています。`,
        }
      : {
          en: ` The MSS in the SYN-ACK is ${theirs}: nobody on the way shortens it.`,
          ja: `SYN-ACK の MSS は ${theirs} で、途中での書き換え（MSS クランプ）はありません。`,
        }
  if (theirs <= fitting || octets === facts.linkMtu) return held
  const advice = facts.silent
    ? {
        en: ` TCP would send longer segments than pass, and stall: set the MTU of the device to ${octets} (MSS ${fitting}).`,
        ja: `通過できない長さの TCP セグメントが送られ、通信が止まる恐れがあります。機器の MTU を ${octets}（MSS ${fitting}）に設定してください。`,
      }
    : {
        en: ` TCP learns of ${octets} from the router’s message: a firewall must let it through.`,
        ja: `TCP はルーターの通知から ${octets} を知ります。ファイアウォールでこの通知（ICMP）を遮断しないでください。`,
      }
  return { en: `${held.en}${advice.en}`, ja: `${held.ja}${advice.ja}` }
}
