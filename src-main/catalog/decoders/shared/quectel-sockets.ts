import { int } from '@core/at/parameter'
import { table } from './family'

/** What Quectel's sockets have in common, with TLS (+QSSLOPEN) and without (+QIOPEN). */
export const accessMode = int(
  'access_mode',
  'access mode',
  'アクセスモード',
  table('0 buffer|バッファ', '1 direct push|直接通知', '2 transparent|透過'),
)
export const socketState = int(
  'socket_state',
  'state',
  '状態',
  table(
    '0 initial|初期',
    '1 opening|接続中',
    '2 connected|接続済み',
    '3 listening|待ち受け中',
    '4 closing|切断中',
  ),
)
