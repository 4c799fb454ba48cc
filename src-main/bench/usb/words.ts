import { usbFamilies } from '@catalog/usb'
import type { Words } from '@core/words'

/** `model`: what the modem calls itself; empty where it does not tell. */
export function noUsbCommand(model: string): Words {
  const known = usbFamilies.map(({ name }) => name)
  return {
    en: `The modem calls itself ${model || '?'}; known are ${known.join('; ')}.`,
    ja: `モデムの型名は ${model || '不明'} です。対応：${known.join('、')}。`,
  }
}
export const noUsbChoice = (ids: readonly string[]): Words => ({
  en: `Expected one of ${ids.join(', ')}.`,
  ja: `指定できる値：${ids.join('、')}。`,
})
export const usbSwitched = (name: string): Words => ({
  en: `USB composition set to ${name}: the modem leaves the bus and comes back, maybe under other names.`,
  ja: `USB 構成を ${name} に変更しました。モデムが再起動し、別の名前で認識されることがあります。`,
})
