import type { Behaviour } from '../../behaviour'
import { sim7070Mqtt } from './mqtt'
import { sim7070Position } from './position'
import { sim7070Radio } from './radio'
import { sim7070Sockets } from './sockets'
import { sim7070Usb } from './usb'
import { sim7070Web } from './web'

/** What SIM7070, SIM7080 and SIM7090 have and other firmware of SIMCom has not. */
export const sim7070: readonly Behaviour[] = [
  sim7070Mqtt,
  sim7070Position,
  sim7070Radio,
  sim7070Sockets,
  sim7070Usb,
  sim7070Web,
]
