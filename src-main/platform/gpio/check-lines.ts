import { Fault } from '@core/fault'
import type { GpioCaps, LineConfig } from '@core/ports/gpio-adapter'
import type { Words } from '@core/words'

/** Throws `Fault('line-config')` saying which line cannot be used as described, before anything is touched. */
export function checkLines(caps: GpioCaps, lines: readonly LineConfig[], adapter: string): void {
  const names = new Set<string>()
  const pins = new Map<string, string>()
  for (const line of lines) {
    const refuse = ({ en, ja }: Words): never => {
      throw new Fault('line-config', {
        en: `${adapter}, ${line.name} on ${line.pin}: ${en}`,
        ja: `${adapter}、ピン ${line.pin} の ${line.name}: ${ja}`,
      })
    }
    if (names.has(line.name))
      refuse({ en: 'the name is used twice.', ja: '名前が重複しています。' })
    const other = pins.get(String(line.pin))
    if (other) refuse({ en: `${other} is on the same pin.`, ja: `${other} と同じピンです。` })
    names.add(line.name)
    pins.set(String(line.pin), line.name)
    const why = mistake(caps, line)
    if (why) refuse(why)
  }
}

function mistake(caps: GpioCaps, line: LineConfig): Words | undefined {
  const pin = caps.lines.find((info) => String(info.pin) === String(line.pin))
  if (!pin) {
    const pins = caps.lines.map((info) => info.pin).join(', ')
    return {
      en: `there is no such pin; there are ${pins || 'none'}.`,
      ja: `このピンはありません。使用できるピン：${pins || 'なし'}。`,
    }
  }
  if (line.dir === 'in')
    return pin.in
      ? undefined
      : { en: 'it cannot be read as an input.', ja: '入力として読み取れません。' }
  if (!pin.out) return { en: 'it cannot be driven.', ja: '出力として駆動できません。' }
  if (line.drive === 'contact')
    return caps.openDrain === 'contact'
      ? undefined
      : { en: 'the adapter has no relay contacts.', ja: 'このアダプターにリレー接点はありません。' }
  if (line.drive === 'open-drain')
    return caps.openDrain === 'none'
      ? {
          en: 'the adapter cannot drive open drain; a driven high level would damage a bare module. Use a relay or a transistor.',
          ja: 'このアダプターはオープンドレイン出力に対応していません。High を直接出力するとモジュール単体を破損するおそれがあるため、リレーまたはトランジスターを使用してください。',
        }
      : line.activeLow
        ? undefined
        : {
            en: 'an open drain can only pull low.',
            ja: 'オープンドレインは Low にしか駆動できません。',
          }
  if (caps.openDrain === 'contact')
    return {
      en: 'a relay has no level to drive; use it as a contact.',
      ja: 'リレーに出力レベルはありません。接点（contact）として使用してください。',
    }
  return caps.pushPull
    ? undefined
    : {
        en: 'the adapter cannot drive a high level.',
        ja: 'このアダプターは High を出力できません。',
      }
}
