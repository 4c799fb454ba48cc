import { reads, says } from './rows'

reads([
  [
    'AT+CIPSTATUS=0',
    '+CIPSTATUS: 0,1,"TCP","192.0.2.1","80","CONNECTED"\r\n\r\nOK\r\n',
    { link_num: 0, protocol: 'TCP', remote_address: '192.0.2.1', state: 'CONNECTED' },
  ],
  [
    'AT+CIPSTATUS',
    '+CIPSTATUS:0,"TCP","192.0.2.1",80,51234,0\r\n\r\nOK\r\n',
    { link_num: 0, protocol: 'TCP', remote_port: '80', local_port: 51234 },
  ],
  [
    null,
    '#AGPSRING: 200,35.681,139.767,40.0,50.0,"",""',
    { status: 200, latitude: '35.681', longitude: '139.767', uncertainty_m: 50 },
  ],
  [
    'AT^DCONNSTAT?',
    '^DCONNSTAT: 1,"iot.example",1,0,1\r\n^DCONNSTAT: 2\r\n\r\nOK\r\n',
    {
      contexts: [
        { cid: 1, apn: 'iot.example', ipv4_stat: 1, ipv6_stat: 0, conn_type: 1 },
        { cid: 2 },
      ],
    },
  ],
  [null, 'STATUS:3', { state: 3 }],
  [
    'AT+EGREG?',
    '+EGREG: 3,3,"1A2B","0123ABCD",4096,"01",0,1,0,15\r\n\r\nOK\r\n',
    { n: 3, stat: 3, lac: 0x1a2b, ci: 0x123abcd, eact: 4096, rac: 1, reject_cause: 15 },
  ],
  [null, '+EREG: 1,"E68A","04E0C636",4096,0,0,0,0', { stat: 1, lac: 0xe68a, reject_cause: 0 }],
  [null, '+MQTTOPEN: 1,0', { client: 1, result: 0 }],
  [null, '+MQTTBREAK: 1,2', { client: 1, cause: 2 }],
])

says([
  ['AT^SBV', '^SBV: 3890', 'Supply voltage: 3890 mV.', '電源電圧：3890 mV'],
  ['AT%XTEMP?', '%XTEMP: 31', 'Temperature of the module: 31 °C.', 'モジュールの温度：31 ℃'],
  [null, '+EREG: 3', 'Registration (MediaTek) 3: registration denied', '登録拒否'],
  [null, '+MQTTOPEN: 1,1', 'client 1, result 1 (success)', '1（成功）'],
])
