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
  return {
    en: `Runs for ${seconds} s or until ${most} have passed, whichever comes first; up to 0.3 MB may still be on their way then.`,
    ja: `${seconds} 秒間、または ${most} に達するまで実行します（送信途中のデータが最大 0.3 MB 加わることがあります）。`,
  }
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
  return {
    en: `${direction === 'down' ? 'Download' : 'Upload'}: ${rate} on average over ${seconds} s; ${bytesText(bytes)} of content, ${bytesText(billedBytes)} with all headers.${cut ? ` Stopped at the budget of ${most}.` : ''}${short ? ' The content at this URL is too short to measure with: take a file of 1 MB or more.' : ''}`,
    ja: `${direction === 'down' ? 'ダウンロード' : 'アップロード'}：平均 ${rate}（${seconds} 秒間）。内容 ${bytesText(bytes)}、ヘッダーを含め ${bytesText(billedBytes)}。${cut ? `上限 ${most} に達したため停止しました。` : ''}${short ? 'この URL の内容は小さすぎるため測定に向きません。1 MB 以上のファイルを指定してください。' : ''}`,
  }
}
