import { family } from '../shared/family'
import { file, length } from '../shared/vocabulary'

const { action, question } = family(
  'SIMCom A76XX Series AT Command Manual V1.09, TCP/IP, SSL',
  'simcom',
)

export default [
  action(
    '+CCERTDOWN',
    'loading a certificate into the modem',
    'モデムへの証明書の書き込み',
    [file, length],
    {
      ends: { prompt: '> ' },
    },
  ),
  question('+CCERTLIST', 'certificates', '証明書の一覧', [file], { list: 'files' }),
  action('+CCERTDELE', 'deleting a certificate', '証明書の削除', [file]),
  action('+CCERTMOVE', 'putting a certificate into its place', '証明書の移動', [file]),
]
