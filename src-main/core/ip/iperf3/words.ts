import type { Words } from '../../words'

export const nothingOfIperf3 = (seen: string): Words => ({
  en: `“${seen}” is nothing that iperf3 says`,
  ja: `「${seen}」は iperf3 の応答ではありません。`,
})

export const saidNothing = (seconds: number): Words => ({
  en: `It said nothing for ${seconds} s.`,
  ja: `${seconds} 秒間応答がありません。`,
})

export const connectionClosed: Words = {
  en: 'It closed the connection.',
  ja: '相手が接続を閉じました。',
}
