import { int, text } from '@core/at/parameter'
import { family, table } from '../shared/family'
import { cid, item, mode, password, user, value, version } from '../shared/vocabulary'

const { action, question, setting } = family(
  'Sierra Wireless EM74xx/MC74xx AT Command Reference',
  'sierra',
)
const wavecom = family('Sierra Wireless AirPrime HL/WP AT Commands Interface Guide', 'sierra')

export default [
  question('!PACKAGE', 'version of the package', 'パッケージのバージョン', [version]),
  question('!SKU', 'article number', '製品番号', [value]),
  question('!USBINFO', 'USB description', 'USB 情報', [value]),
  question('!TMSTATUS', 'temperature control', '温度制御の状態', [value]),
  setting('!NVPLMN', 'list of networks', 'ネットワークリスト', [item, value]),
  action('!NVBACKUP', 'saving the settings', '設定の保存', [mode]),
  action('!BOOTHOLD', 'restarting into the boot loader', 'ブートローダーでの再起動'),
  action('!GCDUMP', 'reading the crash record', '障害記録の読み出し', [], { parameters: [value] }),
  action('!GCCLR', 'clearing the crash record', '障害記録の消去'),
  action('!DASTXON', 'switching the test transmitter on', '試験送信の開始'),
  setting('!SCPROF', 'profile of a context', 'コンテキストのプロファイル', [
    cid,
    text('name', 'name', '名前'),
  ]),
  wavecom.setting('+WIND', 'general reports', '一般通知', [int('level', 'which', '項目')], {
    urc: [
      int(
        'event',
        'event',
        'イベント',
        table(
          '0 SIM removed|SIM 抜去',
          '1 SIM inserted|SIM 挿入',
          '3 ready for commands|コマンド受付可',
          '4 all commands ready|全コマンド受付可',
          '7 emergency calls only|緊急通報のみ',
          '8 registered|登録済み',
        ),
      ),
    ],
  }),
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
]
