import type { FamilyChoice } from '../destination'
import type { IpHost } from '../host'
import type { NtpResult } from '../ntp'
import { msText, type ToolAnswer, type ToolOptions } from './tool-answer'
import { quoted } from '../../words'
import { clockAgrees, clockDiffers, clockOffset } from './words'

export interface NtpTool extends ToolOptions {
  readonly host: string
  readonly timeoutMs?: number | undefined
  readonly family?: FamilyChoice | undefined
}

/** The time of a server, explained. Rejects like `IpHost.ntp`. */
export async function ntpTool(host: IpHost, options: NtpTool): Promise<ToolAnswer<NtpResult>> {
  const { timeoutMs, family, signal } = options
  const result = await host.ntp(options.host, { timeoutMs, family, signal })
  const time = new Date(result.timeMs).toISOString()
  return {
    ok: true,
    words: ntpWords(result),
    lines: [
      quoted(`${result.server}: ${time}, stratum ${result.stratum}`),
      clockOffset(signed(result.offsetMs), msText(result.delayMs)),
    ],
    facts: result,
  }
}

function signed(ms: number): string {
  return `${ms > 0 ? '+' : ''}${ms.toFixed(1)} ms`
}

/** Less than this is within what a cellular round trip can tell. */
const closeMs = 100

function ntpWords({ server, offsetMs, delayMs }: NtpResult) {
  const by = Math.abs(offsetMs)
  const seconds = by < 1000 ? `${by.toFixed(0)} ms` : `${(by / 1000).toFixed(1)} s`
  const trip = msText(delayMs)
  if (by < closeMs) return clockAgrees(server, trip)
  const behind = offsetMs > 0
  return clockDiffers(seconds, behind, server, trip)
}
