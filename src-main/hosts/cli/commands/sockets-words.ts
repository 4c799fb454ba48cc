import { faultRows, harmless, msText, stackWords, stepWords } from '@contract'
import type { Language, SocketAnswer, SocketsState, SocketTry, Words } from '@contract'

/** The steps one a line, then what it came to, then what both stacks tell together. */
export function outcomeText({ outcome, together }: SocketAnswer, lang: Language): string {
  const over = stackWords[outcome.over][lang]
  const steps = outcome.steps.map(({ id, ok, ms, seen }) =>
    `  ${ok ? '✓' : '✗'} ${stepWords[id][lang]}  ${msText(ms)}  ${seen}`.trimEnd(),
  )
  const last = together ? [together[lang]] : []
  return harmless([`[${over}]`, ...steps, outcome.words[lang], ...last].join('\n'))
}

export function stateText(state: SocketsState, context: number, lang: Language): string {
  const words = said[lang]
  const { family, tries, open, tls } = state
  if (!family) return faultRows['sockets-unknown'].meaning[lang]
  const context_ = open === null ? words.notTold : open ? words.open : words.closed
  const lines = [`${family.name}: ${context_}`, words.tries(tries.join(', '))]
  if (tls)
    lines.push(
      words.tls(context, [
        `SNI ${onOff(tls.sni, lang)}`,
        `${words.check} ${onOff(tls.verify, lang)}`,
        `CA ${tls.ca === null ? words.notTold : tls.ca === '' ? words.none : tls.ca}`,
      ]),
    )
  lines.push(words.source(family.source))
  return harmless(lines.join('\n'))
}
function onOff(value: boolean | null, lang: Language): string {
  const words = said[lang]
  return value === null ? words.notTold : value ? words.on : words.off
}

export const targetMissing = (what: SocketTry): Words => ({
  en: `${what}: the target is missing: a host for dns and ping, host:port for tcp, udp and tls, a URL for http and mqtt.`,
  ja: `${what}：接続先を指定してください（dns と ping はホスト、tcp、udp、tls はホスト:ポート、http と mqtt は URL）。`,
})
export const userMissing: Words = {
  en: 'There is a password for the broker and no user: give --mqtt-user NAME.',
  ja: 'ブローカーのパスワードに対するユーザー名がありません。--mqtt-user NAME を指定してください。',
}
export const notAContext = (text: string): Words => ({
  en: `--tls-context ${text}: expected a number from 0 to 9.`,
  ja: `--tls-context ${text}：0～9 の数字を指定してください。`,
})
export const thenConsole: Words = {
  en: 'Connecting, to try the same over the console’s own IP.',
  ja: '本プログラムの IP でも試すため、接続しています。',
}

const said = {
  en: {
    open: 'the context of its stack is open',
    closed: 'the context of its stack is closed',
    notTold: 'not told',
    none: 'none',
    on: 'on',
    off: 'off',
    check: 'certificate check',
    tries: (names: string) => `can be tried: ${names}`,
    tls: (context: number, parts: readonly string[]) => `TLS ${context}: ${parts.join(', ')}`,
    source: (source: string) => `commands by: ${source}`,
  },
  ja: {
    open: '内蔵スタックのコンテキストは接続中',
    closed: '内蔵スタックのコンテキストは未接続',
    notTold: '不明',
    none: 'なし',
    on: 'オン',
    off: 'オフ',
    check: '証明書の検証',
    tries: (names: string) => `試せる項目：${names}`,
    tls: (context: number, parts: readonly string[]) => `TLS ${context}：${parts.join('、')}`,
    source: (source: string) => `コマンドの出典：${source}`,
  },
} as const
