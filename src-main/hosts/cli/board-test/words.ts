import {
  limitWords,
  valueWords,
  type Batch,
  type SlotName,
  type TestState,
  type ValueSpread,
  type Words,
} from '@contract'

export const stoppingNow: Words = {
  en: 'stopping: steps marked "always" are still done, as to switch the board off. Ctrl-C twice more ends at once and leaves the board as it is.',
  ja: '中止しています。電源オフなど always のステップは実行します。Ctrl-C をあと 2 回押すと、ボードをそのままにして直ちに終了します。',
}

export const stillStopping: Words = {
  en: 'still stopping; Ctrl-C once more ends at once and leaves the board as it is.',
  ja: 'まだ中止処理中です。Ctrl-C をもう一度押すと、ボードをそのままにして直ちに終了します。',
}

export const spoiltWords = (lines: number): Words => ({
  en: `${lines} lines of the record of this plan (units-….jsonl) cannot be read; their boards are not counted, and the lines are left as they are.`,
  ja: `この計画の記録（units-….jsonl）に読み取れない行が ${lines} 行あります。そのボードは集計されません。行はそのまま残します。`,
})

export const serialPrompt = (slot: SlotName): Words => ({
  en: `Serial of the next board in slot ${slot.toUpperCase()} (Ctrl-D ends):`,
  ja: `スロット ${slot.toUpperCase()} の次のボードのシリアル番号（Ctrl-D で終了）：`,
})

export const serialTooLong = (length: number, longest: number): Words => ({
  en: `a serial has at most ${longest} characters; this one has ${length} and is left out.`,
  ja: `シリアル番号は ${longest} 文字までです。${length} 文字の行は飛ばします。`,
})

export const batchLine = ({
  plan,
  boards,
  passed,
  yieldPct,
}: Pick<Batch, 'plan' | 'boards' | 'passed' | 'yieldPct'>): Words => {
  const percent = yieldPct === null ? undefined : `${yieldPct.toFixed(1)} %`
  return {
    en: `${plan}: ${passed} of ${boards} boards passed${percent ? ` (${percent})` : ''}`,
    ja: `${plan}：${boards} 台中 ${passed} 台合格${percent ? `（${percent}）` : ''}`,
  }
}

/** Two digits, or a dash for what is not known. */
const shownRatio = (value: number | null) => (value === null ? '–' : value.toFixed(2))

export const valueLine = (one: ValueSpread): Words => {
  const { step, title, key, unit, mean, cp, cpk } = one
  const limit = limitWords(one)
  const value = valueWords({ key, value: mean, unit })
  const ratios = [`Cp ${shownRatio(cp)}`, `Cpk ${shownRatio(cpk)}`]
  return {
    en: `${step}, ${title.en}: mean ${value.en} (${limit.en}), ${ratios.join(', ')}`,
    ja: `${step}、${title.ja}：平均 ${value.ja}（${limit.ja}）、${ratios.join('、')}`,
  }
}

export const oneBoardOnly = (option: string): Words => ({
  en: `${option} is for one board: with --batch and --both give --report FOLDER, which has the files of each board.`,
  ja: `${option} は 1 台だけの試験用です。--batch と --both では、ボードごとのファイルを書き出す --report FOLDER を指定してください。`,
})

export const serialsComeByLine: Words = {
  en: '--board-serial and --board-serial-b are not for --batch, which reads the serials from standard input, a line each.',
  ja: '--batch はシリアル番号を標準入力から 1 行ずつ読み取ります。--board-serial と --board-serial-b は指定できません。',
}

export const secondNeedsBoth: Words = {
  en: '--board-serial-b is the board in slot B: give --both with it.',
  ja: '--board-serial-b はスロット B のボードです。--both と一緒に指定してください。',
}

export const portForOne: Words = {
  en: '--port is for one board; with --both the plan says where the boards are: slots: { b: { port: … } }.',
  ja: '--port は 1 台用です。--both では計画の slots: { b: { port: … } } で指定してください。',
}

export const bothOnOnePort = (port: string): Words => ({
  en: `both boards would be at ${port}: give the other its port in the plan, as slots: { b: { port: … } }.`,
  ja: `両方のボードが ${port} になります。計画に slots: { b: { port: … } } のように 2 台目のポートを書いてください。`,
})

const noVerdict: Words = { en: 'stopped, no verdict', ja: '中止（判定なし）' }
export const verdictWords: { readonly [state in TestState['state']]: Words } = {
  passed: { en: 'PASS', ja: '合格' },
  failed: { en: 'FAIL', ja: '不合格' },
  error: { en: 'RIG FAILED, no verdict', ja: '設備異常（判定なし）' },
  stopped: noVerdict,
  running: noVerdict,
}

export const pictureTooLong = (path: string, most: number): Words => ({
  en: `${path}: a picture of a question has at most ${most} octets; make it smaller.`,
  ja: `${path}：質問の画像は ${most} オクテットまでです。小さくしてください。`,
})

/** Stands above the question on the terminal. */
export const pictureAt = (path: string): Words => ({
  en: `the question shows a picture: ${path}`,
  ja: `質問の画像：${path}`,
})

/** A batch that tested nothing must not look like one that passed. */
export const noSerialCame: Words = {
  en: '--batch: no serial came, so no board was tested. Type or scan one a line, or give a file of them: modem-bench test PLAN --batch < serials.txt',
  ja: '--batch：シリアル番号の入力がなかったため、ボードを試験していません。1 行に 1 つずつ入力またはスキャンするか、ファイルを指定してください：modem-bench test プラン --batch < serials.txt',
}

export const sameSerial = (serial: string): Words => ({
  en: `${serial} is on the other slot already; scan the code of the other board.`,
  ja: `${serial} はもう一方のスロットで試験するボードです。別のボードの番号を読み取ってください。`,
})
