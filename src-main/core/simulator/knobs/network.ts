import { emmCauses } from '../causes'
import { isPhoneNumber } from '../../sms/address'
import { ipOffers } from '../pdp-grant'
import { act, choice, number, orOff, text, type FaultKnob } from './knob'

const group = 'network'

const MOST_CHARACTERS = 1_000

/** `+819012345678: words`, or the words alone. */
const arrival = (value: string): { readonly from: string; readonly words: string } => {
  const [, from = '+818000000009', words = ''] = /^(?:(\+?[0-9*#]+): ?)?([^]*)$/.exec(value) ?? []
  return { from, words }
}

/** What the operator does to the modem. */
export const networkKnobs: readonly FaultKnob[] = [
  act(
    {
      id: 'cut-session',
      group,
      title: {
        en: 'Network ends the data session',
        ja: 'ネットワーク側からデータセッションを切断',
      },
    },
    (modem) => modem.faults.cutSession(),
  ),
  text(
    {
      id: 'sms',
      group,
      title: { en: 'A short message arrives', ja: 'SMS を着信させる' },
      expected: {
        en: 'a text of up to 1000 characters, with "+819012345678: " in front for its sender',
        ja: '1000 文字までの本文。送信元は先頭に「+819012345678: 」と書く',
      },
      usual: 'Hello from the simulated network',
      refuses: (value) => {
        const { from, words } = arrival(value)
        if (!isPhoneNumber(from))
          return {
            en: 'expected a number of up to 20 digits before the colon.',
            ja: 'コロンの前に、20 桁までの電話番号を書いてください。',
          }
        return words.length > MOST_CHARACTERS
          ? {
              en: 'expected a text of up to 1000 characters.',
              ja: '本文は 1000 文字以内で書いてください。',
            }
          : undefined
      },
    },
    (modem, value) => {
      const { from, words } = arrival(value)
      modem.messages.receive(from, words, modem.stored.serviceCentre)
    },
  ),
  number({
    id: 'idle-cut',
    group,
    title: { en: 'Silent sessions are ended after (min)', ja: '無通信切断までの時間（分）' },
    expected: { en: 'minutes from 0.05 to 1440', ja: '0.05〜1440 分' },
    range: [0.05, 1440],
    usual: 1,
    read: (modem) => modem.air.idleMinutes,
    write: (modem, value) => modem.faults.idleCut(value),
  }),
  number({
    id: 'reject',
    group,
    title: { en: 'Registration refused (EMM cause)', ja: '登録拒否（EMM cause）' },
    expected: { en: `an EMM cause (${emmCauses.join(', ')})`, ja: 'EMM cause の番号' },
    range: [1, 255],
    usual: 11,
    read: (modem) => modem.air.refusal,
    write: (modem, value) => modem.faults.rejectWith(value),
  }),
  number({
    id: 'slow-attach',
    group,
    title: { en: 'Slow registration (s)', ja: '登録を遅くする（秒）' },
    expected: { en: 'seconds from 0 to 3600', ja: '0〜3600 秒' },
    range: [0, 3600],
    usual: 30,
    read: (modem) => orOff(modem.air.extraAttachMs / 1000),
    write: (modem, value) => modem.faults.slowAttach((value ?? 0) * 1000),
  }),
  choice({
    id: 'roaming',
    group,
    title: { en: 'Registered as', ja: '登録の種別' },
    usual: 'roaming',
    values: [
      { value: 'home', title: { en: 'home (stat 1)', ja: 'ホーム（stat 1）' } },
      { value: 'roaming', title: { en: 'roaming (stat 5)', ja: 'ローミング（stat 5）' } },
    ],
    read: ({ air }) => air.standing,
    write: (modem, value) =>
      modem.faults.registerAs(value === 'home' || value === 'roaming' ? value : undefined),
  }),
  choice({
    id: 'pdp-type',
    group,
    title: { en: 'Network gives (PDP type)', ja: 'ネットワークが許可する PDP タイプ' },
    usual: 'both',
    values: [
      { value: 'ipv4', title: { en: 'IPv4 only (cause 50)', ja: 'IPv4 のみ（cause 50）' } },
      { value: 'ipv6', title: { en: 'IPv6 only (cause 51)', ja: 'IPv6 のみ（cause 51）' } },
      {
        value: 'nat64',
        title: { en: 'IPv6 only, with NAT64', ja: 'IPv6 のみ（NAT64 あり）' },
      },
      { value: 'both', title: { en: 'IPv4 and IPv6', ja: 'IPv4 と IPv6' } },
    ],
    read: ({ air }) => air.offer,
    write: (modem, value) => modem.faults.offer(ipOffers.find((one) => one === value)),
  }),
  choice({
    id: 'auth',
    group,
    title: { en: 'PPP insists on', ja: 'PPP の認証方式を固定' },
    usual: 'chap',
    values: ['pap', 'chap', 'none'].map((value) => ({
      value,
      title: value === 'none' ? { en: 'none', ja: '認証なし' } : same(value.toUpperCase()),
    })),
    read: (modem) => modem.calls.demand,
    write: (modem, value) => {
      modem.calls.demand = (['pap', 'chap', 'none'] as const).find((one) => one === value)
    },
  }),
]

function same(text: string) {
  return { en: text, ja: text }
}
