import type { Chance } from '../../ports/chance'
import type { Clock } from '../../ports/clock'
import { quoted, type SeenLine, type Words } from '../../words'
import { bytesText } from '../budget'
import type { IpHost } from '../host'
import { iperf3, type Iperf3Result } from '../iperf3/iperf3'
import type { Iperf3Request } from '../iperf3/request'
import { msText, type ToolAnswer, type ToolOptions } from './tool-answer'
import { sampleLine } from './throughput'
import { datagramsLost, iperf3Rate, withAllHeaders } from './load-words'

export interface Iperf3Tool extends ToolOptions, Omit<Iperf3Request, 'signal' | 'onSample'> {}

/** A test with a server of iperf3, explained. Rejects like `iperf3`. */
export async function iperf3Tool(
  parts: { readonly clock: Clock; readonly chance: Chance; readonly host: IpHost },
  options: Iperf3Tool,
): Promise<ToolAnswer<Iperf3Result>> {
  const { onProgress, ...rest } = options
  let index = 0
  const facts = await iperf3(parts, {
    ...rest,
    onSample: (sample) =>
      onProgress?.({ index: ++index, value: sample.mbps, line: quoted(sampleLine(sample)) }),
  })
  return {
    ok: facts.bytes > 0,
    words: iperf3Words(facts),
    lines: [...facts.samples.map(sampleLine).map(quoted), countLine(facts)],
    facts,
  }
}

function countLine({ retransmits, billedBytes }: Iperf3Result): SeenLine {
  const bytes = bytesText(billedBytes)
  const again = retransmits === null ? '' : String(retransmits)
  return withAllHeaders(bytes, again)
}

function iperf3Words(facts: Iperf3Result): Words {
  const { protocol, direction, mbps, ms, bytes, ended, budgetBytes } = facts
  const rate = `${mbps.toFixed(mbps < 1 ? 3 : 1)} Mbit/s`
  const seconds = (ms / 1000).toFixed(1)
  const most = bytesText(budgetBytes)
  const cut = ended === 'budget'
  const datagrams = datagramWords(facts)
  return iperf3Rate(
    protocol.toUpperCase(),
    direction,
    rate,
    seconds,
    bytesText(bytes),
    datagrams,
    cut,
    most,
  )
}

function datagramWords({ packets, lost, jitterMs }: Iperf3Result): Words {
  if (packets === null || lost === null) return { en: '', ja: '' }
  const share = packets === 0 ? '–' : `${((100 * lost) / packets).toFixed(1)} %`
  return datagramsLost(lost, packets, share, msText(jitterMs))
}
