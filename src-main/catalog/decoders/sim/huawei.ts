import { int, secret, text } from '@core/at/parameter'
import { family } from '../shared/family'
import { mode, onOff, state, value } from '../shared/vocabulary'

const me909 = family('Huawei ME909s/MU709 AT Command Interface Specification', 'huawei')
const me906 = family('Huawei ME909s/MU709/ME906 AT Command Interface Specification', 'huawei')

const number = secret('number', text('number', 'number', '番号'))

export default [
  me909.setting('^STSF', 'SIM toolkit', 'SIM ツールキット', [mode]),
  me909.setting('^SCICHG', 'SIM slots', 'SIM スロット', [
    int('sci0', 'first', '1 番目'),
    int('sci1', 'second', '2 番目'),
  ]),
  me906.question('^MSISDN', 'own number', '自局番号', [number]),
  me906.setting('^SIMSWITCH', 'SIM slot in use', '使用する SIM スロット', [mode]),
  me906.setting('^SIMSQ', 'reports of the SIM start', 'SIM 起動の通知', [onOff, state], {
    urc: true,
  }),
  me906.action(
    '^STGI',
    'getting a command of the SIM toolkit',
    'SIM ツールキットのコマンドの取得',
    [mode],
  ),
  me906.action('^STGR', 'giving the answer to the SIM toolkit', 'SIM ツールキットへの応答', [
    mode,
    value,
  ]),
]
