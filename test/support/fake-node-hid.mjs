import { EventEmitter } from 'node:events'
import { appendFileSync } from 'node:fs'

// Stands in for node-hid inside the HID process: a relay board that works, one without permission, one that is pulled.
const relay = (path, product = 'USBRelay2') => ({
  path,
  vendorId: 0x16c0,
  productId: 0x05df,
  serialNumber: '0000',
  product,
})
let driver = 'hidraw'

class HIDAsync extends EventEmitter {
  #path
  #states = 0
  constructor(path) {
    super()
    this.#path = path
  }
  static async open(path) {
    if (path === '/dev/hidraw8') throw new TypeError(`cannot open device with path ${path}`)
    return new HIDAsync(path)
  }
  async getFeatureReport(_id, length) {
    const report = Buffer.alloc(length)
    report.write(this.#path === '/dev/hidraw7' ? 'GONER' : 'BITFT', 1, 'latin1')
    report[8] = this.#states
    return report
  }
  async sendFeatureReport([, command, channel]) {
    // Every report a board got, for tests that look at it when the process is gone.
    const notes = process.env.FAKE_HID_NOTES
    if (notes) appendFileSync(notes, `${command === 0xff ? 'on' : 'off'} ${channel}\n`)
    this.#states = command === 0xff ? this.#states | (1 << (channel - 1)) : 0
    if (this.#path === '/dev/hidraw7')
      setTimeout(
        () => this.emit('error', new Error('could not read from HID device: device disconnected')),
        20,
      )
    return 9
  }
}

export default {
  HIDAsync,
  setDriverType(type) {
    driver = type
  },
  async devicesAsync() {
    if (driver === 'libusb') throw new Error('could not get device list: libusb is not there')
    return [relay('/dev/hidraw3'), relay('/dev/hidraw7'), relay('/dev/hidraw8')]
  },
}
