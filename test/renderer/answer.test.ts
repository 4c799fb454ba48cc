// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest'
import { setLanguage } from '@renderer/text'
import { answerOf, failingFirst, sentenceText, type Act } from '@renderer/views/bench/answer'
import type { CallError, SlotState } from '@contract'
import { closedSlot, slotA, slotB, stepsUntil } from '../support/fake-state'

const plain = { problem: null, chosen: 'sim:sim7672' }
const opened = slotB().port
const noon = new Date(2026, 10, 21, 12).getTime()
const open = (more: Partial<SlotState>): SlotState => ({
  ...closedSlot('a'),
  port: opened,
  mode: 'command',
  at: { through: 'port', found: false, held: false },
  ...more,
})
const at = { through: null, found: false, held: false } as const
const step = { rung: 'escape', words: { en: 'Silence.', ja: '無音。' }, worked: false } as const
const run = slotA().connect
const board = (can: boolean) =>
  ({ name: 'MicroCat.1', can: { reset: can, on: can, off: can } }) as SlotState['board']
const inFlight = { command: 'AT', sinceMs: 0 }
const unanswered = (code: 'at-timeout' | 'at-garbled') => ({
  command: 'AT+CGSN',
  code,
  meaning: { en: 'It did not.', ja: '応答なし。' },
  tries: [],
})
const ping = { host: 'ping.example', sent: 3, received: 0, avgMs: null }

/** One whose SIM stops it; what was said last of it may have come with any command. */
const withSim = (code: string): SlotState =>
  open({
    modem: { id: 'sim7672', name: 'SIM7672' },
    rungs: [{ id: 'sim', state: 'failure', word: { en: 'no SIM', ja: 'SIM なし' } }],
    facts: [
      {
        key: 'sim',
        group: 'sim',
        label: { en: 'SIM', ja: 'SIM' },
        value: code,
        words: { en: '+CMS ERROR 310: reseat it.', ja: '+CMS ERROR 310：挿し直してください。' },
        atMs: 0,
      },
    ],
  })

const table: readonly (readonly [string, SlotState, Act | null, string, string, string])[] = [
  ['a closed port', closedSlot('a'), 'open', 'idle', 'No port is open.', 'ポートは閉じています。'],
  [
    'a port that opens',
    open({ port: opened && { ...opened, state: 'opening', label: 'X' } }),
    null,
    'busy',
    'Opening X…',
    'X を開いています…',
  ],
  [
    'a modem that did not answer the last command',
    open({ unanswered: unanswered('at-timeout') }),
    'ask',
    'warning',
    'AT+CGSN was not answered. Ask once more.',
    'AT+CGSN に応答がありません。もう一度問い合わせてください。',
  ],
  [
    'one that is asked for the first time again',
    open({ mode: 'unknown', unanswered: unanswered('at-timeout'), inFlight }),
    null,
    'busy',
    'Open; asking the modem…',
    'ポートを開きました。モデムに問い合わせています…',
  ],
  [
    'letters that came broken',
    open({ unanswered: unanswered('at-garbled'), inFlight }),
    'ask',
    'warning',
    'AT+CGSN: characters arrive broken. Check the speed and the wiring.',
    'AT+CGSN：文字化けしています。通信速度と配線を確認してください。',
  ],
  [
    'a port that is gone',
    open({ port: opened && { ...opened, state: 'gone' } }),
    null,
    'warning',
    'The device vanished.',
    'デバイスが見えなくなりました。',
  ],
  [
    'a port that failed',
    open({ port: opened && { ...opened, state: 'failed', path: '/dev/x' } }),
    'open',
    'failure',
    'The port /dev/x failed.',
    'ポート /dev/x',
  ],
  [
    'an open port of which nothing is known',
    open({ mode: 'unknown' }),
    'ask',
    'idle',
    'nothing has been asked',
    'まだ何も問い合わせていません',
  ],
  [
    'a modem that is being asked',
    open({ mode: 'unknown', inFlight: { command: 'AT', sinceMs: 0 } }),
    null,
    'busy',
    'asking the modem',
    '問い合わせています',
  ],
  [
    'a modem that waits for a text',
    open({ prompt: { text: '> ', command: 'AT+CMGS="1"' } as SlotState['prompt'] }),
    null,
    'notice',
    'waits for a text',
    'テキストの入力を待っています',
  ],
  ['a booting modem', open({ mode: 'booting' }), null, 'busy', 'is starting', '起動中'],
  [
    'a modem that takes commands',
    open({ modem: { id: 'sim7672', name: 'SIM7672' } }),
    'connect',
    'fine',
    'SIM7672 is ready.',
    'SIM7672 は使用できます。',
  ],
  [
    'one without a name',
    open({}),
    'connect',
    'fine',
    'The modem is ready.',
    'モデムは使用できます。',
  ],
  [
    'one that answers without a SIM',
    withSim('NOT INSERTED'),
    'again',
    'warning',
    'No SIM. Power the modem off',
    'SIM がありません。電源を切って',
  ],
  [
    'one that wants the PIN',
    withSim('SIM PIN'),
    'pin',
    'warning',
    'The SIM asks for its PIN.',
    'PIN の入力を待って',
  ],
  [
    'one that wants the PUK',
    withSim('SIM PUK'),
    'card',
    'warning',
    'how many tries are left',
    '残り回数を確認',
  ],
  [
    'one whose SIM fails otherwise',
    withSim('SIM FAILURE'),
    'connect',
    'warning',
    '+CMS ERROR 310: reseat it.',
    '挿し直してください',
  ],
  [
    'a modem that does not answer and was granted to sleep',
    open({ unresponsive: true, sleep: { sinceMs: 0, untilMs: noon, told: false } }),
    'ask',
    'notice',
    'No answer: the modem may sleep, since the network has granted PSM. It wakes by itself at 11-21 12:00:00 at the latest.',
    '応答がありません。PSM が許可されているため、スリープ中の可能性があります。遅くとも 11-21 12:00:00 に自動で復帰します。',
  ],
  [
    'a modem that said it sleeps and not until when',
    open({ sleep: { sinceMs: 0, untilMs: null, told: true } }),
    'ask',
    'notice',
    'The modem sleeps (PSM). When it wakes by itself is not known.',
    'モデムがスリープ中（PSM）です。復帰時刻は不明です。',
  ],
  [
    'a call that comes in',
    open({ voice: { phase: 'incoming', number: '+81312345678', sinceMs: 0, end: null } }),
    null,
    'notice',
    'A call comes in. +81312345678',
    '着信があります。+81312345678',
  ],
  [
    'one that does not answer',
    open({ unresponsive: true }),
    'care',
    'failure',
    'got no answer',
    '応答がなかった',
  ],
  [
    'a connection on its way',
    open({ connect: { ...run, state: 'running', steps: stepsUntil('sim', 'running') } }),
    'cancelConnect',
    'busy',
    'Connecting: SIM…',
    '接続中：SIM…',
  ],
  [
    'one that ends',
    open({ connect: { ...run, state: 'disconnecting' } }),
    null,
    'busy',
    'Disconnecting…',
    '切断しています…',
  ],
  [
    'one that stands',
    slotA(),
    'disconnect',
    'fine',
    'Online as 10.176.33.21, ping 62 ms.',
    'ping 62 ミリ秒',
  ],
  [
    'one that carries nothing',
    { ...slotA(), connect: { ...run, verdict: run.verdict && { ...run.verdict, ping } } },
    'disconnect',
    'warning',
    'ping.example does not answer',
    'ping.example は ping に応答しません',
  ],
  [
    'a link somebody else dialled',
    { ...slotA(), connect: closedSlot('a').connect },
    'back',
    'fine',
    'Online as 10.176.33.21.',
    'オンライン（10.176.33.21）',
  ],
  [
    'one that failed',
    slotB(),
    'again',
    'failure',
    'The modem sees no SIM card.',
    'SIM カードを認識していません',
  ],
  [
    'a call that is held',
    open({ at: { through: 'port', found: false, held: true } }),
    'resume',
    'notice',
    'The call is still up',
    '呼は維持されています',
  ],
  ['data mode', open({ mode: 'data', at }), 'back', 'notice', 'in data mode', 'データモード'],
  [
    'a modem left in data mode',
    open({ mode: 'data', at: { ...at, found: true } }),
    'back',
    'warning',
    'left it in data mode',
    'データモードのまま',
  ],
  [
    'a multiplexer left on',
    open({ mode: 'cmux', at: { ...at, found: true } }),
    'back',
    'warning',
    'left the multiplexer on',
    'マルチプレクサーを終了していません',
  ],
  [
    'the way back',
    open({ mode: 'data', at, back: { running: true, result: null, steps: [step] } }),
    'cancelBack',
    'busy',
    'Silence.',
    '無音。',
  ],
  [
    'a way back that did not arrive, with a board',
    open({
      mode: 'unknown',
      at,
      back: { running: false, result: 'none', steps: [step] },
      board: board(true),
    }),
    'cycle',
    'failure',
    'Only the power',
    '電源の入れ直し',
  ],
  [
    'one without a board',
    open({ mode: 'unknown', at, back: { running: false, result: 'none', steps: [step] } }),
    'board',
    'failure',
    'Only the power',
    '電源の入れ直し',
  ],
]

describe('the answer of a slot', () => {
  test.each(table)('%s', (_name, state, act, level, en, ja) => {
    const answer = answerOf(state, plain)
    expect(answer).toMatchObject({ act, level })
    setLanguage('en')
    expect(sentenceText(answer.sentence)).toContain(en)
    setLanguage('ja')
    expect(sentenceText(answer.sentence)).toContain(ja)
    setLanguage('en')
  })

  test('an attempt to open that failed says why and what to try', () => {
    const problem: CallError = {
      code: 'port-missing',
      meaning: { en: 'There is no such port.', ja: 'そのポートはありません。' },
      detail: 'ENOENT',
      tries: [{ en: 'Plug it in.', ja: '接続してください。' }],
    }
    const answer = answerOf(closedSlot('a'), { problem, chosen: '/dev/x' })
    expect(answer).toMatchObject({ act: 'open', level: 'failure', sentence: problem.meaning })
    expect(answer.why).toMatchObject({ seen: ['ENOENT'], tries: problem.tries })
  })

  test('nothing can be opened when nothing is chosen', () => {
    expect(answerOf(closedSlot('a'), { problem: null, chosen: ' ' }).act).toBeNull()
  })

  test('by hand is said where no board can do it', () => {
    const back = { running: false, result: 'none', steps: [step] } as const
    const { why } = answerOf(open({ mode: 'unknown', at, back }), plain)
    expect(why?.tries.map((one) => sentenceText(one)).join()).toContain('hold PWRKEY')
    expect(why?.seen).toEqual([step.words])
  })

  test('the line that tells the failure comes first', () => {
    expect(failingFirst(['LCP up', 'CHAP Failure 226', 'LCP Terminate'])).toEqual({
      failing: 'CHAP Failure 226',
      others: ['LCP up', 'LCP Terminate'],
    })
    const denied = [
      '+CEREG: 0,3',
      'OK',
      'AT+CEREG?',
      '+CEREG: 3,3,,,,0,11',
      'OK',
      'AT+CNMP?',
      'ERROR',
      'OK',
    ]
    expect(failingFirst(denied).failing).toBe('+CEREG: 3,3,,,,0,11')
    expect(failingFirst(['+CREG: 3,1', 'NO CARRIER']).failing).toBe('NO CARRIER')
    expect(failingFirst(['AT+CPIN?', '+CPIN: SIM PIN', 'OK']).failing).toBe('+CPIN: SIM PIN')
    expect(failingFirst(['one', 'two']).failing).toBe('two')
    expect(failingFirst([]).failing).toBeUndefined()
  })
})
