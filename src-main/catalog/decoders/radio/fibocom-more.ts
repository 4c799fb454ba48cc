import { int, text } from '@core/at/parameter'
import { family } from '../shared/family'
import { apn, host, item, length, mode, password, user, value } from '../shared/vocabulary'

const { action, later, question, setting } = family(
  'Fibocom L7xx/FM150/FM350 AT Commands User Manual',
  'others',
)
const xmm = family('Intel XMM 7xxx AT commands (Fibocom L8xx)', 'others')
const neoway = family('Neoway N720/N58 AT Commands Manual', 'others')
const zte = family('ZTE ME3630/MF modems AT Commands Reference Guide', 'others')

export default [
  later('+MPING', 'sending pings', 'ping の送信', [mode, host], [value]),
  setting('+HTTPSET', 'settings of HTTP', 'HTTP の設定', [item, value]),
  later(
    '+HTTPACT',
    'sending an HTTP request',
    'HTTP リクエストの送信',
    [int('method', 'method', 'メソッド')],
    [int('method', 'method', 'メソッド'), int('status', 'status', 'ステータス'), length],
  ),
  question('+GTCELLSCAN', 'cells around', '周辺セルの一覧', [value]),
  action(
    '+GTFCCLOCKGEN',
    'asking for the challenge of the FCC lock',
    'FCC ロックのチャレンジ取得',
    [],
    { parameters: [value] },
  ),
  setting('+GTIPPASS', 'address given through to the computer', 'IP パススルー', [mode]),
  setting('+GTCELLLOCK', 'lock to a cell', 'セルの固定', [mode]),
  xmm.question('+XCCINFO', 'serving cell', '在圏セル', [value]),
  xmm.setting('+XRAT', 'radio technologies', '無線方式', [
    int('act', 'technology', '方式'),
    int('preferred', 'first', '優先'),
  ]),
  xmm.question('+XUICC', 'kind of the card', 'カードの種別', [mode]),
  neoway.setting('+XGAUTH', 'authentication of a context', 'コンテキストの認証', [
    int('cid', 'context', 'コンテキスト'),
    int('auth_prot', 'protocol', '認証方式'),
    user,
    password,
  ]),
  neoway.setting('+NETAPN', 'APN and login', 'APN と認証', [apn, user, password]),
  neoway.question('+MYSYSINFO', 'operator and technology', '事業者と方式', [
    text('operator', 'operator', '事業者'),
    value,
  ]),
  neoway.question('+SIGNAL', 'signal', '電波強度', [value]),
  zte.setting('+ZGDCONT', 'context of the network card', 'ネットワークカードのコンテキスト', [
    int('cid', 'context', 'コンテキスト'),
    text('pdp_type', 'type', '種別'),
    apn,
  ]),
  zte.question(
    '+ZCONSTAT',
    'state of the connection',
    '接続の状態',
    [int('state', 'state', '状態'), int('cid', 'context', 'コンテキスト')],
    { urc: true },
  ),
  zte.action('+ZSWITCH', 'switching the USB mode', 'USB モードの切り替え', [
    text('mode', 'mode', 'モード'),
  ]),
]
