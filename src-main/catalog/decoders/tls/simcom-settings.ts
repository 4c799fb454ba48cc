import { decoder } from '@core/at/decoder'
import { int, say, text } from '@core/at/parameter'
import { offOn } from '@core/at/words'
import { positional, testFacts } from '@core/at/read-facts'
import type { Row } from '@core/at/row'
import { table } from '../shared/family'

const context = int('ssl_ctx_index', 'TLS context', 'TLS コンテキスト')
/** One setting of one context, as it is set. */
const setting = [
  text('name', 'setting', '項目'),
  text('value', 'value', '値'),
  text('value2', 'value', '値'),
]

/** All settings of one context, as AT+CSSLCFG? tells them; the last is there where the firmware has it. */
const whole = [
  context,
  int(
    'sslversion',
    'version',
    'バージョン',
    table(
      '0 SSL 3.0|SSL 3.0',
      '1 TLS 1.0|TLS 1.0',
      '2 TLS 1.1|TLS 1.1',
      '3 TLS 1.2|TLS 1.2',
      '4 all|すべて',
    ),
  ),
  int(
    'authmode',
    'certificate check',
    '証明書の検証',
    table(
      '0 none|なし',
      '1 server|サーバー',
      '2 both sides|双方',
      '3 client alone|クライアントのみ',
    ),
  ),
  int(
    'ignorelocaltime',
    'validity period',
    '有効期限',
    table('0 checked|検証する', '1 not checked|検証しない'),
  ),
  int('negotiatetime', 'time limit of the handshake s', 'ハンドシェイクの制限時間 秒'),
  text('cacert', 'CA', 'CA'),
  text('clientcert', 'client certificate', 'クライアント証明書'),
  text('clientkey', 'client key', 'クライアント鍵'),
  { ...int('enableSNI', 'SNI', 'SNI'), values: offOn },
]
/** The names of the three files stand in quotes; what another module (SIM7070) says under this name does not. */
const isWhole = ({ fields }: Row): boolean =>
  (fields.length === 8 || fields.length === 9) && [5, 6, 7].every((at) => fields[at]?.quoted)

export default [
  decoder({
    id: '+CSSLCFG',
    title: say('TLS settings', 'TLS の設定'),
    spec: 'A76XX manual',
    group: 'internet',
    parameters: whole,
    set: setting,
    row: (row) => positional(row, isWhole(row) ? whole : setting),
    test: testFacts(setting),
  }),
]
