import { decoder } from '@core/at/decoder'
import { int, say } from '@core/at/parameter'
import { family } from '../shared/family'
import { tcpResult } from '../shared/simcom-results'
import { address, length } from '../shared/vocabulary'

const serverstart = decoder({
  id: '+SERVERSTART',
  title: say('TCP server in the modem', 'モデム内蔵の TCP サーバー'),
  spec: 'A76XX manual p315-351',
  group: 'internet',
  parameters: [int('server_index', 'server', 'サーバー'), int('port', 'port', 'ポート')],
  set: [int('port', 'port', 'ポート'), int('server_index', 'server', 'サーバー')],
  list: 'servers',
})

const serverstop = decoder({
  id: '+SERVERSTOP',
  title: say('end of the TCP server', 'TCP サーバーの停止'),
  does: say('Stops the TCP server in the modem.', 'モデム内蔵の TCP サーバーを停止します。'),
  spec: 'A76XX manual p315-351',
  ends: { second: /^\+SERVERSTOP: *\d+, *\d+$/ },
  group: 'internet',
  forms: ['set', 'test'],
  parameters: [int('server_index', 'server', 'サーバー'), tcpResult],
  set: [int('server_index', 'server', 'サーバー')],
  urc: true,
})

const a76 = family('SIMCom A76XX Series AT Command Manual V1.09, TCP/IP, SSL', 'simcom')

export default [
  serverstart,
  serverstop,
  a76.news('+CLIENT', 'connection from a client', 'クライアントからの接続', [
    int('link_num', 'socket', 'ソケット'),
    int('server_index', 'server', 'サーバー'),
    address,
  ]),
  a76.news('+RECEIVE', 'data received on a socket', 'ソケットの受信データ', [
    int('link_num', 'socket', 'ソケット'),
    length,
  ]),
]
