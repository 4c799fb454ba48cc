import type { Words } from '../words'

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
  states: {
    running: { en: 'going on', ja: '試験中' },
    passed: { en: 'PASS', ja: '合格' },
    failed: { en: 'FAIL', ja: '不合格' },
    stopped: { en: 'stopped', ja: '中止' },
    error: { en: 'RIG FAILED', ja: '設備異常' },
  },
} as const
