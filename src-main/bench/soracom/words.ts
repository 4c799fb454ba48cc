import type { SoracomEvent } from '@core/soracom/platform'
import { sessionEventWords } from '@core/soracom/words'
import type { Words } from '@core/words'

export const waitFor = (ms: number): Words => {
  const seconds = Math.ceil(ms / 1000)
  return { en: `Wait ${seconds} s.`, ja: `${seconds} 秒待ってください。` }
}

export const accountSealedElsewhere: Words = {
  en: 'The SORACOM account was sealed by another keyring; sign in again.',
  ja: 'SORACOM アカウントは別のキーリングで暗号化されています。サインインし直してください。',
}

export const accountNotRead: Words = {
  en: 'the SORACOM account was not read; sign in again',
  ja: 'SORACOM アカウントを読み取れませんでした。サインインし直してください',
}

/** Without the address, which names the device on the platform's net; the panel has it. */
export function toldEvent({ event, apn, radio }: SoracomEvent, agoMs: number): Words {
  const { en, ja } = sessionEventWords(event)
  const more = [apn === null ? '' : `APN ${apn}`, radio ?? ''].filter((one) => one !== '')
  const ago = Math.max(0, Math.round(agoMs / 1000))
  return {
    en: `SORACOM, ${ago} s ago: ${en}${more.length > 0 ? ` (${more.join(', ')})` : ''}`,
    ja: `SORACOM（${ago} 秒前）：${ja}${more.length > 0 ? `（${more.join('、')}）` : ''}`,
  }
}

export function markedEvent({ event, apn, radio }: SoracomEvent): Words {
  const { en, ja } = sessionEventWords(event)
  const more = [apn ?? '', radio ?? ''].filter((one) => one !== '').join(' ')
  return {
    en: `SORACOM: ${en}${more === '' ? '' : ` (${more})`}`,
    ja: `SORACOM：${ja}${more === '' ? '' : `（${more}）`}`,
  }
}

export const saidByPlatform = ({ en, ja }: Words): Words => ({
  en: `SORACOM: ${en}`,
  ja: `SORACOM：${ja}`,
})

export const sessionDeletedHere: Words = {
  en: 'SORACOM was told to delete the session',
  ja: 'SORACOM にセッションの切断を要求しました',
}
