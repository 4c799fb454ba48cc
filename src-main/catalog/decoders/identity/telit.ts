import { secret, text } from '@core/at/parameter'
import { family } from '../shared/family'

const { question } = family('Telit LE910/HE910/ME910 AT Commands Reference Guide', 'telit')

const imei = secret('imei', text('imei', 'IMEI', 'IMEI'))

export default [
  question('#CIMI', 'IMSI', 'IMSI 番号', [secret('imsi', text('imsi', 'IMSI', 'IMSI'))]),
  question('#CGSN', 'IMEI', 'IMEI 番号', [imei]),
  question('#CGMM', 'model', '型番', [text('model', 'model', '型番')]),
  question('#CGMR', 'firmware', 'ファームウェア', [text('revision', 'version', 'バージョン')]),
  question('#CGMI', 'maker', 'メーカー', [text('manufacturer', 'maker', 'メーカー')]),
]
