import type { Words } from '../../words'

/** Somebody in the phone book of the simulated card, whose name is not in the GSM alphabet. */
export const personAtBoard = '基板担当'

/** What the simulated network answers when it is asked for the balance. */
export const balance: Words = { en: 'Balance: 500 yen', ja: '残高 500 円' }
