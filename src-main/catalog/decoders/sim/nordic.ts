import { decoder } from '@core/at/decoder'
import { int, say } from '@core/at/parameter'
import { offOn } from '@core/at/words'
import { family } from '../shared/family'
import { mode } from '../shared/vocabulary'

const nrf91 = family('nRF91x1/nRF91 AT Commands Reference Guide', 'nordic')

export default [
  decoder({
    id: '%XSIM',
    title: say('SIM state', 'SIM の状態'),
    spec: 'nRF91 AT manual',
    group: 'nordic',
    forms: ['read', 'set'],
    parameters: [
      int('state', 'SIM', 'SIM', { 0: say('not ready', '未準備'), 1: say('ready', '準備完了') }),
      int('cause', 'cause', '理由'),
    ],
    set: [int('mode', 'reports', '通知', offOn)],
    urc: true,
  }),
  nrf91.setting('%XUSIMLCK', 'lock to a card', 'カードへのロック', [mode]),
]
