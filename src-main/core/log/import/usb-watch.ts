import { makersOfModems, modemOfDrive } from '../../ports/usb-modems'
import { comesAsDrive, stillDrive, usbDevice } from './says/kernel'
import type { Says } from './says/says'

/** u-blox makes receivers as well; its modems begin so. */
const ublox = /^11/
const makers =
  /^(?:quectel|simcom|telit|cinterion|sierra wireless|huawei|fibocom|zte|sequans|u-blox|meig)\b/i

const found =
  /\busb (\d+-[\d.]+): New USB device found, idVendor=([\da-f]{4}), idProduct=([\da-f]{4})/i
const maker = /\busb (\d+-[\d.]+): Manufacturer: (.+)$/
const detected = /\b\w+ (\d+-[\d.]+):\d+\.\d+: GSM modem \(1-port\) converter detected/
const ported =
  /\b(?:cdc_acm|cdc_ether|rndis_host|cdc_ncm|GobiNet|qcserial|sierra\w*) (\d+-[\d.]+):\d+\.\d+(?: \w+)?: (?:tty\w+: USB ACM device|register ')/
const stored = /\busb-storage (\d+-[\d.]+):\d+\.\d+: USB Mass Storage device detected/
/** A line of lsusb. */
const onBus = /^Bus \d{3} Device \d{3}: ID ([\da-f]{4}):([\da-f]{4})\b/
const gone = /\busb (\d+-[\d.]+): USB disconnect, (?:device number|address)/
const broken =
  /\busb (?:(\d+-[\d.]+): (?:can['’]t set config #\d+, error|device not accepting address \d+, error)|\w+-port\d+: unable to enumerate USB device)/
const current = /\bover-current (?:condition|change)/i

/** A line of the kernel about a device on the USB, whichever. */
export const tellsOfUsb = (line: string): boolean =>
  [found, gone, broken, current].some((form) => form.test(line)) || onBusDrive(line) !== undefined

/** Follows the devices of the USB through the kernel's log: what is said of a mouse is none of the modem's. */
export class UsbWatch {
  readonly #modems = new Set<string>()
  /** Those that are drives until they are switched, by their place. */
  readonly #drives = new Map<string, Drive>()
  #attached = false

  line(text: string): Omit<Says, 'form'> | undefined {
    if (!/usb|^Bus|cdc|over-current|rndis|gsm|gobi|qcserial|sierra/i.test(text)) return undefined
    const [, place = '', vendor = '', product = ''] = found.exec(text)?.map(lowerCase) ?? []
    if (place !== '') return this.#plugged(place, vendor, product)
    const drive = this.#drives.get(stored.exec(text)?.[1] ?? '')
    if (drive) return comesAsDrive(drive.name, drive.ids)
    const listed = onBusDrive(text)
    if (listed) return stillDrive(listed.name, listed.ids)
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

  #plugged(place: string, vendor: string, product: string): Omit<Says, 'form'> | undefined {
    const drive = driveOf(vendor, product)
    if (drive) this.#drives.set(place, drive)
    else this.#drives.delete(place)
    return drive || isModem(vendor, product) ? this.#found(place) : this.#other(place)
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
      // A drive that goes is one that is being switched.
      if (!this.#modems.has(left) || this.#drives.delete(left)) return undefined
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

const lowerCase = (text: string) => text.toLowerCase()

/** A modem that is a drive until it is switched: `AK-020`, `15eb:a403`. */
interface Drive {
  readonly name: string
  readonly ids: string
}

function driveOf(vendor: string, product: string): Drive | undefined {
  const name = modemOfDrive(vendor, product)
  return name === undefined ? undefined : { name, ids: `${vendor}:${product}` }
}

function onBusDrive(line: string): Drive | undefined {
  const [, vendor = '', product = ''] = onBus.exec(line) ?? []
  return driveOf(vendor, product)
}

const isModem = (vendor: string, product: string) =>
  makersOfModems.has(vendor) || (vendor === '1546' && ublox.test(product))
