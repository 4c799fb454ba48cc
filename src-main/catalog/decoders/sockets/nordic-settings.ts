import { family } from '../shared/family'
import { mode, onOff, socket, state } from '../shared/vocabulary'

const slm = family('nRF Connect SDK, Serial LTE Modem AT commands', 'nordic')
const serial = family('nRF Connect SDK, Serial LTE Modem and Serial Modem AT commands', 'nordic')

export default [
  slm.action('#XCLOSE', 'closing a socket', 'ソケットの切断', [socket]),
  serial.setting('#XAPOLL', 'reports of sockets', 'ソケットの通知', [socket, onOff, state], {
    urc: true,
  }),
  serial.setting('#XRECVCFG', 'reception of a socket', 'ソケットの受信方法', [socket, mode]),
]
