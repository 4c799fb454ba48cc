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
        ja: 'ビルドサーバーなど、ターミナルのない環境で実行されています。',
      },
    ],
    tries: [
      {
        en: 'Run the plan in a terminal or in the window, or take the step "ask" out.',
        ja: 'ターミナルかウィンドウで実行するか、ask のステップを計画から外してください。',
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
        ja: 'ボードの状態が異なるか、別の型番です。',
      },
    ],
    tries: [
      {
        en: 'Compare this answer with "expect" of the step, a regular expression; without it the answer must end with OK.',
        ja: 'この応答と、ステップの expect（正規表現。なければ OK で終わること）を見比べてください。',
      },
    ],
  },
  'test-was-on': {
    meaning: {
      en: 'The modem was on already, so that switching it on could not be seen.',
      ja: 'モデムはすでに電源が入っているため、起動を確認できません。',
    },
    causes: [],
    tries: [
      {
        en: 'Put a step power: { do: off } before this one.',
        ja: '前に power: { do: off } のステップを置いてください。',
      },
    ],
  },
  'test-was-awake': {
    meaning: {
      en: 'The modem was awake already, so that waking it could not be seen.',
      ja: 'モデムはすでに起きているため、復帰を確認できません。',
    },
    causes: [],
    tries: [
      {
        en: 'Put a step sleep: {} before this one.',
        ja: '前に sleep: {} のステップを置いてください。',
      },
    ],
  },
  'test-no-psm': {
    meaning: {
      en: 'This modem has no PSM to fall asleep by:',
      ja: 'このモデムは PSM に対応していないため、スリープできません：',
    },
    causes: [
      {
        en: 'The modem, or its firmware, is one without PSM.',
        ja: 'PSM のない型番かファームウェアです。',
      },
    ],
    tries: [
      {
        en: 'Test sleep on a modem that has PSM; of the simulated ones sim:bg95 does.',
        ja: 'PSM のあるモデムで試験してください（シミュレーターでは sim:bg95）。',
      },
    ],
  },
  'test-psm-not-granted': {
    meaning: {
      en: 'The modem took AT+CPSMS, but the network grants no PSM (AT+CEREG? with <n> 4 tells no T3324).',
      ja: 'モデムは AT+CPSMS を受け付けましたが、ネットワークが PSM を許可していません（<n>=4 の AT+CEREG? に T3324 がありません）。',
    },
    causes: [
      {
        en: 'The operator, or the subscription, has no PSM, or the modem is on a network other than LTE.',
        ja: '事業者か契約が PSM に対応していないか、LTE 以外のネットワークに接続しています。',
      },
    ],
    tries: [
      {
        en: 'Ask the operator whether the subscription has PSM, or take the step out.',
        ja: '契約で PSM を使えるかを事業者に確認するか、このステップを外してください。',
      },
    ],
  },
  'test-awake': {
    meaning: {
      en: 'The modem did not fall asleep in the time it has:',
      ja: '制限時間内にスリープしませんでした：',
    },
    causes: [
      {
        en: 'Something keeps it awake: a connection, DTR, a message that waits, a longer T3324.',
        ja: '接続、DTR、未処理の通知、長い T3324 などにより、スリープできない状態です。',
      },
    ],
    tries: [
      {
        en: 'Look in the log for what it was busy with, ask for a shorter time (psm: { active: 20s }), or give it more (within).',
        ja: 'ログで動作中の処理を確認し、psm: { active: 20s } で短い時間を要求するか、within を延ばしてください。',
      },
    ],
  },
  'test-asleep': {
    meaning: {
      en: 'The modem did not wake in the time it has; AT had no answer:',
      ja: '制限時間内にスリープから復帰せず、AT に応答しませんでした：',
    },
    causes: [
      {
        en: 'A modem in PSM hears no AT: its power key wakes it, or its own clock at the end of T3412.',
        ja: 'PSM 中のモデムは AT を受け付けません。電源キー、または T3412 の満了で復帰します。',
      },
    ],
    tries: [
      {
        en: 'Wake it by the power key (by: power-key), or give it the time of T3412 (within).',
        ja: '電源キーで復帰させる（by: power-key）か、within を T3412 より長くしてください。',
      },
    ],
  },
  'test-sms-lost': {
    meaning: {
      en: 'The message was sent and did not come back in the time it has:',
      ja: 'メッセージは送信できましたが、制限時間内に届きませんでした：',
    },
    causes: [
      {
        en: 'The number of the step is not the one of this SIM, or the network is slow.',
        ja: 'ステップの number がこの SIM の番号ではないか、ネットワークが混雑しています。',
      },
    ],
    tries: [
      {
        en: 'Compare the number with the one of the SIM (AT+CNUM), or give it more time (within).',
        ja: 'number を SIM の番号（AT+CNUM）と見比べるか、within を延ばしてください。',
      },
    ],
  },
} as const satisfies Record<string, FaultRow>
