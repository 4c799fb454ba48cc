import { factText } from '@core/at/fact-text'
import { decoder } from '@core/at/decoder'
import { type ValueMeanings, int, say } from '@core/at/parameter'
import type { Severity } from '@core/words'

const levels: ValueMeanings = {
  0: say('minimum, radio and SIM off', '最小機能、無線と SIM はオフ'),
  1: say('full, radio on', 'フル機能、無線オン'),
  4: say('flight mode, radio off', '機内モード、無線オフ'),
  5: say('factory test mode', '工場試験モード'),
  6: say('reset', 'リセット'),
  7: say('offline', 'オフライン'),
  8: say('SIM off', 'SIM オフ'),
}

const power: Record<string, string> = { 0: 'off', 1: 'on', 4: 'low' }

const severities: Record<string, Severity> = { 1: 'fine', 0: 'notice', 4: 'notice' }

export default decoder({
  id: '+CFUN',
  title: say('level of function', '動作モード'),
  spec: '3GPP TS 27.007, 8.2',
  group: 'power',
  parameters: [
    int('fun', 'level', 'モード', levels),
    int('rst', 'reset first', 'リセット', { 0: say('no', 'なし'), 1: say('yes', 'あり') }),
  ],
  urc: true,
  derive(facts) {
    const state = power[factText(facts['fun'])]
    return state === undefined ? facts : { ...facts, power_state: state }
  },
  explain(facts, asked) {
    const { fun } = facts
    if (asked.form === 'test' || typeof fun !== 'number') return undefined
    const level = levels[fun] ?? say(`the vendor's own level`, 'メーカー独自のモード')
    return {
      words: say(`Function level ${fun}: ${level.en}.`, `動作モード ${fun}：${level.ja}`),
      severity: severities[fun] ?? 'warning',
    }
  },
  explainCommand(facts, command) {
    const { fun } = facts
    if (command.form !== 'set' || typeof fun !== 'number') return undefined
    const level = levels[fun] ?? say(`the vendor's own level`, 'メーカー独自のモード')
    if (facts['rst'] === 1)
      return {
        words: say(
          `Restarts the modem, then function level ${fun}: ${level.en}. Settings that were not stored are lost.`,
          `モデムを再起動し、動作モードを ${fun}（${level.ja}）にします。保存していない設定は失われます。`,
        ),
        severity: 'notice',
      }
    return {
      words: say(
        `Sets the function level to ${fun}: ${level.en}. The answer can take 9 s or more.`,
        `動作モードを ${fun}（${level.ja}）にします。応答まで 9 秒以上かかることがあります。`,
      ),
      severity: fun === 1 ? 'fine' : 'notice',
    }
  },
})
