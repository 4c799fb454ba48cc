import { decoder } from '@core/at/decoder'
import type { Facts } from '@core/at/knowledge'
import { int, say, secret, text } from '@core/at/parameter'
import type { Row } from '@core/at/row'
import { sentences } from '../shared/join'
import { statusWord } from '../shared/status-word'

const ccho = decoder({
  id: '+CCHO',
  title: say('channel to a card application', 'カードアプリのチャネル確立'),
  does: say('Opens a channel to a card application.', 'カードアプリのチャネルを確立します。'),
  spec: '3GPP TS 27.007, 8.45',
  group: 'sim',
  forms: ['set', 'test'],
  parameters: [int('sessionid', 'session', 'セッション')],
  set: [text('dfname', 'application', 'アプリケーション')],
  free: true,
})

const cchc = decoder({
  id: '+CCHC',
  title: say('end of a card channel', 'カードアプリのチャネル解放'),
  does: say('Closes a channel to a card application.', 'カードアプリのチャネルを解放します。'),
  spec: '3GPP TS 27.007, 8.46',
  group: 'sim',
  forms: ['set', 'test'],
  parameters: [int('sessionid', 'session', 'セッション')],
})

const cgla = decoder({
  id: '+CGLA',
  title: say('exchange over a card channel', 'チャネル経由の SIM アクセス'),
  does: say('Sends a command over a card channel.', 'カードのチャネルで命令を送ります。'),
  spec: '3GPP TS 27.007, 8.43',
  group: 'sim',
  forms: ['set', 'test'],
  parameters: [int('length', 'digits', '桁数'), text('response', 'data', 'データ')],
  set: [
    int('sessionid', 'session', 'セッション'),
    int('length', 'digits', '桁数'),
    secret('pin', text('command', 'command', '命令')),
  ],
  asks: true,
  row,
  explain({ response }, asked) {
    const sw = typeof response === 'string' ? /[0-9A-F]{4}$/i.exec(response)?.[0] : undefined
    if (asked.form === 'test' || sw === undefined) return undefined
    const word = statusWord(parseInt(sw.slice(0, 2), 16), parseInt(sw.slice(2), 16))
    return { words: sentences(word.words), severity: word.fine ? 'fine' : 'warning' }
  },
})

/** What an application answers may be anything: the EID and ICCIDs of an eUICC, the keys of an authentication. */
function row(line: Row): Facts {
  if (!/^"?.{0,4}"?$/.test(line.fields[1]?.text ?? '')) line.mark(1, 'iccid')
  return { length: line.int(0, 'length'), response: line.text(1) }
}

const cuad = decoder({
  id: '+CUAD',
  title: say('applications on the SIM', 'SIM 内のアプリケーション一覧'),
  spec: '3GPP TS 27.007, 8.49',
  group: 'sim',
  forms: ['action', 'test'],
  parameters: [text('response', 'data', 'データ')],
})

export default [ccho, cchc, cgla, cuad]
