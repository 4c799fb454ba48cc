import type { Words } from '../words'
import { ussdText, type CharacterSet } from './text'

/** <m> of +CUSD (27.007, 7.15). */
export const ussdStates = ['done', 'asks', 'ended', 'elsewhere', 'unsupported', 'timeout'] as const
export type UssdState = (typeof ussdStates)[number]

/** What the network said. */
export interface UssdReply {
  readonly state: UssdState
  /** Empty: it said nothing. */
  readonly text: string
}

export const ussdWords: { readonly [state in UssdState]: Words } = {
  done: { en: 'finished', ja: '完了' },
  asks: { en: 'the network waits for an answer', ja: 'ネットワークが応答を待っています' },
  ended: { en: 'the network ended the dialogue', ja: 'ネットワークが対話を終了しました' },
  elsewhere: {
    en: 'another client of this modem answered: its text is there, not here',
    ja: 'このモデムの別のクライアントが応答したため、本文はそちらに表示されます',
  },
  unsupported: {
    en: 'not allowed or not known: ask the operator for the codes of this SIM',
    ja: '許可されていないか、未対応のコードです。この SIM で使えるコードを事業者に確認してください',
  },
  timeout: {
    en: 'the network did not answer in time: send again later',
    ja: 'ネットワークの応答がタイムアウトしました。時間をおいて再送してください',
  },
}

const form = /^\+CUSD: *(\d)(?:, *(?:"([^]*)"|([^",]*)))?(?:, *(\d{1,3}))?\s*$/

/** A whole `+CUSD: <m>[,<str>[,<dcs>]]`; quotes inside the text are its own. Undefined: it is none, or goes on. */
export function ussdReply(said: string, set: CharacterSet): UssdReply | undefined {
  const [, m = '', quoted, bare = '', dcs] = form.exec(said) ?? []
  const state = ussdStates[Number(m)]
  if (m === '' || state === undefined) return undefined
  const text = ussdText(quoted ?? bare, dcs === undefined ? undefined : Number(dcs), set)
  return { state, text }
}

/** Whether the quotes of a line are still open: a menu has lines of its own. */
export const isOpen = (said: string): boolean =>
  /^\+CUSD: *\d, *"/.test(said) &&
  !/"(?:, *\d{1,3})?\s*$/.test(said.replace(/^\+CUSD: *\d, *"/, ''))
