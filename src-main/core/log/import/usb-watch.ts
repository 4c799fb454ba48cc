import { usbDevice } from './says/kernel'
import type { Says } from './says/says'

/** Makers that sell modems and hardly anything else for the USB (usb.ids; drivers/usb/serial/option.c). */
const vendors = new Set([
  '05c6',
  '0bdb',
  '1199',
  '12d1',
  '1508',
  '1782',
  '19d2',
  '1bc7',
  '1c9e',
  '1e0e',
  '1e2d',
  '2020',
  '2c7c',
  '2cb7',
  '2dee',
  '305a',
  '33f8',
  '3731',
])
/** Its products that are no GNSS receivers begin so. */
const ublox = /^11/
const makers =
  /^(?:quectel|simcom|telit|cinterion|sierra wireless|huawei|fibocom|zte|sequans|u-blox|meig)\b/i

const found =
  /\busb (\d+-[\d.]+): New USB device found, idVendor=([\da-f]{4}), idProduct=([\da-f]{4})/i
const maker = /\busb (\d+-[\d.]+): Manufacturer: (.+)$/
const detected = /\b\w+ (\d+-[\d.]+):\d+\.\d+: GSM modem \(1-port\) converter detected/
const ported =
  /\b(?:cdc_acm|cdc_ether|rndis_host|cdc_ncm|GobiNet|qcserial|sierra\w*) (\d+-[\d.]+):\d+\.\d+(?: \w+)?: (?:tty\w+: USB ACM device|register ')/
const gone = /\busb (\d+-[\d.]+): USB disconnect, (?:device number|address)/
const broken =
  /\busb (?:(\d+-[\d.]+): (?:can['’]t set config #\d+, error|device not accepting address \d+, error)|\w+-port\d+: unable to enumerate USB device)/
const current = /\bover-current (?:condition|change)/i

/** A line of the kernel about a device on the USB, whichever. */
export const tellsOfUsb = (line: string): boolean =>
  [found, gone, broken, current].some((form) => form.test(line))

/** Follows the devices of the USB through the kernel's log: what is said of a mouse is none of the modem's. */
export class UsbWatch {
  readonly #modems = new Set<string>()
  #attached = false

  line(text: string): Omit<Says, 'form'> | undefined {
    if (!/usb|cdc|over-current|rndis|gsm|gobi|qcserial|sierra/i.test(text)) return undefined
    const [, place = '', vendor = '', product = ''] = found.exec(text) ?? []
    if (place !== '') return isModem(vendor, product) ? this.#found(place) : this.#other(place)
    const [, made = '', name = ''] = maker.exec(text) ?? []
    if (made !== '')
      return makers.test(name) && !this.#modems.has(made) ? this.#found(made) : undefined
    const option = detected.exec(text)?.[1]
    if (option !== undefined) this.#modems.add(option)
    const port = ported.exec(text)?.[1]
    if (port !== undefined && this.#modems.has(port)) {
      this.#attached = true
      return usbDevice.attached
    }
    return this.#lost(text)
  }

  #found(place: string): Omit<Says, 'form'> {
    this.#modems.add(place)
    return usbDevice.found
  }

  /** Something else was plugged in where a modem had been. */
  #other(place: string): undefined {
    this.#modems.delete(place)
  }

  #lost(text: string): Omit<Says, 'form'> | undefined {
    if (/converter now attached/.test(text)) this.#attached = true
    const left = gone.exec(text)?.[1]
    if (left !== undefined) {
      if (!this.#modems.has(left)) return undefined
      this.#attached = false
      return usbDevice.left
    }
    // Beside a modem that works it is another device.
    if (this.#attached) return undefined
    if (current.test(text)) return usbDevice.overCurrent
    const place = broken.exec(text)
    const its = place?.[1] === undefined || this.#modems.size === 0 || this.#modems.has(place[1])
    return place && its ? usbDevice.unreadable : undefined
  }
}

const isModem = (vendor: string, product: string) =>
  vendors.has(vendor.toLowerCase()) || (vendor === '1546' && ublox.test(product))
