import type { Words } from '../../words'

export function notRecorded(name: string, body: string): Words {
  return {
    en: `The recording ${name} has no AT${body}: answered with ERROR.`,
    ja: `記録 ${name} に AT${body} はありません。ERROR を返しました。`,
  }
}

export const pppIsSimulated: Words = {
  en: 'The recorded frames are not repeated: behind this CONNECT is a simulated PPP server.',
  ja: '記録されたフレームは再生できないため、この CONNECT の先は模擬 PPP サーバーです。',
}

/** `slot`: the one that was asked for; `others`: those that the recording has. */
export function slotNotRecorded(name: string, slot: string, others: readonly string[]): Words {
  const has = others.map((one) => one.toUpperCase()).join(', ')
  return {
    en: `${name}: slot ${slot.toUpperCase()}; there is ${has}.`,
    ja: `${name}：スロット ${slot.toUpperCase()} はありません（記録にあるのは ${has}）。`,
  }
}
