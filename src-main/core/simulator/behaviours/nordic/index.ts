import type { Behaviour } from '../../behaviour'
import { nordicModem } from './modem'
import { nordicPosition } from './position'
import { serialModem } from './serial-modem'
import { nordicServices } from './services'

/** nRF91: what its modem has, and what the Serial LTE Modem adds on the other core. */
export const nordic: readonly Behaviour[] = [
  nordicModem,
  nordicPosition,
  nordicServices,
  serialModem,
]
