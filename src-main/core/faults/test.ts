import type { FaultRow } from './row'

export const testFaults = {
  'test-running': {
    meaning: {
      en: 'A board test runs on this slot.',
      ja: 'このスロットでボード試験を実行中です。',
    },
    causes: [],
    tries: [{ en: 'Stop it, or wait for its end.', ja: '中止するか、終了を待ってください。' }],
  },
  'test-busy': {
    meaning: {
      en: 'A failover or soak run has the slots; a board cannot be tested beside it.',
      ja: 'フェイルオーバーまたは連続試験がスロットを使用中のため、ボード試験を開始できません。',
    },
    causes: [],
    tries: [{ en: 'Stop it first.', ja: '先に停止してください。' }],
  },
  'test-none': {
    meaning: {
      en: 'There is no board test to report on.',
      ja: 'レポートの対象となるボード試験がありません。',
    },
    causes: [],
    tries: [{ en: 'Start one first.', ja: '先に試験を実行してください。' }],
  },
  'test-no-question': {
    meaning: { en: 'No question waits for an answer.', ja: '回答待ちの質問はありません。' },
    causes: [
      { en: 'Somebody has answered it, or its time was over.', ja: '回答済みか、時間切れです。' },
    ],
    tries: [{ en: 'Start the test again.', ja: '試験をもう一度開始してください。' }],
  },
  'test-nobody': {
    meaning: {
      en: 'The question was not put to anybody.',
      ja: '質問に答える人がいません。',
    },
    causes: [
      {
        en: 'The command has no terminal, as in a build server.',
        ja: 'ビルドサーバーなど、端末のない環境で実行されています。',
      },
    ],
    tries: [
      {
        en: 'Run the plan in a terminal or in the window, or take the step "ask" out.',
        ja: '端末かウィンドウで実行するか、ask のステップを計画から外してください。',
      },
    ],
  },
  'test-late': {
    meaning: {
      en: 'The step did not come to its end in the time it has:',
      ja: '制限時間内にステップが終わりませんでした：',
    },
    causes: [
      {
        en: 'The board is slow, or does not do it at all.',
        ja: 'ボードが遅いか、動作していません。',
      },
    ],
    tries: [
      {
        en: 'Look at the log around the step, or give it more time (timeout, within).',
        ja: 'ステップ前後のログを確認するか、時間（timeout、within）を延ばしてください。',
      },
    ],
  },
  'test-expect': {
    meaning: {
      en: 'The answer is not what the plan expects.',
      ja: '応答が計画の条件に合いません。',
    },
    causes: [
      {
        en: 'The board is in another state, or is another one.',
        ja: 'ボードの状態が異なるか、別の機種です。',
      },
    ],
    tries: [
      {
        en: 'Compare the lines above with "expect" and "value" of the step.',
        ja: '上の応答と、ステップの expect、value を見比べてください。',
      },
    ],
  },
} as const satisfies Record<string, FaultRow>
