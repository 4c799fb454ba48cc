import { reads, says } from './rows'

// Each generation has its own causes: 3GPP TS 24.008 (2G, 3G), 24.301 (LTE), 24.501 (5G).
says([
  ['AT+C5GREG?', '+C5GREG: 3,3,,,,,,0,27', 'N1 mode not allowed', 'N1 モード'],
  [null, '+CGREG: 3,,,,0,7', 'GPRS services not allowed', 'GPRS サービス利用不可'],
  [null, '+CREG: 3,,,,0,12', 'Location area not allowed', '位置登録エリア利用不可'],
  [null, '+CEREG: 3,,,,0,7', 'EPS services not allowed', 'EPS サービス利用不可'],
  [null, '+CNEC_5GMM: 62', 'No network slices available', 'スライスなし'],
  [null, '+CNEC_5GSM: 70,1', 'Missing or unknown DNN in a slice', 'DNN'],
  [null, '+CNEC_5GSM: 26', 'Insufficient resources', 'リソース不足'],
  [null, '+CNEC_GSM: 28', 'Unknown PDP address or PDP type', 'PDP アドレス'],
  [null, '+CNEC_GMM: 14', 'GPRS services not allowed in this PLMN', 'この PLMN では GPRS'],
  [null, '+CNEC_MM: 4', 'IMSI unknown in VLR', 'VLR'],
])

// The result that comes after OK is what was waited for.
says([
  [
    'AT+QIOPEN=1,0,"TCP","a.example",80,0,1',
    'OK\r\n+QIOPEN: 0,565',
    'result 565 (DNS failed)',
    '565（DNS 失敗）',
  ],
  ['AT+HTTPACTION=0', 'OK\r\n+HTTPACTION: 0,603,0', 'DNS', 'DNS'],
  ['AT+CUSD=1,"*100#",15', 'OK\r\n+CUSD: 0,"00420061006C",72', 'Bal', 'Bal'],
  [null, '+QIURC: "dnsgip",565', 'DNS failed: result 565 (DNS failed)', '結果 565'],
  [null, '+QIURC: "dnsgip",0,2,600', 'DNS found addresses: 2', 'アドレス：2'],
  [null, '+QIURC: "dnsgip","192.0.2.1"', 'DNS answered: 192.0.2.1', '192.0.2.1'],
])

// What was not measured is none: 16 and 32 bits have ends.
reads([
  [
    'AT+QRSRP',
    '+QRSRP: -97,-101,-32768,-32768,LTE',
    { antennas: [{ rsrp_prx_dbm: -97, rsrp_rx2_dbm: null, rsrp_rx3_dbm: null }] },
  ],
  [
    'AT+CPSI?',
    '+CPSI: NR5G_SA,Online,440-10,0xC8F1,43985154772,500,NR5G_BAND78,636666,-95,-11,14',
    { rsrp_dbm: -95, rsrq_db: -11, sinr_db: 14, scale: 'db' },
  ],
  [
    'AT+CPSI?',
    '+CPSI: NR5G_SA,Online,440-10,0xC8F1,43985154772,500,NR5G_BAND78,636666,-960,-120,235',
    { rsrp_dbm: -96, rsrq_db: -12, sinr_db: 23.5, scale: 'tenths' },
  ],
  [
    'AT+QENG="servingcell"',
    '+QENG: "servingcell","NOCONN","GSM",460,01,5504,2B9F,30,92,-,-61,255,255,0,38,38,1,-',
    { cells: [{ rxlev: -61, rssi_dbm: -61 }] },
  ],
])

says([
  ['AT+CEDRXRDP', '+CEDRXRDP: 4,"0101","0101","0011"', 'paging window 5.12 s', '5.12 s'],
  [null, '+CEDRXP: 5,"0010","0010","0011"', 'paging window 10.24 s', '10.24 s'],
  [null, '+CSCON: 1,7,4', 'detail 7 (E-UTRAN), access 4 (E-UTRAN FDD)', 'E-UTRAN FDD'],
  [null, '+CGEV: IPV6 FAIL 1', 'no IPv6 address', 'IPv6 アドレスを取得できません'],
  [null, '+QIND: "act","LTE"', 'Access technology: LTE', 'アクセス技術：LTE'],
  [null, '+QIND: "csq",20,99', 'RSSI -73 dBm', 'RSSI -73 dBm'],
  [null, '+QIND: "csq",99,99', 'Signal strength unknown', '電波強度は不明'],
  ['AT+QCFG="band"', '+QCFG: "band",0x93,0x40080005,0x0', 'LTE B1 B3 B20 B31', 'LTE B1'],
])
