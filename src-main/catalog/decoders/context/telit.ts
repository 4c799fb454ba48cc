import { int, text } from '@core/at/parameter'
import { family, table } from '../shared/family'
import { cid, mode, onOff, password, user, value } from '../shared/vocabulary'

const he910 = family('Telit LE910/HE910/ME910 AT Commands Reference Guide', 'telit')
const gsm = family('Telit AT Commands Reference Guide (80000ST10025a)', 'telit')

export default [
  he910.setting('#NCM', 'USB network card (NCM)', 'USB ネットワークカード（NCM）', [cid, mode]),
  he910.action(
    '#NCMD',
    'closing the USB network card (NCM)',
    'USB ネットワークカード（NCM）の切断',
    [mode],
  ),
  he910.setting('#PDPAUTH', 'authentication of a context', 'コンテキストの認証', [
    cid,
    int(
      'auth_prot',
      'authentication',
      '認証方式',
      table('0 none|なし', '1 PAP|PAP', '2 CHAP|CHAP'),
    ),
    user,
    password,
  ]),
  he910.setting('#AUTOATT', 'attach by itself', '自動アタッチ', [onOff]),
  he910.setting('#MSCLASS', 'multislot class', 'マルチスロットクラス', [
    int('class', 'class', 'クラス'),
  ]),
  gsm.setting('#GSMCONT', 'circuit-switched context', '回線交換のコンテキスト', [cid, value]),
  gsm.setting('#GPPPCFG', 'PPP of the GPRS call', 'GPRS の PPP', [
    text('host', 'address', 'アドレス'),
    value,
  ]),
]
