import { int } from '@core/at/parameter'
import { family } from '../shared/family'
import { mode, port, socket, state } from '../shared/vocabulary'

const { action, news } = family(
  'Huawei ME909s/MU709/ME906 AT Command Interface Specification',
  'huawei',
)

export default [
  action('^IPLISTEN', 'listening at a port', '待ち受け', [mode, port]),
  action('^IPENTRANS', 'switching a socket to transparent mode', '透過モードへの切り替え', [
    socket,
  ]),
  news('^IPSTATE', 'state of a socket', 'ソケットの状態', [
    socket,
    state,
    int('cause', 'cause', '原因'),
  ]),
]
