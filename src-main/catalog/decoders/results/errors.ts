import { decoder } from '@core/at/decoder'
import { int, say, text } from '@core/at/parameter'
import { cme, cms } from '../shared/causes'
import { errorFacts, errorNote } from '../shared/error-row'
import { makerCme, makerCms } from '../shared/maker-errors'

const cmeError = decoder({
  id: '+CME ERROR',
  prefixes: ['+CME ERROR', 'CME ERROR'],
  title: say('error of the modem', 'モデムのエラー'),
  spec: '3GPP TS 27.007, 9.2',
  group: 'result',
  forms: [],
  final: 'hard',
  parameters: [int('code', 'number', '番号'), text('text', 'reason', '理由')],
  row: (row) => errorFacts(row, cme),
  explain: (facts, asked) =>
    errorNote('+CME ERROR', facts, { table: cme, ofMakers: makerCme, asked }),
})

const cmsError = decoder({
  id: '+CMS ERROR',
  prefixes: ['+CMS ERROR', 'CMS ERROR'],
  title: say('error of the message service', 'SMS のエラー'),
  spec: '3GPP TS 27.005, 3.2.5',
  group: 'result',
  forms: [],
  final: 'hard',
  parameters: [int('code', 'number', '番号'), text('text', 'reason', '理由')],
  row: (row) => errorFacts(row, cms),
  explain: (facts, asked) =>
    errorNote('+CMS ERROR', facts, { table: cms, ofMakers: makerCms, asked }),
})

const ipError = decoder({
  id: '+IP ERROR',
  prefixes: ['+IP ERROR'],
  title: say('error of the internal IP service', '内蔵 IP サービスのエラー'),
  spec: 'A76XX manual p315-351',
  group: 'internet',
  forms: [],
  parameters: [text('text', 'error', 'エラー')],
  urc: true,
  row: (row) => ({ text: row.tail || null }),
  explain: ({ text: reason }) => ({
    words:
      typeof reason === 'string'
        ? say(
            `An error of the internal IP service: ${reason}.`,
            `内蔵 IP サービスのエラー：${reason}`,
          )
        : say('An error of the internal IP service.', '内蔵 IP サービスのエラーです。'),
    severity: 'failure',
  }),
})

export default [cmeError, cmsError, ipError]
