import type { Words } from '../words'

/** What the ends of a link are told by. */
export const closedHere: Words = { en: 'closed here', ja: 'こちらから切断' }
export const stoppedHere: Words = { en: 'stopped here', ja: 'こちらから停止' }

/** As pppd says it, when a person ends the link. */
export const userRequest: Words = { en: 'User request', ja: '利用者の操作' }
export const endedByNetwork: Words = { en: 'ended by the network', ja: 'ネットワーク側から終了' }

/** Whose password was not taken. */
export const userWords = (user: string): Words => ({
  en: `user “${user}”`,
  ja: `ユーザー「${user}」`,
})
