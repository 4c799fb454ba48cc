import { int } from '@core/at/parameter'
import { family } from '../shared/family'
import { item, length, value } from '../shared/vocabulary'

const { later, setting } = family('Fibocom L7xx/FM150/FM350 AT Commands User Manual', 'others')

export default [
  setting('+HTTPSET', 'settings of HTTP', 'HTTP の設定', [item, value]),
  later(
    '+HTTPACT',
    'sending an HTTP request',
    'HTTP リクエストの送信',
    [int('method', 'method', 'メソッド')],
    [int('method', 'method', 'メソッド'), int('status', 'status', 'ステータス'), length],
  ),
]
