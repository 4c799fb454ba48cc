import type { Words } from '../words'
import { networkText } from './networks'

/** What it has to do with a registration that failed. */
export function forbiddenWords(networks: readonly string[]): Words {
  const texts = networks.map(networkText)
  const one = texts.length === 1
  return {
    en: `${texts.join(', ')} ${one ? 'stands' : 'stand'} in the SIM’s forbidden networks (EF_FPLMN): the modem does not try ${one ? 'it' : 'them'} by itself.`,
    ja: `SIM の禁止ネットワーク（EF_FPLMN）に ${texts.join('、')} があります。モデムは自動では接続を試みません。`,
  }
}
export const clearForbidden: Words = {
  en: 'If that is the network here: clear the list (SIM… in the menu of the slot, or modem-bench sim-card clear-forbidden PORT), then turn the radio off and on (AT+CFUN=0, AT+CFUN=1). A network that still refuses the SIM gets on the list again: ask its operator then.',
  ja: 'この場所のネットワークが含まれる場合は、一覧を消去し（スロットのメニューの「SIM…」、または modem-bench sim-card clear-forbidden ポート）、無線をオフ・オン（AT+CFUN=0、AT+CFUN=1）してください。再び拒否されると一覧に戻ります。その場合は通信事業者に確認してください。',
}
