import { decoder } from '@core/at/decoder'
import { say, secret, text } from '@core/at/parameter'

const closeOk = decoder({
  id: 'CLOSE OK',
  pattern: /^(?:\d{1,2},\s*)?CLOSE OK$/,
  title: say('socket closed', 'ソケットの切断'),
  spec: 'SIM800 AT manual',
  group: 'internet',
  final: 'soft',
  explain: () => ({ words: say('The socket is closed.', 'ソケットを閉じました。') }),
})

const closed = decoder({
  id: 'CLOSED',
  pattern: /^(?:\d{1,2},\s*)?CLOSED$/,
  title: say('socket closed by the other side', '相手側からの切断'),
  spec: 'SIM800 AT manual',
  group: 'internet',
  explain: () => ({
    words: say('The other side closed the socket.', '相手側がソケットを閉じました。'),
    severity: 'notice',
  }),
})

const connectOk = decoder({
  id: 'CONNECT OK',
  pattern: /^(?:\d{1,2},\s*)?(?:CONNECT OK|ALREADY CONNECT)$/,
  title: say('socket open', 'ソケットの接続'),
  spec: 'SIM800 AT manual',
  group: 'internet',
  explain: () => ({ words: say('The socket is open.', 'ソケットが接続されました。') }),
})

const connectFail = decoder({
  id: 'CONNECT FAIL',
  pattern: /^(?:\d{1,2},\s*)?CONNECT FAIL$/,
  title: say('socket not open', 'ソケットの接続失敗'),
  spec: 'SIM800 AT manual',
  group: 'internet',
  explain: () => ({
    words: say('The socket could not be opened.', 'ソケットを接続できませんでした。'),
    severity: 'failure',
  }),
})

const sendOk = decoder({
  id: 'SEND OK',
  pattern: /^(?:\d{1,2},\s*)?SEND OK$/,
  title: say('data sent', '送信完了'),
  spec: 'SIM800 and Quectel manuals',
  group: 'internet',
  final: 'soft',
  explain: () => ({
    words: say('The data was handed over for sending.', 'データの送信を受け付けました。'),
  }),
})

const sendFail = decoder({
  id: 'SEND FAIL',
  pattern: /^(?:\d{1,2},\s*)?SEND FAIL$/,
  title: say('data not sent', '送信失敗'),
  spec: 'SIM800 and Quectel manuals',
  group: 'internet',
  final: 'soft',
  explain: () => ({
    words: say('The data was not sent.', 'データを送信できませんでした。'),
    severity: 'failure',
  }),
})

const shutOk = decoder({
  id: 'SHUT OK',
  pattern: /^SHUT OK$/,
  title: say('connection closed', '接続の終了'),
  spec: 'SIM800 AT manual',
  group: 'internet',
  final: 'soft',
  explain: () => ({
    words: say('The internal IP connection is closed.', '内蔵 IP 接続を終了しました。'),
  }),
})

const recvFrom = decoder({
  id: 'RECV FROM',
  prefixes: ['RECV FROM'],
  title: say('data from an internal socket', '内蔵ソケットの受信'),
  spec: 'A76XX manual p315-351',
  group: 'internet',
  forms: [],
  parameters: [secret('address', text('source', 'sender', '送信元'))],
  urc: true,
  row: (row) => {
    row.markText(row.tail, 'address')
    return { source: row.tail || null }
  },
})

export default [closeOk, closed, connectOk, connectFail, sendOk, sendFail, shutOk, recvFrom]
