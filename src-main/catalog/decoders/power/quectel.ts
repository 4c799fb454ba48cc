import { family } from '../shared/family'
import { item, mode, onOff, value } from '../shared/vocabulary'

const em05 = family('Quectel EC2x/EG2x/EG9x/EM05 AT Commands Manual', 'quectel')
const rg50x = family('Quectel RG50xQ/RM5xxQ AT Commands Manual', 'quectel')

export default [
  em05.setting('+QAPRDYIND', '“AP ready” signal', '“AP ready” 信号', [onOff]),
  rg50x.question('+QTHERMAL', 'temperatures', '温度', [item, value]),
  rg50x.setting('+QLPMCFG', 'low power mode', '省電力モード', [mode]),
  rg50x.setting('+QPSMEXTCFG', 'further settings of PSM', 'PSM の拡張設定', [value]),
]
