import { factText } from '@core/at/fact-text'
import { decoder } from '@core/at/decoder'
import { say, secret, text } from '@core/at/parameter'
import { display, sentences } from '../shared/join'
import { labelled } from '../shared/labelled'
import { levelSeverity, levels } from '../shared/quality'

const gstatus = decoder({
  id: '!GSTATUS',
  title: say('state of the modem', 'モデムの状態'),
  spec: 'Sierra Wireless AT manual',
  group: 'sierra',
  forms: ['read', 'action'],
  free: true,
  answer: labelled,
  explain(facts, asked) {
    if (asked.form === 'test') return undefined
    const values = {
      rsrp:
        facts['pcc_rxm_rsrp_dbm'] ??
        facts['pcc_rxm_rsrp'] ??
        facts['rsrp_dbm'] ??
        facts['nr5g_rsrp_dbm'],
      rsrq: facts['rsrq_db'] ?? facts['nr5g_rsrq_db'],
      sinr: facts['sinr_db'] ?? facts['nr5g_sinr_db'],
      rssi: facts['pcc_rxm_rssi'] ?? facts['rssi_dbm'] ?? facts['rx_level_dbm'],
    }
    const mode = facts['mode']
    const system = facts['system_mode']
    const detached = /^not attached/i.test(factText(facts['ps_state'] ?? ''))
    const off = typeof mode === 'string' && /low power/i.test(mode)
    const state = [mode, system].filter((one) => one !== undefined).map(display)
    const shown = state.length > 0 ? `: ${state.join(', ')}` : ''
    return {
      words: sentences(
        say(`State of the modem${shown}`, `モデムの状態${shown.replace(': ', '：')}`),
        off ? radioOff : undefined,
        detached ? notAttached : undefined,
        levels(values),
      ),
      severity: off || detached ? 'warning' : levels(values) ? levelSeverity(values) : 'fine',
    }
  },
})

const radioOff = say(
  'the radio is off: AT+CFUN=1, W_DISABLE and the supply are the usual reasons',
  '無線がオフです。AT+CFUN=1、W_DISABLE 端子、電源を確認してください',
)

const notAttached = say(
  'not attached to the packet network',
  'パケットネットワークにアタッチしていません',
)

const entercnd = decoder({
  id: '!ENTERCND',
  title: say('protected commands', '保護コマンドの解除'),
  does: say('Unlocks protected commands.', '保護コマンドを解除します。'),
  spec: 'Sierra Wireless AT manual',
  group: 'sierra',
  forms: ['set'],
  parameters: [secret('password', text('password', 'password', 'パスワード'))],
})

export default [gstatus, entercnd]
