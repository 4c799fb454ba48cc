import { decoder } from '@core/at/decoder'
import { say, secret, text } from '@core/at/parameter'
import type { Severity, Words } from '@core/words'
import { sentences } from '../shared/join'

const lock = say(
  'The SIM or the modem is locked to a device or network.',
  'SIM ロックまたは端末ロックがかかっています。',
)

const states: Record<string, readonly [Severity, Words]> = {
  READY: ['fine', say('The SIM is ready; no PIN is wanted.', 'SIM は使用可能です（PIN 不要）。')],
  'SIM PIN': [
    'warning',
    say(
      'The SIM wants its PIN: AT+CPIN="…". Three wrong tries lock it.',
      'SIM の PIN が必要です（AT+CPIN="…"）。3 回間違えるとロックされます。',
    ),
  ],
  'SIM PUK': [
    'failure',
    say(
      'The SIM is locked after wrong PINs: it wants the PUK from the operator.',
      'PIN の誤入力でロックされています。事業者発行の PUK が必要です。',
    ),
  ],
  'SIM PIN2': [
    'notice',
    say(
      'The SIM wants PIN2; data does not need it.',
      'PIN2 が求められています（データ通信には不要）。',
    ),
  ],
  'SIM PUK2': [
    'notice',
    say(
      'PIN2 is locked; data does not need it.',
      'PIN2 がロックされています（データ通信には不要）。',
    ),
  ],
  'NOT INSERTED': [
    'failure',
    say(
      'No SIM: reseat it and check its holder.',
      'SIM が挿入されていません。挿し直してホルダーを確認してください。',
    ),
  ],
  'NOT READY': [
    'warning',
    say(
      'The SIM is not ready yet: wait and ask again.',
      'SIM の準備ができていません。少し待って再確認してください。',
    ),
  ],
  'SIM REMOVED': ['failure', say('The SIM was pulled out.', 'SIM が抜かれました。')],
  'SIM FAILURE': [
    'failure',
    say(
      'The SIM does not answer properly: reseat or replace it.',
      'SIM が正常に応答しません。挿し直すか交換してください。',
    ),
  ],
  'SIM WRONG': [
    'failure',
    say(
      'The SIM does not fit this modem: lock, or the wrong SIM.',
      'この SIM は使用できません（ロックまたは取り違え）。',
    ),
  ],
  'SIM BUSY': [
    'notice',
    say(
      'The SIM is still starting: wait and ask again.',
      'SIM の起動中です。少し待って再確認してください。',
    ),
  ],
}

export default decoder({
  id: '+CPIN',
  title: say('SIM state', 'SIM の状態'),
  spec: '3GPP TS 27.007, 8.3',
  group: 'sim',
  parameters: [text('code', 'state', '状態')],
  set: [
    secret('pin', text('pin', 'PIN or PUK', 'PIN または PUK')),
    secret('pin', text('newpin', 'new PIN', '新しい PIN')),
  ],
  urc: true,
  explain(facts, asked) {
    const { code } = facts
    if (asked.form === 'test' || typeof code !== 'string') return undefined
    const known = states[code.toUpperCase()]
    if (known) return { words: known[1], severity: known[0] }
    const head = say(`SIM state: ${code}.`, `SIM の状態：${code}。`)
    if (code.toUpperCase().startsWith('PH-'))
      return { words: sentences(head, lock), severity: 'failure' }
    return { words: head, severity: 'warning' }
  },
  explainCommand(_facts, command) {
    if (command.form !== 'set') return undefined
    return {
      words: say(
        'Enters the PIN (or PUK and a new PIN).',
        'PIN（または PUK と新しい PIN）を入力します。',
      ),
      severity: 'notice',
    }
  },
})
