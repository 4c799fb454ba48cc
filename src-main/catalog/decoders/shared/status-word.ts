import { say } from '@core/at/parameter'
import type { Words } from '@core/words'

/** What a SIM card answers with, in words (ETSI TS 102 221, 10.2.1). */
export function statusWord(sw1: unknown, sw2: unknown): { words: Words; fine: boolean } {
  const value = Number(sw1) * 256 + (typeof sw2 === 'number' ? sw2 : 0)
  if (value === 0x9000 || sw1 === 0x91)
    return { words: say('The card carried it out', 'カードは正常に応答しました'), fine: true }
  if (sw1 === 0x9f || sw1 === 0x61)
    return {
      words: say('The card has more data to fetch', 'カードに続きのデータがあります'),
      fine: true,
    }
  if ((value & 0xfff0) === 0x63c0)
    return {
      words: say(`Tries left: ${value & 0xf}`, `残り試行回数：${value & 0xf} 回`),
      fine: (value & 0xf) > 1,
    }
  const known = failures[value]
  const shown = value.toString(16).toUpperCase().padStart(4, '0')
  return {
    words: known ?? say(`The card refused (${shown})`, `カードが拒否しました（${shown}）`),
    fine: false,
  }
}

const failures: Record<number, Words> = {
  0x6983: say('Blocked: no tries left', 'ブロックされています（残り回数なし）'),
  0x6982: say('The card wants its PIN first', '先に PIN の入力が必要です'),
  0x6984: say('The card cannot use that data', '参照データが無効です'),
  0x6a82: say('The card has no such file', 'ファイルが存在しません'),
  0x9404: say('The card has no such file', 'ファイルが存在しません'),
  0x9804: say('The card wants its PIN first, or it was wrong', 'PIN が必要か、PIN が違います'),
  0x9840: say('Blocked: no tries left', 'ブロックされています（残り回数なし）'),
  0x6b00: say('Wrong parameters P1, P2', 'P1・P2 が不正です'),
  0x6d00: say('The card does not know that command', 'カードが対応していない命令です'),
}
