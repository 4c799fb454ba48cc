import { int } from '@core/at/parameter'
import { family, table } from '../shared/family'
import { onOff } from '../shared/vocabulary'

const { setting } = family('SIM800 Series AT Command Manual V1.12', 'simcom')

export default [
  setting(
    '+CSMINS',
    'SIM inserted',
    'SIM の挿入',
    [int('n', 'report', '通知'), int('inserted', 'SIM', 'SIM', table('0 out|なし', '1 in|あり'))],
    { urc: true, isUnsolicited: () => false },
  ),
  setting('+CSDT', 'detection of the SIM', 'SIM の検出', [onOff]),
]
