import { int, secret, text } from '@core/at/parameter'
import { family, table } from '../shared/family'
import {
  cid,
  data,
  host,
  length,
  mode,
  onOff,
  password,
  port,
  socket,
  state,
  value,
  version,
} from '../shared/vocabulary'

const fibocom = family('Fibocom L610/L716/FM150/FM160 AT Commands Manual', 'others')
const xmm = family('Intel XMM 7xxx AT commands (Fibocom L8xx)', 'others')
const zte = family('ZTE ME3630/MF AT Commands Reference Guide', 'others')
const simcom = family('SIMCom SIM8260/SIM8380 AT Command Manual', 'simcom')
const neoway = family('Neoway N58/N720 AT Commands Manual', 'others')

const link = int('link', 'socket', 'ソケット')
const result = text('result', 'result', '結果')

export default [
  fibocom.setting('+GTWWAN', 'data connection of the computer', 'PC のデータ接続', [
    int('state', 'state', '状態', table('0 disconnect|切断', '1 connect|接続')),
    cid,
  ]),
  fibocom.setting('+GTESIMCFG', 'eSIM', 'eSIM の設定', [value]),
  fibocom.setting('+GTTHERMAL', 'temperature control', '温度制御', [onOff]),
  fibocom.setting('+GTSET', 'settings of the modem', 'モデムの設定', [
    text('item', 'item', '項目'),
    value,
  ]),
  fibocom.setting('+GTFMODE', 'flight mode by pin', 'ピンによる機内モード', [mode]),
  fibocom.question('+GTCURCAR', 'carrier profile in use', '使用中の事業者プロファイル', [value]),
  fibocom.question('+GTFCCEFFSTATUS', 'state of the FCC lock', 'FCC ロックの状態', [state]),
  fibocom.question('+GTFCCLOCKSTATE', 'state of the FCC lock', 'FCC ロックの状態', [state]),
  fibocom.question('+GTFCCLOCKVER', 'version of the FCC lock', 'FCC ロックのバージョン', [version]),
  fibocom.setting('+GTGPSEPO', 'assistance data of the GPS', 'GPS の補助データ', [onOff]),
  fibocom.setting('+MIPXOFF', 'flow control of sockets', 'ソケットのフロー制御', [socket, state]),
  fibocom.question('+MIPDNS', 'address of a name', '名前の解決', [host, value], { set: [host] }),
  fibocom.setting('+MIPSETS', 'buffer of a socket', 'ソケットのバッファー', [
    socket,
    length,
    value,
  ]),
  fibocom.question('+MIPSACK', 'data that was acknowledged', '到達確認済みのデータ量', [value], {
    set: [socket],
  }),
  fibocom.action('+MIPFLUSH', 'clearing the buffer of a socket', 'ソケットのバッファーの消去', [
    socket,
  ]),
  fibocom.setting('+MIPODM', 'transparent mode of a socket', 'ソケットの透過モード', [
    socket,
    port,
    host,
    port,
    mode,
  ]),
  fibocom.question('+MMAD', 'voltage at an ADC', 'ADC の電圧', [value], {
    set: [int('adc', 'ADC', 'ADC')],
  }),

  xmm.question('+XCSQ', 'signal strength', '信号強度', [
    int('rscp', 'RSCP', 'RSCP'),
    int('ecno', 'Ec/No', 'Ec/No'),
  ]),
  xmm.setting('+XCGCLASS', 'GPRS class', 'GPRS クラス', [value]),
  xmm.setting('+XDRV', 'driver of the modem', 'モデムのドライバー', [value]),
  xmm.setting('+XSYSTRACE', 'traces', 'トレース', [mode, value]),
  xmm.setting('+XNVMPLMN', 'list of networks', 'ネットワークリスト', [value]),

  zte.setting('+ZBAND', 'bands', 'バンド', [value]),
  zte.question('+ZGETICCID', 'card number (ICCID)', 'カード番号（ICCID）', [
    secret('iccid', text('iccid', 'ICCID', 'ICCID')),
  ]),
  zte.action('+ZNCK', 'giving the code of the SIM lock', 'SIM ロックの解除', [password]),
  zte.question('+ZSEC', 'SIM lock', 'SIM ロックの状態', [state, state]),
  zte.news('+ZPBIC', 'phone book is ready', '電話帳の準備完了', [state]),
  zte.news('+ZMSRI', 'modem is ready', 'モデムの準備完了'),

  simcom.setting('+NETACT', 'data connection of the computer', 'PC のデータ接続', [
    int('state', 'state', '状態', table('0 disconnect|切断', '1 connect|接続')),
  ]),

  neoway.action('+TCPLISTEN', 'listening at a port', '待ち受け', [port], { urc: [link, result] }),
  neoway.action('+TCPSENDS', 'sending to a client', 'クライアントへの送信', [link, length], {
    ends: { prompt: '> ' },
    urc: [link, result],
  }),
  neoway.news('+TCPRECVS', 'data of a client came', 'クライアントからの受信', [link, length, data]),
  neoway.action('+TCPTRANS', 'opening a transparent connection', '透過接続', [host, port], {
    urc: [result],
  }),
  neoway.setting('+RECVMODE', 'how received data is given out', '受信データの渡し方', [mode, mode]),
  neoway.action(
    '+TCPREAD',
    'reading what a socket received',
    '受信データの読み出し',
    [link, length],
    {
      parameters: [link, length, data],
    },
  ),
  neoway.question('+NETDNS', 'address of a name', '名前の解決', [value], { set: [host] }),
  neoway.setting('+MQTTCONNPARAM', 'login of MQTT', 'MQTT の認証', [
    text('client_id', 'client', 'クライアント'),
    secret('password', text('userid', 'user name', 'ユーザー名')),
    password,
  ]),
  neoway.setting('+MQTTWILLPARAM', 'last will of MQTT', 'MQTT の Will メッセージ', [
    mode,
    mode,
    text('topic', 'topic', 'トピック'),
    data,
  ]),
  neoway.action('+MQTTDISCONN', 'ending the MQTT connection', 'MQTT の切断'),
  neoway.question('+MQTTSTATE', 'state of MQTT', 'MQTT の状態', [state]),
  neoway.action('+UPDATETIME', 'getting the time by NTP', 'NTP での時刻取得', [mode, host, value], {
    urc: [result],
  }),
  neoway.setting('+LIGHT', 'network LED', 'ネットワーク LED', [mode]),
  neoway.question('+READADC', 'voltage at an ADC', 'ADC の電圧', [value]),
  neoway.setting('+GPSPWR', 'power of the GNSS', 'GNSS の電源', [onOff]),
  neoway.action('+GPSRST', 'restarting the GNSS', 'GNSS の再起動', [mode]),
  neoway.setting('+GPSMODE', 'mode of the GNSS', 'GNSS のモード', [mode]),
  neoway.setting('+SIMCROSS', 'SIM slot in use', '使用する SIM スロット', [mode]),
  neoway.action(
    '+FTPLOGIN',
    'connecting to the FTP server',
    'FTP サーバーへの接続',
    [host, port, secret('password', text('userid', 'user name', 'ユーザー名')), password],
    { urc: [result] },
  ),
  neoway.action('+FTPLOGOUT', 'closing the FTP connection', 'FTP の切断', [], { urc: [result] }),
]
