import type { Clock } from '../../ports/clock'
import { quoted, type SeenLine, type Words } from '../../words'
import { familyFor } from '../family'
import type { IpHost } from '../host'
import { pathMtu } from '../mtu-probes'
import type { MssFacts, MtuProbe, PathMtuOptions, PathMtuResult } from '../path-mtu'
import type { ToolAnswer, ToolOptions } from './tool-answer'
import {
  aRouter,
  learnsOf,
  longerUntried,
  longerVanish,
  mssKept,
  mssShortened,
  noSizeProved,
  norNothing,
  norTcp,
  pathMtuSaid,
  probeOutcomes,
  stallsAt,
  theRouter,
  wholeMtuPasses,
} from './path-words'

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

function probeLine({ by, size, outcome, mtu, from }: MtuProbe): SeenLine {
  const told = mtu === undefined ? '' : `, MTU ${mtu}${from === undefined ? '' : ` (${from})`}`
  const head = `${by.toUpperCase()} ${String(size).padStart(5)}`
  return {
    en: `${head}  ${probeOutcomes[outcome].en}${told}`,
    ja: `${head}  ${probeOutcomes[outcome].ja}${told}`,
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
    const tcp = mss === null ? norTcp : norNothing
    return noSizeProved(host, tcp)
  }
  const segment = mss ? mssWords(facts, mss, octets) : { en: '', ja: '' }
  const head = octets === linkMtu ? wholeWords(octets) : cutWords(facts, octets)
  return { en: `${head.en}${segment.en}`, ja: `${head.ja}${segment.ja}` }
}

const named = (router: string): Words => theRouter(router)

const wholeWords = (octets: number): Words => wholeMtuPasses(octets)

function cutWords(facts: PathMtuResult, octets: number): Words {
  const { linkMtu, toldBy, silent, by, mss } = facts
  if (toldBy) {
    const router = toldBy.router === null ? aRouter : named(toldBy.router)
    return pathMtuSaid(octets, router, linkMtu)
  }
  if (by === 'tcp' && !silent && mss) return longerUntried(octets)
  return longerVanish(octets, linkMtu)
}

function mssWords(facts: PathMtuResult, mss: MssFacts, octets: number): Words {
  const theirs = mss.theirs ?? 536
  const fitting = mssFor(facts, octets)
  const held = theirs < mss.ours ? mssShortened(theirs, mss.ours) : mssKept(theirs)
  if (theirs <= fitting || octets === facts.linkMtu) return held
  const advice = facts.silent ? stallsAt(octets, fitting) : learnsOf(octets)
  return { en: `${held.en}${advice.en}`, ja: `${held.ja}${advice.ja}` }
}
