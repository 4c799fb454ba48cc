import { type Framing } from '@core/ports/framing'

/** How to open a serial port; DTR stays as it is when the port is closed. */
export interface SerialOptions {
  /** 115200 when absent. */
  readonly baudRate?: number
  readonly rtscts?: boolean
  /** 8N1 when absent. */
  readonly framing?: Framing | undefined
  /** The kernel raises both at open before anyone can say no; false lowers them right after. */
  readonly dtr?: boolean
  readonly rts?: boolean
}
