import { decoder } from '@core/at/decoder'
import { int, say } from '@core/at/parameter'
import type { Row } from '@core/at/row'
import { display } from '../shared/join'
import { looseFacts, messagesOf, storedFacts } from '../shared/messages'

export default decoder({
  id: '+CMGR',
  // SIMCom: reads it and deletes it.
  aliases: ['+CMGRD'],
  title: say('one stored message', '保存されている SMS（1 件）'),
  spec: '3GPP TS 27.005, 3.4.3',
  group: 'sms',
  forms: ['set', 'test'],
  body: 'answer',
  asks: true,
  parameters: [int('index', 'index', '番号')],
  answer,
  explain: (_facts, asked) =>
    asked.form === 'test'
      ? undefined
      : { words: say('A stored message.', '保存されている SMS です。') },
  explainCommand: (facts, command) =>
    command.form === 'set'
      ? {
          words: say(
            `Reads message ${display(facts['index'])}.`,
            `SMS ${display(facts['index'])} 番を読み出します。`,
          ),
        }
      : undefined,
})

function answer(rows: readonly Row[]) {
  const { messages, loose } = messagesOf(rows)
  const [first] = messages
  return first ? storedFacts(first.header, first.body, 0) : looseFacts(loose)
}
