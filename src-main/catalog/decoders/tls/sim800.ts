import { int } from '@core/at/parameter'
import { family, table } from '../shared/family'
import { file, onOff } from '../shared/vocabulary'

const { action, setting } = family('SIM800 Series AT Command Manual V1.09', 'simcom')

export default [
  action('+SSLSETCERT', 'loading a certificate', '証明書の読み込み', [file], {
    urc: [int('result', 'result', '結果', table('0 success|成功'))],
  }),
  setting('+SSLOPT', 'options of TLS', 'TLS のオプション', [
    int('opt', 'option', 'オプション'),
    onOff,
  ]),
]
