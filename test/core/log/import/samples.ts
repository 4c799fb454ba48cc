/** One sample of each format, as programs write it, and the exchange that is in it: `>` sent, `<` received, `|` passed through. */
export interface Sample {
  readonly format: string
  readonly name: string
  readonly log: string
  readonly rows: readonly string[]
}

const csq = ['> AT+CSQ', '< +CSQ: 20,99', '< OK']

export const samples: readonly Sample[] = [
  {
    format: 'micropython',
    name: "MicroPython's b'…' with [CMD] and [RESP]",
    log: "[CMD] CSQ -> AT+CSQ\nb'AT+CS'\nb'Q\\r\\r\\n+CSQ: 20'\nb',99\\r\\n\\r\\nOK\\r\\n'\n[RESP] CSQ: ['AT+CSQ', '+CSQ: 20,99', '', 'OK']\nAT+CFUN?\n\nb'AT+CFUN?\\r\\r\\n+CFUN: 1\\r\\n\\r\\nOK\\r\\n'\n>>> ",
    rows: [
      '> AT+CSQ',
      '= AT+CSQ',
      '< +CSQ: 20,99',
      '< OK',
      "| [RESP] CSQ: ['AT+CSQ', '+CSQ: 20,99', '', 'OK']",
      '> AT+CFUN?',
      '= AT+CFUN?',
      '< +CFUN: 1',
      '< OK',
      '| >>> ',
    ],
  },
  {
    format: 'minicom',
    name: 'minicom',
    log: '\r\nWelcome to minicom 2.8\r\n\r\nOPTIONS: I18n\r\nPort /dev/ttyUSB2, 10:11:12\r\n\r\nPress CTRL-A Z for help on special keys\r\n\r\nAT+CSQ\r\r\n+CSQ: 20,99\r\n\r\nOK\r\nATI\r\r\nManufacturer: SIMCOM INCORPORATED\r\nModel: SIM7672\r\n\r\nOK\r\n',
    rows: [
      '| Welcome to minicom 2.8',
      '| OPTIONS: I18n',
      '| Port /dev/ttyUSB2, 10:11:12',
      '| Press CTRL-A Z for help on special keys',
      ...csq,
      '> ATI',
      '< Manufacturer: SIMCOM INCORPORATED',
      '< Model: SIM7672',
      '< OK',
    ],
  },
  {
    format: 'picocom',
    name: 'picocom with local echo',
    log: 'picocom v3.1\n\nport is        : /dev/ttyUSB2\n\nType [C-a] [C-h] to see available commands\nTerminal ready\nAT+CSQ\nAT+CSQ\n+CSQ: 20,99\n\nOK\n\nTerminating...\nThanks for using picocom\n',
    rows: [
      '| picocom v3.1',
      '| port is        : /dev/ttyUSB2',
      '| Type [C-a] [C-h] to see available commands',
      '| Terminal ready',
      '> AT+CSQ',
      '= AT+CSQ',
      '< +CSQ: 20,99',
      '< OK',
      '| Terminating...',
      '| Thanks for using picocom',
    ],
  },
  {
    format: 'tio',
    name: 'tio with times',
    log: '[09:00:00.000] tio v2.7\n[09:00:00.001] Press ctrl-t q to quit\n[09:00:00.002] Connected\n[09:00:01.100] AT+CSQ\n[09:00:01.150] +CSQ: 20,99\n[09:00:01.151] \n[09:00:01.152] OK\n',
    rows: [
      '09:00:00.000 | [09:00:00.000] tio v2.7',
      '09:00:00.001 | [09:00:00.001] Press ctrl-t q to quit',
      '09:00:00.002 | [09:00:00.002] Connected',
      '09:00:01.100 > AT+CSQ',
      '09:00:01.150 < +CSQ: 20,99',
      '09:00:01.152 < OK',
    ],
  },
  {
    format: 'putty',
    name: 'PuTTY',
    log: '=~=~=~=~=~=~=~=~=~=~=~= PuTTY log 2026.11.21 09:00:00 =~=~=~=~=~=~=~=~=~=~=~=\r\nAT+CSQ\r\n+CSQ: 20,99\r\n\r\nOK\r\n',
    rows: [
      '| =~=~=~=~=~=~=~=~=~=~=~= PuTTY log 2026.11.21 09:00:00 =~=~=~=~=~=~=~=~=~=~=~=',
      ...csq,
    ],
  },
  {
    format: 'tera-term',
    name: 'Tera Term, local time or UTC, with a comment',
    log: '[2026-11-21 09:00:01.100] AT+CSQ\r\n[2026-11-21 09:00:01.150] +CSQ: 20,99\r\n[2026-11-21 09:00:01.152] OK\r\n[2026-11-21 09:00:05.000] アンテナを交換\r\n',
    rows: [
      '09:00:01.100 > AT+CSQ',
      '09:00:01.150 < +CSQ: 20,99',
      '09:00:01.152 < OK',
      '09:00:05.000 | [2026-11-21 09:00:05.000] アンテナを交換',
    ],
  },
  {
    format: 'tera-term',
    name: 'Tera Term before 4.9',
    log: '[Sat Nov 21 09:00:01.100 2026] AT+CSQ\r\n[Sat Nov 21 09:00:01.150 2026] +CSQ: 20,99\r\n[Sat Nov 21 09:00:01.152 2026] OK\r\n',
    rows: ['09:00:01.100 > AT+CSQ', '09:00:01.150 < +CSQ: 20,99', '09:00:01.152 < OK'],
  },
  {
    format: 'tera-term',
    name: 'Tera Term, elapsed time',
    log: '[0 00:00:01.100] AT+CSQ\r\n[0 00:00:01.150] +CSQ: 20,99\r\n[0 00:00:01.152] OK\r\n',
    rows: ['+1.100 > AT+CSQ', '+1.150 < +CSQ: 20,99', '+1.152 < OK'],
  },
  {
    format: 'cool-term',
    name: 'CoolTerm with times',
    log: '2026-11-21 09:00:01.100 AT+CSQ\n2026-11-21 09:00:01.150 +CSQ: 20,99\n2026-11-21 09:00:01.152 OK\n',
    rows: ['09:00:01.100 > AT+CSQ', '09:00:01.150 < +CSQ: 20,99', '09:00:01.152 < OK'],
  },
  {
    format: 'cool-term',
    name: 'CoolTerm with the time of the day',
    log: '09:00:01.100 AT+CSQ\n09:00:01.150 +CSQ: 20,99\n09:00:01.152 OK\n',
    rows: ['09:00:01.100 > AT+CSQ', '09:00:01.150 < +CSQ: 20,99', '09:00:01.152 < OK'],
  },
  {
    format: 'nrf',
    name: 'nRF Connect',
    log: '2026-11-21T09:00:01.100Z DEBUG modem >> AT+CFUN?\n2026-11-21T09:00:01.150Z DEBUG modem << +CFUN: 1\n2026-11-21T09:00:01.151Z DEBUG modem << OK\n2026-11-21T09:00:02.000Z INFO Modem port is opened\n',
    rows: [
      '09:00:01.100 > AT+CFUN?',
      '09:00:01.150 < +CFUN: 1',
      '09:00:01.151 < OK',
      '09:00:02.000 | 2026-11-21T09:00:02.000Z INFO Modem port is opened',
    ],
  },
  {
    format: 'modem-manager',
    name: 'ModemManager, one port of its',
    log: "ModemManager[1234]: <debug> [1617466396.497974] [modem0/ttyUSB2/at] device open count is 2 (open)\nModemManager[1234]: <debug> [1617466396.498397] [modem0/ttyUSB2/at] --> 'AT+CSQ<CR>'\nModemManager[1234]: <debug> [1617466396.595586] [modem0/ttyUSB2/at] <-- '<CR><LF>+CSQ: 20,99<CR><LF><CR><LF>OK<CR><LF>'\n",
    rows: [
      '16:13:16.497 | ModemManager[1234]: <debug> [1617466396.497974] [modem0/ttyUSB2/at] device open count is 2 (open)',
      '16:13:16.498 > AT+CSQ',
      '16:13:16.595 < +CSQ: 20,99',
      '16:13:16.595 < OK',
    ],
  },
  {
    format: 'modem-manager',
    name: 'ModemManager, two ports at once, in the older form',
    log: "<debug> (ttyUSB2): --> 'AT+CSQ<CR>'\n<debug> (ttyUSB3): --> 'ATI<CR>'\n<debug> (ttyUSB3): <-- 'ATI<CR><CR><LF>SIM5320<CR><LF>'\n<debug> (ttyUSB2): <-- '<CR><LF>+CSQ: 20,99<CR><LF><CR><LF>OK<CR><LF>'\n<debug> (ttyUSB3): <-- '<CR><LF>OK<CR><LF>'\n",
    rows: ['> AT+CSQ', '> ATI', '= ATI', '< SIM5320', '< +CSQ: 20,99', '< OK', '< OK'],
  },
  {
    format: 'pppd',
    name: 'pppd and chat in the syslog',
    log: 'Nov 21 09:00:01 pi chat[431]: abort on (NO CARRIER)\nNov 21 09:00:01 pi chat[431]: send (ATD*99#^M)\nNov 21 09:00:01 pi chat[431]: expect (CONNECT)\nNov 21 09:00:01 pi chat[431]: ^M\nNov 21 09:00:01 pi chat[431]: ATD*99#^M^M\nNov 21 09:00:02 pi chat[431]: CONNECT\nNov 21 09:00:02 pi chat[431]:  -- got it\nNov 21 09:00:02 pi pppd[429]: sent [LCP ConfReq id=0x1 <asyncmap 0x0> <magic 0x5d42d123> <pcomp> <accomp>]\nNov 21 09:00:02 pi pppd[429]: rcvd [CHAP Challenge id=0x1 <a2c470e4>, name = "UMTS_CHAP_SRVR"]\nNov 21 09:00:03 pi pppd[429]: local  IP address 10.1.2.3\n',
    rows: [
      '09:00:01.000 | Nov 21 09:00:01 pi chat[431]: abort on (NO CARRIER)',
      '09:00:01.000 > ATD*99#',
      '09:00:01.000 | Nov 21 09:00:01 pi chat[431]: expect (CONNECT)',
      '09:00:01.000 = ATD*99#',
      '09:00:02.000 < CONNECT',
      '09:00:02.000 | Nov 21 09:00:02 pi chat[431]:  -- got it',
      '09:00:02.000 > [LCP ConfReq id=0x1 <asyncmap 0x0> <magic 0x5d42d123> <pcomp> <accomp>]',
      '09:00:02.000 < [CHAP Challenge id=0x1 <a2c470e4>, name = "UMTS_CHAP_SRVR"]',
      '09:00:03.000 | Nov 21 09:00:03 pi pppd[429]: local  IP address 10.1.2.3',
    ],
  },
  {
    format: 'zephyr',
    name: 'Zephyr, modem_chat',
    log: '[00:00:12.532,000] <dbg> modem_chat: modem_chat_script_next: sending: AT+CREG?\n[00:00:12.560,000] <dbg> modem_chat: modem_chat_log_received_command: +CREG:  1 0\n[00:00:12.561,000] <dbg> modem_chat: modem_chat_log_received_command: OK\n[00:00:12.600,000] <inf> modem_cellular: switch from idle to power on\n',
    rows: [
      '+12.532 > AT+CREG?',
      '+12.560 < +CREG: 1,0',
      '+12.561 < OK',
      '+12.600 | [00:00:12.600,000] <inf> modem_cellular: switch from idle to power on',
    ],
  },
  {
    format: 'zephyr',
    name: 'Zephyr, dumps of modem_cmd_handler',
    log: '[00:00:12.531,250] <dbg> modem_cmd_handler: modem_cmd_send_ext: SENT DATA\n                                            41 54 2b 43 53 51                                |AT+CSQ          \n[00:00:12.569,244] <dbg> modem_cmd_handler: cmd_handler_process_rx_buf: RECV\n                                            2b 43 53 51 3a 20 32 30  2c 39 39                |+CSQ: 20 ,99    \n[00:00:12.581,756] <dbg> modem_cmd_handler: cmd_handler_process_rx_buf: RECV\n                                            4f 4b                                            |OK               \n',
    rows: ['+12.531 > AT+CSQ', '+12.569 < +CSQ: 20,99', '+12.581 < OK'],
  },
  {
    format: 'esp-idf',
    name: 'ESP-IDF, tokens of command_lib',
    log: 'I (583) pppos_example: Initialized\nV (4016) command_lib: generic_command\nV (4054) command_lib: Token: {AT+CGMM}\nV (4054) command_lib: Token: {A7670E-FASE}\nV (4055) command_lib: Token: {OK}\n',
    rows: [
      '+0.583 | I (583) pppos_example: Initialized',
      '+4.016 | V (4016) command_lib: generic_command',
      '+4.054 > AT+CGMM',
      '+4.054 < A7670E-FASE',
      '+4.055 < OK',
    ],
  },
  {
    format: 'esp-idf',
    name: 'ESP-IDF, the modem console',
    log: 'esp> cmd AT+CGMR\nI (1635107) modem_console: Sending command AT+CGMR with timeout 1000\nI (1635117) modem_console: AT+CGMR\n+CGMR: A011B09A7672M7_F\n\nOK\n',
    rows: [
      '| esp> cmd AT+CGMR',
      '+0:27:15.107 > AT+CGMR',
      '+0:27:15.117 = AT+CGMR',
      '+0:27:15.117 < +CGMR: A011B09A7672M7_F',
      '+0:27:15.117 < OK',
    ],
  },
  {
    format: 'esp-idf',
    name: 'ESP-IDF, dumps of the UART',
    log: 'I (1000) uart-tx: 0x3ffb1234   41 54 2b 43 53 51 0d                              |AT+CSQ.|\nI (1050) uart-rx: 0x3ffb1300   0d 0a 2b 43 53 51 3a 20  32 30 2c 39 39 0d 0a 0d  |..+CSQ: 20,99...|\nI (1050) uart-rx: 0x3ffb1310   0a 4f 4b 0d 0a                                    |.OK..|\n',
    rows: ['+1.000 > AT+CSQ', '+1.050 < +CSQ: 20,99', '+1.050 < OK'],
  },
  {
    format: 'marked',
    name: 'any program that marks directions',
    log: '12:00:01 TX: AT+CSQ\\r\n12:00:01 RX: +CSQ: 20,99\n12:00:02 RX: OK\n12:00:03 sleeping\n',
    rows: [
      '12:00:01.000 > AT+CSQ',
      '12:00:01.000 < +CSQ: 20,99',
      '12:00:02.000 < OK',
      '12:00:03.000 | 12:00:03 sleeping',
    ],
  },
  {
    format: 'terminal',
    name: 'a capture with a shell around it',
    log: 'pi@raspberrypi:~ $ cat /dev/ttyUSB2 &\nat+cmgr=1\n+CMGR: "REC READ","+819012345678",,"26/11/21,09:00:00+36"\nOK, see you\n\nOK\nAT+CIMI\n440101234567890\n\nOK\n（繰り返し）\nAT home all is well.\n+CEREG: 5\n',
    rows: [
      '| pi@raspberrypi:~ $ cat /dev/ttyUSB2 &',
      '> at+cmgr=1',
      '< +CMGR: "REC READ","+819012345678",,"26/11/21,09:00:00+36"',
      '< OK, see you',
      '< OK',
      '> AT+CIMI',
      '< 440101234567890',
      '< OK',
      '| （繰り返し）',
      '| AT home all is well.',
      '< +CEREG: 5',
    ],
  },
]
