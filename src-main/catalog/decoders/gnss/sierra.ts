import { family } from '../shared/family'
import { apn, item, mode, onOff, port, state, url, value, version } from '../shared/vocabulary'

const { action, question, setting } = family(
  'Sierra Wireless MC73xx/EM74xx/EM75xx AT Command Reference (4114486, 4117727)',
  'sierra',
)

export default [
  action('!GPSCLRASSIST', 'clearing the assistance data of the GPS', 'GPS の補助データの消去', [
    value,
  ]),
  setting('!GPSLBSAPN', 'APN of the location service', '位置情報サービスの APN', [mode, apn]),
  setting('!GPSMOMETHOD', 'method of the position fix', '測位方式', [mode]),
  setting(
    '!GPSMTLRSETTINGS',
    'requests of the network for the position',
    'ネットワークからの測位要求',
    [value],
  ),
  setting('!GPSNMEACONFIG', 'NMEA output', 'NMEA 出力', [onOff, value]),
  setting('!GPSNMEASENTENCE', 'kinds of NMEA sentences', 'NMEA センテンスの種類', [value]),
  setting('!GPSPORTID', 'port of the location server', '位置情報サーバーのポート', [port]),
  setting('!GPSPOSMODE', 'modes of the position fix', '測位モード', [value]),
  setting('!GPSSUPLURL', 'SUPL server', 'SUPL サーバー', [url]),
  setting('!GPSSUPLVER', 'version of SUPL', 'SUPL のバージョン', [version]),
  setting('!GPSTRANSSEC', 'security of the location service', '位置情報サービスの暗号化', [onOff]),
  setting('!GPSXTRAAPN', 'APN of XTRA', 'XTRA の APN', [mode, apn]),
  setting('!GPSXTRADATAENABLE', 'assistance data by XTRA', 'XTRA 補助データ', [onOff, value]),
  setting('!GPSXTRADATAURL', 'servers of XTRA', 'XTRA のサーバー', [url]),
  action('!GPSXTRAINITDNLD', 'loading the data of XTRA', 'XTRA データの取得'),
  question('!GPSXTRASTATUS', 'state of XTRA', 'XTRA の状態', [state]),
  setting('!GPSXTRATIME', 'time of XTRA', 'XTRA の時刻', [value]),
  setting('!GPSXTRATIMEENABLE', 'time by XTRA', 'XTRA の時刻合わせ', [onOff, value]),
  setting('!GPSXTRATIMEURL', 'time server of XTRA', 'XTRA の時刻サーバー', [item]),
]
