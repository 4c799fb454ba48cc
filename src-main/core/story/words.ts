import type { Warned } from '../log/warned'
import { colon, spaced, type Language, type Words } from '../words'
import { elapsed } from '../log/formats/time'
import { rungIds } from '../modem/rungs'
import { rungTitles } from '../modem/rung-words'
import type { Attempt, Moment, Oddity, Party, Story, ToldFailure, ToldLine } from './story'

export const titles = {
  story: { en: 'What happened', ja: '経過' },
  attempts: { en: 'Attempts', ja: '接続の試行' },
  failure: { en: 'What failed first', ja: '最初の失敗' },
  inOrder: { en: 'What failed, in order of time', ja: '失敗の一覧（時刻順）' },
  stopper: { en: 'What failed and was not overcome', ja: '解消しなかった失敗' },
  overcome: { en: 'What failed first, and was overcome', ja: '最初の失敗（その後に解消）' },
  causes: { en: 'Likely causes', ja: '考えられる原因' },
  tries: { en: 'What to try', ja: '対処' },
  seen: { en: 'Seen', ja: '根拠' },
  warnings: { en: 'Warnings, the most frequent first', ja: '警告（多い順）' },
  missing: { en: 'What is missing', ja: 'ログに含まれない部分' },
  odd: { en: 'Odd, but not the reason', ja: '原因ではないが気になる点' },
  oddPerhaps: { en: 'Odd, and perhaps the reason', ja: '気になる点（原因の可能性あり）' },
  phases: { en: 'Time of each phase', ja: '各段階までの時間' },
  picture: { en: 'Sequence', ja: 'シーケンス' },
} as const satisfies { readonly [title: string]: Words }

export const parties: { readonly [party in Party]: Words } = {
  host: { en: 'Host', ja: 'ホスト' },
  modem: { en: 'Modem', ja: 'モデム' },
  network: { en: 'Network', ja: 'ネットワーク' },
}

/** The outcome in a sentence; what the log does not show is said so. */
export function verdict(story: Story): Words {
  const { summary } = story
  const { stopped, connected, unserved, failed, asleep } = summary
  if (stopped?.state === 'failure' || (stopped && dialFailed(story))) {
    const { en, ja } = rungTitles[stopped.id]
    return { en: `It stopped at: ${en}.`, ja: `止まった段階：${ja}。` }
  }
  if (asleep && (!stopped || stopped.id === 'port'))
    return {
      en: 'The modem said that it goes to sleep (PSM), and nothing after that: until it wakes, silence is its sleep.',
      ja: 'モデムはスリープ（PSM）に入ったと通知し、その後は何も届いていません。復帰するまでの無応答はスリープによるものです。',
    }
  if (stopped?.id === 'port')
    return {
      en: 'No answer to a command is in this log: the modem did not answer, or only what was sent was recorded.',
      ja: 'コマンドへの応答がログにありません。モデムが応答しなかったか、送信側だけが記録されています。',
    }
  if (stopped && endedWithin(story)) {
    const { en, ja } = rungTitles[stopped.id]
    return {
      en: `It stopped at: ${en}. The log ends within the last try; the one before had failed.`,
      ja: `止まった段階：${ja}。その前の試行は失敗し、最後の試行は途中でログが終わっています。`,
    }
  }
  if (stopped) {
    const { en, ja } = rungTitles[stopped.id]
    return {
      en: `It came as far as: ${en}. The log does not show how that ended.`,
      ja: `${ja}まで進みましたが、その結果はログに記録されていません。`,
    }
  }
  if (summary.stages.every(({ state }) => state === 'idle'))
    return {
      en: 'No exchange with a modem is in this log: it tells nothing of a connection.',
      ja: 'このログにはモデムとのやり取りがなく、接続については何も分かりません。',
    }
  if (unserved)
    return {
      en: 'The connection came up; the server answered the request with an error.',
      ja: '接続は成功しましたが、サーバーが要求に対してエラーを返しました。',
    }
  if (connected)
    return { en: 'All that was tried came up.', ja: '試みた段階はすべて成功しました。' }
  if (failed?.said)
    return {
      en: 'A program says that a command failed; no step of a connection failed, and none came up in this log.',
      ja: 'プログラムが失敗と記録したコマンドがあります。接続の段階には失敗がなく、接続の成功も記録されていません。',
    }
  if (failed)
    return {
      en: 'A command was refused; no step of a connection failed, and none came up in this log.',
      ja: '拒否されたコマンドがあります。接続の段階には失敗がなく、接続の成功も記録されていません。',
    }
  return {
    en: 'No step that was tried failed, and no connection came up in this log.',
    ja: '失敗した段階はありませんが、接続の成功も記録されていません。',
  }
}

/** The program gave its last dial up, though the modem said nothing against it. */
function dialFailed({ summary, attempts, moreAttempts }: Story): boolean {
  const given = moreAttempts === 0 && attempts.at(-1)?.state === 'failure'
  return given && summary.stopped?.id === 'ppp'
}

/** Who tries again and again stops the record within a try; how it goes is known by then. */
function endedWithin({ summary, attempts, moreAttempts }: Story): boolean {
  const [before, last] = attempts.slice(-2)
  const dials = summary.stopped?.id === 'ppp' || summary.stopped?.id === 'ip'
  if (!dials || moreAttempts > 0 || last?.hungUp) return false
  if (last?.state !== 'open' || before?.state !== 'failure') return false
  // Further than the one before, it may have come through.
  return rungIds.indexOf(last.reached) <= rungIds.indexOf(before.reached)
}

const endedHere: Words = {
  en: 'ended on this side; what came of it is not in the log',
  ja: 'こちら側から切断（通信できたかどうかはログに記録されていません）',
}
const states: { readonly [state in Attempt['state']]: Words } = {
  fine: { en: 'came up', ja: '成功' },
  failure: { en: 'failed', ja: '失敗' },
  open: { en: 'its end is not in the log', ja: '結果はログに記録されていません' },
}

export function attemptText(attempt: Attempt, language: Language): string {
  const { number, line, reached, state, end, tookMs, hungUp } = attempt
  const outcome = hungUp && state === 'open' ? endedHere : states[state]
  const rung = rungTitles[reached][language]
  const time = tookMs === undefined ? undefined : seconds(tookMs, language)
  const ended = end ? `${colon[language]}${end.text}` : ''
  return language === 'en'
    ? `${number}. ${line.text}: reached ${rung}, ${outcome.en}${ended}${time ? ` (${time})` : ''}`
    : `${number}. ${line.text}：${spaced(rung)}まで到達、${outcome.ja}${ended}${time ? `（${time}）` : ''}`
}

export function lineText(line: ToldLine, language: Language, startMs?: number): string {
  const arrow = { tx: '→', rx: '←', note: '·' }[line.dir]
  const words = line.words ? ` — ${oneLine(line.words[language])}` : ''
  return `${timeText(line.moment, startMs)}${arrow} ${line.text}${words}`
}

export function failureText(failure: ToldFailure, language: Language, startMs?: number): string {
  const { line, command, count, overcome } = failure
  const text = command === undefined ? line.text : `${command}: ${line.text}`
  const times = count > 1 ? ` ×${count}` : ''
  const later = overcome ? { en: ' (overcome later)', ja: '（その後に解消）' }[language] : ''
  const words = line.words ? ` — ${oneLine(line.words[language])}` : ''
  return `${timeText(line.moment, startMs)}${text}${times}${later}${words}`
}

export function warnedText({ line, words, count }: Warned, language: Language): string {
  const times = count > 1 ? ` ×${count}` : ''
  return `${line}${times}${words ? ` — ${oneLine(words[language])}` : ''}`
}

const oneLine = (text: string) => text.replace(/\s*\n\s*/g, ' ')

/** Since the first line of the log. */
export function timeText(moment: Moment | undefined, startMs: number | undefined): string {
  return moment && startMs !== undefined ? `${elapsed(Math.max(0, moment.atMs - startMs))} ` : ''
}

export function seconds(ms: number, language: Language = 'en'): string {
  return `${(ms / 1000).toFixed(1)} ${language === 'en' ? 's' : '秒'}`
}

const times = (count: number) => (count === 1 ? 'once' : `${count} times`)

export const oddityWords: { readonly [kind in Oddity['kind']]: (count: number) => Words } = {
  late: (n) => ({ en: `Answers that came late: ${n}.`, ja: `遅れて届いた応答：${n} 件。` }),
  'out-of-step': (n) => ({
    en: `Results that no command waited for: ${n}.`,
    ja: `対応するコマンドのない応答：${n} 件。`,
  }),
  restart: (n) => ({ en: `The modem restarted: ${times(n)}.`, ja: `モデムの再起動：${n} 回。` }),
  'brown-out': (n) => ({
    en: `The supply voltage was too low: ${times(n)}.`,
    ja: `電源電圧の低下：${n} 回。`,
  }),
  'bit-errors': (n) => ({
    en: `Lines with wrong characters (bit errors): ${n}.`,
    ja: `文字化けした行（ビット誤り）：${n} 行。`,
  }),
  storm: (n) => ({
    en: `Unsolicited lines of one kind in close succession: ${n} beyond what is usual.`,
    ja: `同じ通知の連続：通常を超えて ${n} 件。`,
  }),
  flapping: (n) => ({
    en: `The registration was lost and came back: ${times(n)}.`,
    ja: `登録の喪失と回復：${n} 回。`,
  }),
  'attach-storm': (n) => ({
    en: `AT+CGATT=1 was sent again and again (${times(n)} beyond the second): networks limit that.`,
    ja: `AT+CGATT=1 の繰り返し（3 回目以降 ${n} 回）。ネットワーク側で制限されることがあります。`,
  }),
}
