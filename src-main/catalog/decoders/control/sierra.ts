import { int, secret, text } from '@core/at/parameter'
import { family, table } from '../shared/family'
import { item, mode, password, value, version } from '../shared/vocabulary'

const em74 = family('Sierra Wireless EM74xx/MC74xx AT Command Reference', 'sierra')
const wavecom = family('Sierra Wireless AirPrime HL/WP AT Commands Interface Guide', 'sierra')
const mc73 = family(
  'Sierra Wireless MC73xx/EM74xx/EM75xx AT Command Reference (4114486, 4117727)',
  'sierra',
)

export default [
  em74.question('!PACKAGE', 'version of the package', 'パッケージのバージョン', [version], {
    free: true,
  }),
  em74.question('!SKU', 'article number', '製品番号', [value]),
  em74.question('!USBINFO', 'USB description', 'USB 情報', [value]),
  em74.question('!TMSTATUS', 'temperature control', '温度制御の状態', [value]),
  em74.setting('!NVPLMN', 'list of networks', 'ネットワークリスト', [item, value]),
  em74.action('!NVBACKUP', 'saving the settings', '設定の保存', [mode]),
  em74.action('!BOOTHOLD', 'restarting into the boot loader', 'ブートローダーでの再起動'),
  em74.action('!GCDUMP', 'reading the crash record', '障害記録の読み出し', [], {
    parameters: [value],
  }),
  em74.action('!GCCLR', 'clearing the crash record', '障害記録の消去'),
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
  wavecom.setting('+WOPEN', 'Open AT application', 'Open AT アプリケーション', [
    int('mode', 'state', '状態', table('0 stopped|停止', '1 running|実行')),
  ]),
  mc73.question(
    '!BCFWUPDATESTATUS',
    'result of the last firmware update',
    '直前のファームウェア更新の結果',
    [value],
  ),
  mc73.question('!BCINF', 'boot loader', 'ブートローダーの情報', [value]),
  mc73.action('!RMARESET', 'resetting the modem to the state of delivery', '出荷時状態への初期化', [
    mode,
  ]),
  mc73.setting('!OPENLOCK', 'answer to the lock of the commands', 'コマンドロックの応答', [
    password,
  ]),
  mc73.action('!UNLOCK', 'changing the lock of the commands', 'コマンドロックの解除', [password]),
  mc73.setting('!MAPUART', 'service of a UART', 'UART の用途', [mode, int('uart', 'UART', 'UART')]),
  mc73.setting('!PCTEMPLIMITS', 'limits of the temperature', '温度の限度', [value]),
  mc73.setting('!PCVOLTLIMITS', 'limits of the supply voltage', '電源電圧の限度', [value]),
  mc73.setting('!NVENCRYPTIMEI', 'IMEI', 'IMEI の書き込み', [
    secret('imei', text('imei', 'IMEI', 'IMEI')),
  ]),
]
