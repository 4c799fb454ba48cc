import { int, text } from '@core/at/parameter'
import { family, table } from '../shared/family'
import { cid, mode, password, user } from '../shared/vocabulary'

const em74 = family('Sierra Wireless EM74xx/MC74xx AT Command Reference', 'sierra')
const wavecom = family('Sierra Wireless AirPrime HL/WP AT Commands Interface Guide', 'sierra')
const mc73 = family(
  'Sierra Wireless MC73xx/EM74xx/EM75xx AT Command Reference (4114486, 4117727)',
  'sierra',
)

export default [
  em74.setting('!SCPROF', 'profile of a context', 'コンテキストのプロファイル', [
    cid,
    text('name', 'name', '名前'),
  ]),
  wavecom.setting('+WPPP', 'authentication of PPP', 'PPP の認証', [
    int(
      'auth_prot',
      'authentication',
      '認証方式',
      table('0 none|なし', '1 PAP|PAP', '2 CHAP|CHAP'),
    ),
    cid,
    user,
    password,
  ]),
  mc73.setting('!SCDFTPROF', 'default profile', '既定のプロファイル', [cid]),
  mc73.setting('!MSCLASS', 'GPRS multislot class', 'GPRS マルチスロットクラス', [mode]),
]
