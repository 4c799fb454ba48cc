import type { CallError, Language, Words } from '@contract'

/** The statuses that a call may be answered with beside success, and when. */
export const problemTypes = {
  400: 'The input is not what the call takes.',
  401: 'There is no token, or it is not one of this bench.',
  403: 'The role of the token does not reach so far, or the page is not one of this bench.',
  404: 'There is no such call, port or thing.',
  405: 'A call is made with POST.',
  409: 'It cannot be done now: something else is under way, or the port or connection that it needs is not there or closed to the bench.',
  413: 'The input is larger than 1 MiB.',
  415: 'The input is not JSON.',
  421: 'The name in the request is not one of this bench.',
  429: 'So many calls are not taken; Retry-After says when to ask again.',
  500: 'The bench itself failed.',
  502: 'The modem, the network or an adapter said no.',
  503: 'There is no room: too many connections or windows. Retry-After says when to ask again.',
  504: 'The modem or the network did not answer in time.',
} as const
export type ProblemStatus = keyof typeof problemTypes

const statuses: readonly (readonly [status: ProblemStatus, codes: RegExp])[] = [
  [403, /^(read-only|not-administrator)$/],
  [
    400,
    /^(bad-input|at-bad-command|port-name|simulator-(setting|runs)|adapter-name|line-config|board-invalid|macro-syntax|step-too-long|http-bad-url|sms-(number|text|pdu)|card-pin-form|ussd-text|journal-format|log-binary|replay-empty|files-empty|radio-bad-choice)$/,
  ],
  [
    404,
    /^(port-not-found|adapter-not-found|line-unknown|context-unknown|log-unknown|log-empty|soak-none|test-none|sms-unknown|journal-gone|board-none|mm-unknown|files-missing|radio-unknown-item|soracom-no-sim)$/,
  ],
  [500, /^(internal|store-failed|output-failed|data-folder|keyring-closed|listen-refused)$/],
  [504, /(-timeout|-no-answer|-silent|-unresponsive|-stalled|-late|-no-time)$/],
  [
    409,
    /(-busy|-running|-in-use|-closed|-held|-off|-not-connected|-cancelled|-full|-moved|-changed|-no-question|-no-prompt|-prompt|-locked|-puk|-not-command-mode|-few-tries|-unsure|-open|-nobody|-no-connection|-not-begun|-permission|-exists|-no-undo|-undo-first|-signed-out|-sign-in|-no-identity|-no-such|^(files|sockets)-unknown|^not-confirmed)$/,
  ],
]

/** The status of a fault. What is none of the kinds before comes from the modem, the network or an adapter. */
export const statusOf = (code: string): ProblemStatus =>
  statuses.find(([, codes]) => codes.test(code))?.[0] ?? 502

/** What went wrong, as RFC 9457 says it. */
export interface Problem {
  /** Where the kind is explained. */
  readonly type: string
  readonly title: string
  readonly status: ProblemStatus
  readonly detail?: string
  readonly code: string
  readonly tries: readonly string[]
}

/** What is wrong with a request before it is a call: words of the kind, what was seen, what to do. */
export interface Wrong {
  readonly status: ProblemStatus
  readonly code: string
  readonly meaning: Words
  readonly said?: Words
  readonly tries: readonly Words[]
}

export const problemOf = (
  { status, code, meaning, said, tries }: Wrong,
  language: Language,
): Problem => ({
  type: `/api#${code}`,
  title: meaning[language],
  status,
  ...(said && said[language] !== '' ? { detail: said[language] } : {}),
  code,
  tries: tries.map((words) => words[language]),
})

/** A call's error as a problem. */
export const problemOfCall = (error: CallError, language: Language): Problem =>
  problemOf(
    {
      ...error,
      status: statusOf(error.code),
      said: error.said ?? { en: error.detail, ja: error.detail },
    },
    language,
  )

/** The first language of the header that words are there in; English where it names none. */
export function languageOf(accept = ''): Language {
  const wanted = accept
    .split(',')
    .map((part) => {
      const [tag = '', ...rest] = part.trim().toLowerCase().split(';')
      const weight = /^\s*q=([0-9.]+)/.exec(rest.join(';'))?.[1]
      return { tag, weight: weight === undefined ? 1 : Number(weight) }
    })
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight)
  const known = wanted.map(({ tag }) => /^(en|ja)(-|$)/.exec(tag)?.[1])
  return known.find((tag) => tag !== undefined) === 'ja' ? 'ja' : 'en'
}
