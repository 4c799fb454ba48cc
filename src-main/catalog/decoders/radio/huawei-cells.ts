import { int, secret, text } from '@core/at/parameter'
import { family } from '../shared/family'
import { mode, onOff, value } from '../shared/vocabulary'

const me909 = family('Huawei ME909s/MU709 AT Command Interface Specification', 'huawei')
const me906 = family('Huawei ME909s/MU709/ME906 AT Command Interface Specification', 'huawei')

export default [
  me909.question('^LCACELL', 'carrier aggregation', 'キャリアアグリゲーション', [value]),
  me909.setting('^ANTMODE', 'antennas', 'アンテナ', [mode]),
  me906.question('^CECELLID', 'identity of the serving cell', '在圏セルの ID', [
    secret('cell', text('cell', 'cell', 'セル')),
  ]),
  me906.question('^NETSCAN', 'cells around', '周辺セルの検索', [value], { set: [value] }),
  me906.setting('^IMSSWITCH', 'IMS', 'IMS の使用', [onOff]),
  me906.news('^XLEMA', 'emergency number', '緊急通報番号', [
    int('index', 'index', '番号'),
    int('total', 'of', '総数'),
    text('number', 'number', '番号'),
  ]),
]
