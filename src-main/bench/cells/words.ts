import { cellFamilies } from '@catalog/cells'
import type { Words } from '@core/words'

/** `model`: what the modem calls itself; empty where it does not tell. */
export function noCellCommand(model: string): Words {
  const known = cellFamilies.filter(({ servingOnly }) => !servingOnly).map(({ name }) => name)
  return {
    en: `The modem calls itself ${model || '?'}; known are ${known.join('; ')}.`,
    ja: `モデムの型名は ${model || '不明'} です。対応：${known.join('、')}。`,
  }
}
