import type { Words } from '../words'

/** The ends of a limit as they stand on a chart. */
export const limitNames = {
  min: { en: 'min', ja: '下限' },
  max: { en: 'max', ja: '上限' },
} satisfies { readonly [which: string]: Words }

/** The page of a batch. */
export const batchWords = {
  title: { en: 'Boards tested by', ja: 'ボード試験の集計' },
  passedOf: (passed: number, boards: number): Words => ({
    en: `${passed} of ${boards} boards passed`,
    ja: `${boards} 台中 ${passed} 台合格`,
  }),
  unread: (lines: number): Words => ({
    en: `${lines} lines of the record cannot be read; their boards are not counted.`,
    ja: `記録に読み取れない行が ${lines} 行あります。そのボードは集計されません。`,
  }),
  tests: { en: 'Tests', ja: '試験' },
  limit: { en: 'Limit', ja: '条件' },
  boards: { en: 'Boards', ja: '台数' },
  mean: { en: 'Mean', ja: '平均' },
  deviation: { en: 'Deviation', ja: '標準偏差' },
  cp: { en: 'Cp', ja: 'Cp' },
  cpk: { en: 'Cpk', ja: 'Cpk' },
  histogram: { en: 'Boards by value, with the limits', ja: '値ごとの台数と条件' },
  trend: { en: 'Value of each board, in the order of the tests', ja: 'ボードごとの値（試験順）' },
  serial: { en: 'Serial number', ja: 'シリアル番号' },
  result: { en: 'Result', ja: '結果' },
  started: { en: 'Started', ja: '開始' },
  why: { en: 'Why', ja: '理由' },
  pictures: { en: 'Pictures that questions showed', ja: '目視確認で表示した画像' },
  pictureGone: { en: 'The picture is not shown here.', ja: 'この画像はここには表示されません。' },
  states: {
    running: { en: 'going on', ja: '試験中' },
    passed: { en: 'PASS', ja: '合格' },
    failed: { en: 'FAIL', ja: '不合格' },
    stopped: { en: 'stopped', ja: '中止' },
    error: { en: 'RIG FAILED', ja: '設備異常' },
  },
} as const

export const atLeast = (least: Words): Words => ({
  en: `at least ${least.en}`,
  ja: beside(least.ja, '以上'),
})

export const atMost = (most: Words): Words => ({
  en: `at most ${most.en}`,
  ja: beside(most.ja, '以下'),
})

/** A blank stands between Latin letters or digits and Japanese alone. */
const beside = (text: string, japanese: string): string =>
  /[\u0020-\u007e]$/.test(text) ? `${text} ${japanese}` : `${text}${japanese}`

export const between = (least: Words, most: Words): Words => ({
  en: `${least.en} to ${most.en}`,
  ja: `${least.ja} ～ ${most.ja}`,
})

export const beginsWith = (prefix: readonly string[]): Words => ({
  en: `begins with ${prefix.join(' or ')}`,
  ja: `先頭が ${prefix.join(' または ')}`,
})

export const validImeiWanted: Words = {
  en: '15 digits with a right check digit',
  ja: '検査数字が正しい 15 桁',
}

/** What a person may answer; everything else that is text is the modem's own. */
export const answers: { readonly [answer: string]: Words } = {
  yes: { en: 'yes', ja: 'はい' },
  no: { en: 'no', ja: 'いいえ' },
  none: { en: 'none', ja: 'なし' },
}

export const noValueTold: Words = { en: 'the modem told no value', ja: '値を取得できませんでした' }

export const untoldValue = (title: Words, untold: Words, wanted: Words): Words => ({
  en: `${title.en}: ${untold.en}; wanted: ${wanted.en}`,
  ja: `${title.ja}：${untold.ja}（条件：${wanted.ja}）`,
})

export const measuredValue = (
  title: Words,
  value: Words,
  wanted: Words,
  note: undefined | Words,
): Words => ({
  en: `${title.en} ${value.en}; wanted: ${wanted.en}${note ? ` (${note.en})` : ''}`,
  ja: `${title.ja} ${value.ja}（条件：${wanted.ja}${note ? `、${note.ja}` : ''}）`,
})

/** A value and its limit beside each other, whether it keeps to it or not. */
export const measuredLine = (title: Words, value: Words, limit: Words): Words => ({
  en: `${title.en}: ${value.en} (${limit.en})`,
  ja: `${title.ja}：${value.ja}（${limit.ja}）`,
})

export const answeredAsExpected: Words = {
  en: 'The modem answered as expected.',
  ja: '期待どおりの応答です。',
}

/** A test that a rig's failure or a stop ended gets a label, too, so that nobody takes the board for one that passed. */
export const verdicts = {
  passed: { en: 'PASS', ja: '合格' },
  failed: { en: 'FAIL', ja: '不合格' },
  error: { en: 'NO VERDICT', ja: '判定なし' },
  stopped: { en: 'NO VERDICT', ja: '判定なし' },
  running: { en: 'NO VERDICT', ja: '判定なし' },
} satisfies { readonly [key: string]: Words }

export const notPassed = (missing: string): Words => ({
  en: `Not tried: ${missing} did not pass.`,
  ja: `未実施：${missing} が合格していません。`,
})

export const testStopped: Words = {
  en: 'Not tried: the test was stopped.',
  ja: '未実施：試験が中止されました。',
}

export const notJudged = (name: string): Words => ({
  en: `Not tried: ${name} could not be judged.`,
  ja: `未実施：${name} を判定できませんでした。`,
})

export const stepFailed = (name: string): Words => ({
  en: `Not tried: ${name} failed.`,
  ja: `未実施：${name} が不合格です。`,
})

export const nothingMeasured = (en: string, ja: string): Words => ({
  en: `Nothing was measured, which shows no fault: ${en}`,
  ja: `測定値がないため、障害の有無を判定できません：${ja}`,
})

export const failedAsItMust = (en: string, ja: string): Words => ({
  en: `Failed, as it must here: ${en}`,
  ja: `想定どおり不合格：${ja}`,
})

export const passedThough = (en: string, ja: string): Words => ({
  en: `Passed, though it must fail here: ${en}`,
  ja: `不合格になるはずですが、合格しました：${ja}`,
})

export const rigTitle: Words = { en: 'Rig', ja: '試験設備' }

export const eitherOf = (all: readonly Words[]): Words => ({
  en: all.map(({ en }) => en).join(' or '),
  ja: all.map(({ ja }) => ja).join(' または '),
})
