import type { Clock } from '../../ports/clock'
import { quoted, type SeenLine, type Words } from '../../words'
import { bytesText } from '../budget'
import type { IpHost } from '../host'
import { probeLimitMs } from '../delay-probe'
import {
  drainMs,
  leastAnswers,
  loadedDelay,
  type LoadedDelayOptions,
  type LoadedDelayResult,
  type LoadedDelaySample,
  type LoadGrade,
  type PhaseDelay,
} from '../loaded-delay'
import { msText, type ToolAnswer, type ToolOptions } from './tool-answer'
import {
  askedByHandshakes,
  askedByPing,
  bad,
  calm,
  felt,
  fullTooShort,
  loadedDelayGrade,
  loadedDelayTakes,
  noAnswerWithin,
  phaseDelay,
  phaseNames,
  queueNotEmptied,
  tooFewAnswered,
  tooLittlePassed,
  unfitWords,
} from './load-words'

export interface BufferbloatTool
  extends ToolOptions, Omit<LoadedDelayOptions, 'signal' | 'onSample'> {}

/** The delay of an idle line against that of a full one, explained. Rejects like `throughputTool`. */
export async function bufferbloatTool(
  clock: Clock,
  host: IpHost,
  options: BufferbloatTool,
): Promise<ToolAnswer<LoadedDelayResult>> {
  const { onProgress, ...rest } = options
  let index = 0
  const result = await loadedDelay(clock, host, {
    ...rest,
    onSample: (sample) =>
      onProgress?.({
        index: ++index,
        value: sample.ms,
        part: sample.phase,
        line: sampleLine(sample),
      }),
  })
  return explainLoadedDelay(result)
}

function sampleLine({ phase, atMs, ms }: LoadedDelaySample): SeenLine {
  const seconds = `${(atMs / 1000).toFixed(1).padStart(5)} s`
  if (ms === null) return noAnswerWithin(phaseNames[phase], seconds, probeLimitMs / 1000)
  return {
    en: `${phaseNames[phase].en}: ${seconds}  ${msText(ms)}`,
    ja: `${phaseNames[phase].ja}：${seconds}  ${msText(ms)}`,
  }
}

function phaseLine({ phase, unfit, ...stats }: PhaseDelay): SeenLine {
  const why = unfit === null ? { en: '', ja: '' } : unfitWords[unfit]
  const { sent, received, minMs, medianMs, p95Ms, maxMs, jitterMs, mbps } = stats
  const rate = phase === 'idle' ? '' : `, ${mbps.toFixed(3)} Mbit/s`
  return phaseDelay(
    phaseNames[phase],
    msText(medianMs),
    msText(minMs),
    msText(p95Ms),
    msText(maxMs),
    msText(jitterMs),
    received,
    sent,
    rate,
    why,
    mbps,
  )
}

export function explainLoadedDelay(facts: LoadedDelayResult): ToolAnswer<LoadedDelayResult> {
  const { by, host, billedBytes, grade } = facts
  return {
    ok: grade !== null && grade !== 'D' && grade !== 'F',
    words: loadedDelayWords(facts),
    lines: [
      ...facts.phases.map(phaseLine),
      by === 'icmp' ? askedByPing(host) : askedByHandshakes(host),
      quoted(bytesText(billedBytes)),
    ],
    facts,
  }
}

function loadedDelayWords({ phases, addedMs, grade, host }: LoadedDelayResult): Words {
  const [idle] = phases
  const unfit = phases.filter((phase) => phase.unfit === 'load')
  if (unfit.length > 0) return tooLittlePassed(unfit.map(({ phase }) => phaseNames[phase]))
  if (phases.some(({ sent }) => sent < leastAnswers)) return fullTooShort
  if (phases.some((phase) => phase.unfit === 'queue')) return queueNotEmptied(drainMs / 1000)
  if (grade === null || addedMs === null || !idle) return tooFewAnswered(host)
  const list = phases.map(({ phase, medianMs }) => ({
    en: `${phaseNames[phase].en} ${msText(medianMs)}`,
    ja: `${phaseNames[phase].ja} ${msText(medianMs)}`,
  }))
  return loadedDelayGrade(list, msText(addedMs), grade, meanings[grade])
}

interface Cost {
  readonly ways: readonly unknown[]
  readonly idleSeconds: number
  readonly seconds: number
  readonly budgetBytes: number
}

/** How long it takes and what it may cost, before it begins. */
export function loadedDelayCost({ ways, idleSeconds, seconds, budgetBytes }: Cost): Words {
  const all = idleSeconds + seconds * ways.length
  const most = bytesText(budgetBytes)
  const wait = (probeLimitMs + drainMs) / 1000
  const rest = `${(0.3 * ways.length).toFixed(1)} MB`
  return loadedDelayTakes(all, idleSeconds, ways.length, seconds, wait, most, rest)
}

const meanings: { readonly [grade in LoadGrade]: Words } = {
  'A+': calm,
  A: calm,
  B: felt,
  C: felt,
  D: bad,
  F: bad,
}
