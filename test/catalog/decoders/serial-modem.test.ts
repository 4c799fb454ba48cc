import { reads, says } from './rows'

// Examples of the documentation of Nordic's Serial Modem.
reads([
  [null, '#XHTTPCHEAD: 0,200,261', { socket: 0, status_code: 200, content_length: 261 }],
  [null, '#XHTTPCDATA: 0,0,261', { socket: 0, offset: 0, length: 261 }],
  ['AT#XHTTPCDATA=0', '#XHTTPCDATA: 0,0,12', { socket: 0, offset: 0, length: 12 }],
  [null, '#XHTTPCSTAT: 0,200,261,1', { status_code: 200, total_bytes: 261, connection_close: 1 }],
  [null, '#XCOAPCHEAD: 0,69,12', { status_code: 69, code: '2.05', length: 12 }],
  [null, '#XCOAPCSTAT: 0,-1,0', { status_code: -1, total_bytes: 0 }],
  ['AT#XLOG?', '#XLOG: 1', { mode: 1 }],
  [null, '#XNRFPROV: -2', { status: -2 }],
  ['AT+CSYSSEL="nr5g_disable"', '+CSYSSEL: "nr5g_disable",0', { item: 'nr5g_disable', value: '0' }],
  ['AT+CNWINFO?', '+CNWINFO: 1,2,3', { item: null, value: '1,2,3' }],
])

says([
  [
    null,
    '#XHTTPCSTAT: 0,200,261,1',
    'status 200. The server closes the connection.',
    '接続を閉じます',
  ],
  [null, '#XHTTPCSTAT: 0,-1,0,0', 'failed, took too long or was cancelled', 'タイムアウト'],
  [null, '#XCOAPCSTAT: 0,69,12', 'CoAP request finished: 2.05', '2.05'],
  [null, '#XCOAPCSTAT: 0,132,0', 'CoAP request finished: 4.04', '4.04'],
  [null, '#XNRFPROV: 1', 'wants the radio off (AT+CFUN=4)', '無線オフが必要'],
  ['AT#XCOAPCREQ=0,"/sensors",1', 'OK', 'method 1 (GET)', 'GET'],
])
