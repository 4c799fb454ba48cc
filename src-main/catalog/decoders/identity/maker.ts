import { decoder } from '@core/at/decoder'
import { say, text } from '@core/at/parameter'
import type { Row } from '@core/at/row'
import { identityText } from '../shared/identity'

const cgmi = decoder({
  id: '+CGMI',
  aliases: ['+GMI'],
  title: say('maker of the modem', 'モデムのメーカー'),
  spec: '3GPP TS 27.007, 5.1',
  group: 'identity',
  forms: ['action', 'test'],
  free: true,
  parameters: [text('manufacturer', 'manufacturer', 'メーカー')],
  answer: identityText('manufacturer'),
})

const cgmm = decoder({
  id: '+CGMM',
  aliases: ['+GMM'],
  title: say('model of the modem', 'モデムの型番'),
  spec: '3GPP TS 27.007, 5.2',
  group: 'identity',
  forms: ['action', 'test'],
  free: true,
  parameters: [text('model', 'model', '型番')],
  answer: identityText('model'),
})

const cgmr = decoder({
  id: '+CGMR',
  aliases: ['+GMR', '+QGMR'],
  title: say('firmware of the modem', 'モデムのファームウェア'),
  spec: '3GPP TS 27.007, 5.3',
  group: 'identity',
  forms: ['action', 'test'],
  free: true,
  parameters: [text('revision', 'revision', 'ファームウェア')],
  answer: identityText('revision'),
})

const gcap = decoder({
  id: '+GCAP',
  title: say('capabilities of the modem', 'モデムの対応機能'),
  spec: 'ITU-T V.250, 6.1.9',
  group: 'identity',
  forms: ['action', 'test'],
  free: true,
  parameters: [text('gcap', 'command sets', '対応コマンド群')],
  row: (row: Row) => ({ gcap: row.tail || null }),
})

export default [cgmi, cgmm, cgmr, gcap]
