import type { Words } from '../words'

/** Faults that work on hardware too. */
export const hardwareFaults = [
  'hang-up',
  'disc-channel',
  'radio-off',
  'radio-on',
  'power-off',
  'power-on',
  'delete-session',
  'by-hand',
] as const
export type HardwareFault = (typeof hardwareFaults)[number]

export const hardwareTitles: { readonly [fault in HardwareFault]: Words } = {
  'hang-up': { en: 'Hang up PPP', ja: 'PPP を切断' },
  'disc-channel': {
    en: 'Close a CMUX channel (DISC)',
    ja: 'CMUX チャネルを閉じる（DISC）',
  },
  'radio-off': { en: 'Radio off (CFUN=4)', ja: '無線オフ（CFUN=4）' },
  'radio-on': { en: 'Radio on (CFUN=1)', ja: '無線オン（CFUN=1）' },
  'power-off': { en: 'Power off by the board', ja: 'ボードで電源オフ' },
  'power-on': { en: 'Power on by the board', ja: 'ボードで電源オン' },
  'delete-session': {
    en: 'Delete the session on SORACOM (signed in)',
    ja: 'SORACOM 側でセッションを切断（要サインイン）',
  },
  'by-hand': { en: 'A step by hand', ja: '手作業' },
}
