import { int } from '@core/at/parameter'
import { family, table } from '../shared/family'
import { item, mode, value } from '../shared/vocabulary'

const { action, question, setting } = family(
  'Quectel EC2x/EG2x/EG9x/EM05 AT Commands Manual',
  'quectel',
)

export default [
  setting('+QSIMVOL', 'SIM voltage', 'SIM の電圧', [mode]),
  action(
    '+QFPLMNCFG',
    'changing the list of forbidden networks',
    '禁止ネットワークリストの操作',
    [item, value],
    { parameters: [item, value] },
  ),
  question(
    '+QUSIM',
    'kind of the card',
    'カードの種別',
    [int('type', 'card', 'カード', table('0 SIM|SIM', '1 USIM|USIM'))],
    { urc: true },
  ),
  setting('+QSTK', 'SIM toolkit', 'SIM ツールキット', [mode]),
]
