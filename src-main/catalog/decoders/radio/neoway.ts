import { text } from '@core/at/parameter'
import { family } from '../shared/family'
import { mode, onOff, value } from '../shared/vocabulary'

const n58 = family('Neoway N58/N720 AT Commands Manual', 'others')
const n720 = family('Neoway N720/N58 AT Commands Manual', 'others')

export default [
  n58.setting('+LIGHT', 'network LED', 'ネットワーク LED', [mode]),
  n58.question('+READADC', 'voltage at an ADC', 'ADC の電圧', [value]),
  n58.setting('+GPSPWR', 'power of the GNSS', 'GNSS の電源', [onOff]),
  n58.action('+GPSRST', 'restarting the GNSS', 'GNSS の再起動', [mode]),
  n58.setting('+GPSMODE', 'mode of the GNSS', 'GNSS のモード', [mode]),
  n58.setting('+SIMCROSS', 'SIM slot in use', '使用する SIM スロット', [mode]),
  n720.question('+MYSYSINFO', 'operator and technology', '事業者と方式', [
    text('operator', 'operator', '事業者'),
    value,
  ]),
  n720.question('+SIGNAL', 'signal', '電波強度', [value]),
]
