import { int, secret, text } from '@core/at/parameter'
import { family } from '../shared/family'

const { action } = family('Quectel EC2x/EG2x/EG9x/EM05 AT Commands Manual', 'quectel')

export default [
  action(
    '+QCMGS',
    'sending a long message',
    '長い SMS の送信',
    [
      secret('number', text('number', 'to', '宛先')),
      int('uid', 'id', 'ID'),
      int('part', 'part', '番号'),
      int('parts', 'parts', '総数'),
    ],
    { ends: { prompt: '> ' }, parameters: [int('reference', 'reference', '参照番号')] },
  ),
]
