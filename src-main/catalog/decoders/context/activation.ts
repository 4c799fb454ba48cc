import { int, text } from '@core/at/parameter'
import { family, table } from '../shared/family'
import { cid } from '../shared/vocabulary'

const { action, setting } = family('3GPP TS 27.007', 'control')

export default [
  setting('+CGDEL', 'removal of non-active contexts', '使っていないコンテキストの削除', [cid]),
  action(
    '+CGANS',
    'taking or refusing a context of the network',
    'ネットワーク側コンテキストへの応答',
    [
      int('response', 'answer', '応答', table('0 refuse|拒否', '1 accept|許可')),
      text('l2p', 'layer 2', 'L2'),
      cid,
    ],
  ),
]
