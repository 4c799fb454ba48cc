import type { Clock } from '../../ports/clock'
import { quoted, type Words } from '../../words'
import { bytesText } from '../budget'
import type { IpHost } from '../host'
import {
  throughput,
  tooShort,
  type ThroughputOptions,
  type ThroughputResult,
  type ThroughputSample,
} from '../throughput'
import type { ToolAnswer, ToolOptions } from './tool-answer'
import { transferRate, transferTakes } from './load-words'

export interface ThroughputTool
  extends ToolOptions, Omit<ThroughputOptions, 'signal' | 'onSample'> {}

/** A download or upload for some seconds, explained. Rejects like `IpHost.http`. */
export async function throughputTool(
  clock: Clock,
  host: IpHost,
  options: ThroughputTool,
): Promise<ToolAnswer<ThroughputResult>> {
  const { onProgress, ...rest } = options
  let index = 0
  const result = await throughput(clock, host, {
    ...rest,
    onSample: (sample) =>
      onProgress?.({ index: ++index, value: sample.mbps, line: quoted(sampleLine(sample)) }),
  })
  return {
    ok: result.bytes > 0 && !tooShort(result),
    words: throughputWords(result),
    lines: result.samples.map(sampleLine).map(quoted),
    facts: result,
  }
}

/** What a measurement may cost at most, before it begins. */
export function budgetWords(seconds: number, budgetBytes: number): Words {
  const most = bytesText(budgetBytes)
  return transferTakes(seconds, most)
}

export function sampleLine({ atMs, bytes, mbps }: ThroughputSample): string {
  return `${(atMs / 1000).toFixed(1).padStart(5)} s  ${mbps.toFixed(3).padStart(8)} Mbit/s  ${bytesText(bytes)}`
}

function throughputWords(result: ThroughputResult): Words {
  const { direction, ms, bytes, billedBytes, mbps, ended, budgetBytes } = result
  const rate = `${mbps.toFixed(mbps < 1 ? 3 : 1)} Mbit/s`
  const seconds = (ms / 1000).toFixed(1)
  const cut = ended === 'budget'
  const most = bytesText(budgetBytes)
  const short = tooShort(result)
  return transferRate(
    direction,
    rate,
    seconds,
    bytesText(bytes),
    bytesText(billedBytes),
    cut,
    most,
    short,
  )
}
