import { secret, text } from '@core/at/parameter'
import { family } from '../shared/family'

const { question } = family('Sequans GM02S/Monarch 2 AT Commands Reference Manual', 'others')

export default [
  question('+SQNICCID', 'card number (ICCID)', 'カード番号（ICCID）', [
    secret('iccid', text('iccid', 'ICCID', 'ICCID')),
  ]),
  question('+SMST', 'state of the SIM', 'SIM の状態', [text('state', 'state', '状態')]),
]
