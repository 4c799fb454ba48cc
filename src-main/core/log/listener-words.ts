import type { Explanation } from '../at/knowledge'
import type { Severity, Words } from '../words'
import { shownOctets } from './formats/shown'

/** An explanation of our own, for what no decoder can know: it follows from the lines around. */
export function told(name: string, severity: Severity, words: Words): Explanation {
  return { name, facts: {}, words, severity, secrets: [] }
}

/** A program's own word for what came of a command; what the modem answered is not in the log. */
export const saidFine: Explanation = {
  ...told('said', 'fine', {
    en: 'The program says that it was carried out.',
    ja: 'プログラムは成功と記録しています。',
  }),
  facts: { result: 'OK' },
}
export const saidFailed: Explanation = {
  ...told('said', 'failure', {
    en: 'The program says that it failed.',
    ja: 'プログラムは失敗と記録しています。',
  }),
  facts: { result: 'ERROR' },
}

const mostKept = 128

/** The same object for the same command: rows that say the same are known by it to be alike. */
function eachOnce(words: (command: string) => Explanation): (command: string) => Explanation {
  const kept = new Map<string, Explanation>()
  return (command) => {
    const known = kept.get(command)
    if (known) return known
    if (kept.size >= mostKept) kept.clear()
    const made = words(shownOctets(command))
    kept.set(command, made)
    return made
  }
}

export const noAnswer = eachOnce((command) =>
  told('no answer', 'warning', {
    en: `No answer to ${command} is in this log.`,
    ja: `${command} への応答はこのログにありません。`,
  }),
)

export const waitedInVain = eachOnce((command) =>
  told('no answer', 'warning', {
    en: `The program waited in vain for the answer to ${command}.`,
    ja: `プログラムは ${command} への応答を待ちましたが、応答がありませんでした。`,
  }),
)

/** Its information came, and the next command after it: a log may lack the result, or the program did not wait for it. */
export const noResult = eachOnce((command) =>
  told('no result', 'notice', {
    en: `The final result of ${command} is not in this log.`,
    ja: `${command} の最終結果はこのログにありません。`,
  }),
)

export const cutByRestart = eachOnce((command) =>
  told('cut by restart', 'warning', {
    en: `${command} was not answered: the modem restarted.`,
    ja: `モデムが再起動したため、${command} への応答はありません。`,
  }),
)

/** It had said before that it goes to sleep. */
export const asleep = eachOnce((command) =>
  told('asleep', 'notice', {
    en: `${command} was not answered: the modem had said that it goes to sleep (PSM). Wake it with its power key or wake line, or wait until its own clock (T3412) wakes it.`,
    ja: `${command} への応答はありません。モデムはその前にスリープ（PSM）に入ったと通知しています。電源キーまたは復帰用の信号線で起動するか、自身のタイマー（T3412）による復帰を待ってください。`,
  }),
)

/** How long it was waited for. */
export const toTheEnd: Words = { en: 'to the end of the log', ja: 'ログの末尾まで' }
export const untilClosed: Words = { en: 'until the port was closed', ja: 'ポートを閉じるまで' }

/** The log ended while it was silent. */
export function silentFor(seconds: number, until: Words): (command: string) => Explanation {
  const s = Math.round(seconds)
  return (command) =>
    told('silence', 'failure', {
      en: `${command} was not answered within ${s} s, ${until.en}: the modem does not answer AT. Check power, port and baud rate, or whether it is in data mode.`,
      ja: `${command} に ${s} 秒以上、${until.ja}応答がありません。モデムが AT に応答していません。電源、ポート、通信速度、データモードでないかを確認してください。`,
    })
}

/** It was taken in, and its whole time has passed. */
export function hangs(seconds: number, until: Words): (command: string) => Explanation {
  const s = Math.round(seconds)
  return (command) =>
    told('silence', 'failure', {
      en: `${command} came back as an echo, but was not answered within ${s} s, ${until.en}: this command hangs, or the modem answers no more.`,
      ja: `${command} のエコーは返りましたが、${s} 秒以上、${until.ja}応答がありません。このコマンドで止まっているか、モデムが応答しなくなっています。`,
    })
}

/** It was taken in, or may take that long: the modem is there, and is still at work or hangs. */
export function unansweredFor(seconds: number, until: Words): (command: string) => Explanation {
  const s = Math.round(seconds)
  return (command) =>
    told('no answer', 'warning', {
      en: `${command} was not answered within ${s} s, ${until.en}. The modem answered before: it was still at work, or this command hangs.`,
      ja: `${command} に ${s} 秒以上、${until.ja}応答がありません。それまでモデムは応答していたので、処理中か、このコマンドで止まっています。`,
    })
}

export const secondEcho = told('echo', 'notice', {
  en: 'The echo comes a second time: the modem had queued the command and begins it now.',
  ja: '2 回目のエコーです。モデムが保留していたコマンドの実行を開始しました。',
})

export const orphanFinal = told('result', 'warning', {
  en: 'No command waits for this result: answers may be out of step.',
  ja: '対応するコマンドがない応答です。コマンドと応答がずれている可能性があります。',
})

export const longLine = told('long line', 'notice', {
  en: 'A line without end: it is shown in pieces.',
  ja: '行末のない長い行です。分割して表示します。',
})

export const cancelledPayload = told('payload', 'notice', {
  en: 'The input was cancelled (ESC).',
  ja: '入力を中止しました（ESC）。',
})

/** Letters of a line were broken on the way: what counts bit errors looks for this name. */
const garbledName = 'garbled'
export const isToldGarbled = ({
  explanation,
}: {
  readonly explanation?: Explanation | undefined
}): boolean => explanation?.name === garbledName

export const garbledEcho = eachOnce((command) =>
  told(garbledName, 'warning', {
    en: `The echo of ${command} with broken letters: check baud rate, ground and levels.`,
    ja: `${command} のエコーが文字化けしています。通信速度、GND、信号レベルを確認してください。`,
  }),
)

export const garbled = told(garbledName, 'warning', {
  en: 'This is no valid command line: bits or letters were lost. Check baud rate, flow control and wiring.',
  ja: 'コマンドとして成立していません。ビットまたは文字が欠落しています。通信速度、フロー制御、配線を確認してください。',
})
