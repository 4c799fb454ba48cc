import { family } from '../shared/family'
import { item, mode, value } from '../shared/vocabulary'

const lisa = family('u-blox SARA/LARA/LISA AT Commands Manual', 'u-blox')
const toby = family('u-blox SARA-R5/LARA-R6/TOBY-L2 AT Commands Manual (UBX-19047455)', 'u-blox')
const base = family('u-blox AT Commands Manual (UBX-13002752)', 'u-blox')

export default [
  lisa.action('+CPWROFF', 'switching the modem off', 'モデムの電源オフ'),
  lisa.action('+UPWROFF', 'switching the modem off at once', 'モデムの即時電源オフ'),
  toby.setting('+UTEMP', 'reports of the temperature', '温度の通知', [mode]),
  toby.setting('+ULGASP', 'last words before power is lost', 'ラストガスプ', [item, value]),
  base.setting(
    '+CEPPI',
    'power preference told to the network',
    'ネットワークに伝える省電力の希望',
    [mode],
  ),
]
