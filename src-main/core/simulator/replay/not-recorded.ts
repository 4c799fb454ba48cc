import type { Words } from '../../words'
import type { Script } from './script'

/** What a modem must always understand, and what is about the line and the call: echo, hanging up, going back. */
export const leftToModem = /^(E[01]?|H0?|O0?)?$/i

export function notRecorded({ recording }: Script, body: string): Words {
  return {
    en: `The recording ${recording.name} has no AT${body}: answered with ERROR.`,
    ja: `記録 ${recording.name} に AT${body} はありません。ERROR を返しました。`,
  }
}

export const pppIsSimulated: Words = {
  en: 'The recorded frames are not repeated: behind this CONNECT is a simulated PPP server.',
  ja: '記録されたフレームは再生できないため、この CONNECT の先は模擬 PPP サーバーです。',
}
