import { int, secret, text } from '@core/at/parameter'
import { family } from '../shared/family'
import { file, host, item, mode, onOff, port, url, value } from '../shared/vocabulary'

const { action, later, setting } = family('Quectel EC2x/M66 MMS Application Note', 'quectel')

const to = secret('number', text('address', 'to', '宛先'))

export default [
  setting('+QMMSCFG', 'settings of MMS', 'MMS の設定', [item, value]),
  action('+QMMSEDIT', 'writing an MMS', 'MMS の作成', [
    int('field', 'part', '項目'),
    int('operation', 'operation', '操作'),
    to,
  ]),
  later(
    '+QMMSEND',
    'sending the MMS',
    'MMS の送信',
    [],
    [int('err', 'error', 'エラー'), int('status', 'HTTP', 'HTTP')],
  ),
  setting('+QMMURL', 'server of MMS (MMSC)', 'MMS サーバー（MMSC）', [url]),
  setting('+QMMPROXY', 'proxy of MMS', 'MMS のプロキシ', [onOff, host, port]),
  setting('+QMMTO', 'recipients of the MMS', 'MMS の宛先', [mode, to]),
  setting('+QMMCC', 'copies of the MMS', 'MMS の CC', [mode, to]),
  setting('+QMMBCC', 'blind copies of the MMS', 'MMS の BCC', [mode, to]),
  setting('+QMMTITLE', 'title of the MMS', 'MMS の件名', [
    mode,
    secret('name', text('title', 'title', '件名')),
  ]),
  setting('+QMMATT', 'attached file of the MMS', 'MMS の添付ファイル', [mode, file]),
]
