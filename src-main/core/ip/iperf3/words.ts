import type { Words } from '../../words'

export const nothingOfIperf3 = (seen: string): Words => ({
  en: `“${seen}” is nothing that iperf3 says`,
  ja: `「${seen}」は iperf3 の応答ではありません。`,
})
