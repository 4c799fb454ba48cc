import { bare, fieldsIn } from '@core/radio/answer'
import type { RadioFamily } from '@core/radio/item'
import { iotScanModes, nwscanmode, qcfgBand, qcfgChoice } from './quectel-parts'

/** BG96, BG95, BG77, BG600L: LTE-M, NB-IoT and, on some, GSM. */
const quectelBg: RadioFamily = {
  id: 'quectel-bg',
  name: 'Quectel BG9x, BG77, BG600L',
  source:
    'Quectel BG96 AT Commands Manual; BG95&BG77&BG600L QCFG AT Commands Manual: +QCFG "nwscanmode", "iotopmode", "band"; +QPSMS and +QPTWEDRXS, and public answers of both',
  matches: (identity) => /quectel/i.test(identity) && /\bBG\d/i.test(identity),
  items: [
    nwscanmode(iotScanModes),
    qcfgChoice(
      'iot-rat',
      'iotopmode',
      {
        0: { en: 'LTE-M only', ja: 'LTE-M のみ' },
        1: { en: 'NB-IoT only', ja: 'NB-IoT のみ' },
        2: { en: 'LTE-M and NB-IoT', ja: 'LTE-M・NB-IoT' },
      },
      '2',
    ),
    qcfgBand('catm-bands', 1, { count: [3], bits: 88 }),
    qcfgBand('nbiot-bands', 2, { count: [3], bits: 88 }),
  ],
  saving: {
    psm: { command: 'AT+QPSMS?', read: grantedBySeconds },
    window: { command: 'AT+QPTWEDRXS?', prefix: '+QPTWEDRXS:' },
  },
}

/** `+QPSMS: 1,,,"46800","2880"`: what the network gives, in seconds. */
function grantedBySeconds(lines: readonly string[]) {
  const [mode, , , tau, active] = (fieldsIn(lines, '+QPSMS:') ?? []).map(bare)
  const whole = (text = '') => (/^\d{1,8}$/.test(text) ? Number(text) : 0)
  const granted = { active: whole(active), tau: whole(tau) }
  return mode === '1' && granted.active > 0 && granted.tau > 0 ? granted : null
}
export default quectelBg
