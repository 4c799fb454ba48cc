import { family } from '../shared/family'
import { mode, value } from '../shared/vocabulary'

const { action, setting } = family(
  'nRF Connect SDK, Serial LTE Modem and Serial Modem AT commands',
  'nordic',
)

export default [
  setting('#XGPS', 'GNSS', 'GNSS の測位', [mode, value]),
  action('#XGPSDEL', 'deleting GNSS data', 'GNSS データの消去', [value]),
  action('#XCELLPOS', 'asking for the position by cells', 'セルからの測位', [mode]),
  action('#XWIFIPOS', 'asking for the position by Wi-Fi', 'Wi-Fi からの測位', [value]),
  setting('#XNRFCLOUDPOS', 'position by nRF Cloud', 'nRF Cloud による測位', [mode, mode], {
    urc: true,
  }),
]
