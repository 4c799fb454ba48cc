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
  type LoadPhase,
  type PhaseDelay,
} from '../loaded-delay'
import { msText, type ToolAnswer, type ToolOptions } from './tool-answer'

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

const names: { readonly [phase in LoadPhase]: Words } = {
  idle: { en: 'idle', ja: '無負荷' },
  down: { en: 'download', ja: 'ダウンロード中' },
  up: { en: 'upload', ja: 'アップロード中' },
}

function sampleLine({ phase, atMs, ms }: LoadedDelaySample): SeenLine {
  const seconds = `${(atMs / 1000).toFixed(1).padStart(5)} s`
  if (ms === null)
    return {
      en: `${names[phase].en}: ${seconds}  no answer within ${probeLimitMs / 1000} s`,
      ja: `${names[phase].ja}：${seconds}  ${probeLimitMs / 1000} 秒以内に応答なし`,
    }
  return {
    en: `${names[phase].en}: ${seconds}  ${msText(ms)}`,
    ja: `${names[phase].ja}：${seconds}  ${msText(ms)}`,
  }
}

const unfitWords: { readonly [why in NonNullable<PhaseDelay['unfit']>]: Words } = {
  load: {
    en: ' (not compared: the line was never full)',
    ja: '（比較対象外：回線に負荷がかからず）',
  },
  queue: {
    en: ' (not compared: the queue was not empty before)',
    ja: '（比較対象外：開始時にキューが空でなかったため）',
  },
}

function phaseLine({ phase, unfit, ...stats }: PhaseDelay): SeenLine {
  const why = unfit === null ? { en: '', ja: '' } : unfitWords[unfit]
  const { sent, received, minMs, medianMs, p95Ms, maxMs, jitterMs, mbps } = stats
  const rate = phase === 'idle' ? '' : `, ${mbps.toFixed(3)} Mbit/s`
  return {
    en: `${names[phase].en}: median ${msText(medianMs)}, min ${msText(minMs)}, 95 % below ${msText(p95Ms)}, max ${msText(maxMs)}, jitter ${msText(jitterMs)}, ${received} of ${sent} answered${rate}${why.en}`,
    ja: `${names[phase].ja}：中央値 ${msText(medianMs)}、最小 ${msText(minMs)}、95 % 点 ${msText(p95Ms)}、最大 ${msText(maxMs)}、ジッター ${msText(jitterMs)}、応答 ${received}/${sent}${rate === '' ? '' : `、${mbps.toFixed(3)} Mbit/s`}${why.ja}`,
  }
}

export function explainLoadedDelay(facts: LoadedDelayResult): ToolAnswer<LoadedDelayResult> {
  const { by, host, billedBytes, grade } = facts
  return {
    ok: grade !== null && grade !== 'D' && grade !== 'F',
    words: loadedDelayWords(facts),
    lines: [
      ...facts.phases.map(phaseLine),
      by === 'icmp'
        ? { en: `asked by ping: ${host}`, ja: `測定方法：${host} への ping` }
        : {
            en: `${host} answers no ping: asked by TCP handshakes`,
            ja: `${host} は ping に応答しないため、TCP ハンドシェイクで測定`,
          },
      quoted(bytesText(billedBytes)),
    ],
    facts,
  }
}

function loadedDelayWords({ phases, addedMs, grade, host }: LoadedDelayResult): Words {
  const [idle] = phases
  const unfit = phases.filter((phase) => phase.unfit === 'load')
  if (unfit.length > 0)
    return {
      en: `No grade: too little passed to fill the line (${unfit.map(({ phase }) => names[phase].en).join(', ')}). The page is too small: name something larger, 1 MB or more.`,
      ja: `評価できません：転送量が少なすぎて回線に負荷がかかりませんでした（${unfit.map(({ phase }) => names[phase].ja).join('、')}）。ページが小さすぎます。1 MB 以上のファイルを指定してください。`,
    }
  if (phases.some(({ sent }) => sent < leastAnswers))
    return {
      en: 'The line was full for too short a time to measure: raise the budget, or take something larger.',
      ja: '負荷をかけた時間が短すぎて測定できません。通信量の上限を上げるか、より大きなファイルを指定してください。',
    }
  if (phases.some((phase) => phase.unfit === 'queue'))
    return {
      en: `No grade: ${drainMs / 1000} s after the first direction its queue was not empty yet, so the second is not compared. Measure one direction at a time (--way; Direction in the window).`,
      ja: `評価できません：最初の方向の測定から ${drainMs / 1000} 秒たってもキューが空にならず、次の方向を比較できません。方向を 1 つずつ測定してください（--way、画面では［方向］）。`,
    }
  if (grade === null || addedMs === null || !idle)
    return {
      en: `Too few round trips to ${host} were answered to compare. Name another host that answers ping.`,
      ja: `${host} からの応答が少なすぎるため比較できません。ping に応答する別のホストを指定してください。`,
    }
  const list = phases.map(({ phase, medianMs }) => ({
    en: `${names[phase].en} ${msText(medianMs)}`,
    ja: `${names[phase].ja} ${msText(medianMs)}`,
  }))
  return {
    en: `Delay: ${list.map(({ en }) => en).join(', ')}. A full line adds ${msText(addedMs)}: grade ${grade}. ${meanings[grade].en}`,
    ja: `遅延（中央値）：${list.map(({ ja }) => ja).join('、')}。負荷による増加は ${msText(addedMs)}、評価 ${grade}。${meanings[grade].ja}`,
  }
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
  return {
    en: `Runs for ${all} s: ${idleSeconds} s idle, then ${ways.length} × ${seconds} s of load; late answers and a full queue are waited for, up to ${wait} s more after each. The load ends at ${most} in all; up to ${rest} may still be on their way then.`,
    ja: `${all} 秒間測定します（無負荷 ${idleSeconds} 秒、負荷 ${seconds} 秒 × ${ways.length}）。遅れた応答とキューが空になるのを待つため、各方向の後に最大 ${wait} 秒かかることがあります。負荷は合計 ${most} で停止します（送信途中のデータが最大 ${rest} 加わることがあります）。`,
  }
}

const calm: Words = {
  en: 'Short messages pass at once while a transfer runs.',
  ja: '転送中でも短いメッセージは遅れずに届きます。',
}
const felt: Words = {
  en: 'Short messages wait behind a transfer, but not for long.',
  ja: '転送中は短いメッセージが少し待たされます。',
}
const bad: Words = {
  en: 'Short messages wait behind a transfer: keep the rate of uploads and updates below what the line takes, or give timeouts more room.',
  ja: '転送中は短いメッセージが長く待たされます。アップロードや更新の速度を回線の上限より低く抑えるか、タイムアウトに余裕を持たせてください。',
}
const meanings: { readonly [grade in LoadGrade]: Words } = {
  'A+': calm,
  A: calm,
  B: felt,
  C: felt,
  D: bad,
  F: bad,
}
