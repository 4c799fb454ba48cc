import { expect, test } from 'vitest'
import { describePorts } from '@platform/serial/describe'
import { portsFromIoreg } from '@platform/serial/ioreg'
import { seenElsewhere } from '@platform/serial/other-ports'

/** As `ioreg -r -c IOUSBHostDevice -l -w 0` draws a modem whose driver opens each interface of the maker's own class. */
const modem = `+-o SimTech, Incorporated@14200000  <class IOUSBHostDevice, id 0x100000a01, registered, matched, active, busy 0 (41 ms), retain 40>
  | {
  |   "sessionID" = 17679814164580
  |   "idProduct" = 36865
  |   "IOPowerManagement" = {"PowerOverrideOn"=Yes,"CapabilityFlags"=32768,"MaxPowerState"=2}
  |   "USB Product Name" = "SimTech, Incorporated"
  |   "locationID" = 337641472
  |   "kUSBSerialNumberString" = "0123456789ABCDEF"
  |   "USB Vendor Name" = "SimTech, Incorporated   "
  |   "idVendor" = 7694
  | }
  | 
  +-o AppleUSBHostCompositeDevice  <class AppleUSBHostCompositeDevice, id 0x100000a05, !registered, !matched, active, busy 0, retain 4>
  |   {
  |     "IOClass" = "AppleUSBHostCompositeDevice"
  |   }
  |   
  +-o IOUSBHostInterface@0  <class IOUSBHostInterface, id 0x100000a07, registered, matched, active, busy 0 (9 ms), retain 9>
  | | {
  | |   "bInterfaceClass" = 255
  | |   "bInterfaceNumber" = 0
  | | }
  | | 
  | +-o AppleUSBSerial  <class AppleUSBSerial, id 0x100000a20, registered, matched, active, busy 0 (2 ms), retain 6>
  |   | {
  |   |   "IOTTYBaseName" = "usbserial-"
  |   | }
  |   | 
  |   +-o IOSerialBSDClient  <class IOSerialBSDClient, id 0x100000a21, registered, matched, active, busy 0 (0 ms), retain 5>
  |       {
  |         "IOCalloutDevice" = "/dev/cu.usbserial-14200"
  |         "IODialinDevice" = "/dev/tty.usbserial-14200"
  |       }
  |       
  +-o IOUSBHostInterface@2  <class IOUSBHostInterface, id 0x100000a09, registered, matched, active, busy 0 (9 ms), retain 9>
    | {
    |   "bInterfaceClass" = 255
    |   "bInterfaceNumber" = 2
    | }
    | 
    +-o AppleUSBSerial  <class AppleUSBSerial, id 0x100000a30, registered, matched, active, busy 0 (2 ms), retain 6>
      | {
      |   "IOTTYBaseName" = "usbserial-"
      | }
      | 
      +-o IOSerialBSDClient  <class IOSerialBSDClient, id 0x100000a31, registered, matched, active, busy 0 (0 ms), retain 5>
          {
            "IOCalloutDevice" = "/dev/cu.usbserial-14202"
            "IODialinDevice" = "/dev/tty.usbserial-14202"
          }
`

/** CDC-ACM: the port hangs on the data interface, the one after the control interface. */
const board = `+-o Board in FS mode@14100000  <class IOUSBHostDevice, id 0x100001201, registered, matched, active, busy 0 (3913 ms), retain 25>
  | {
  |   "idProduct" = 5
  |   "locationID" = 0x14100000
  |   "kUSBSerialNumberString" = "E6614104030A2B2C"
  |   "kUSBProductString" = "Board in FS mode"
  |   "idVendor" = 11914
  | }
  | 
  +-o Board CDC@0  <class IOUSBHostInterface, id 0x100001211, registered, matched, active, busy 0 (4 ms), retain 8>
  | | {
  | |   "bInterfaceClass" = 2
  | |   "bInterfaceNumber" = 0
  | | }
  | | 
  | +-o AppleUSBACMControl  <class AppleUSBACMControl, id 0x100001220, !registered, !matched, active, busy 0, retain 5>
  |     {
  |     }
  |     
  +-o Board CDC Data@1  <class IOUSBHostInterface, id 0x100001212, registered, matched, active, busy 0 (4 ms), retain 8>
    | {
    |   "bInterfaceClass" = 10
    |   "bInterfaceNumber" = 1
    | }
    | 
    +-o AppleUSBACMData  <class AppleUSBACMData, id 0x100001223, registered, matched, active, busy 0 (1 ms), retain 8>
      | {
      |   "IOTTYSuffix" = "14101"
      | }
      | 
      +-o IOSerialBSDClient  <class IOSerialBSDClient, id 0x100001224, registered, matched, active, busy 0 (0 ms), retain 5>
          {
            "IOCalloutDevice" = "/dev/cu.usbmodem14101"
          }
`

const reported = [
  '/dev/tty.usbserial-14200',
  '/dev/tty.usbserial-14202',
  '/dev/tty.usbmodem14101',
  '/dev/tty.Bluetooth-Incoming-Port',
].map((path) => ({ path }))

const listed = (text: string) =>
  describePorts(seenElsewhere(reported, 'darwin', portsFromIoreg(text))).map(
    ({ path, role, identity }) => [path, role, identity],
  )

test('chooses the AT port of a modem on macOS by its interface, as on Linux', () => {
  expect(listed(modem + board)).toEqual([
    ['/dev/cu.usbserial-14202', 'at', 'usb:1e0e:9001/at:14200000/if02'],
    [
      'micropython:/dev/cu.usbmodem14101',
      'at',
      'micropython:usb:2e8a:0005/serial:E6614104030A2B2C/if00',
    ],
    ['/dev/cu.Bluetooth-Incoming-Port', 'unknown', 'path:/dev/cu.Bluetooth-Incoming-Port'],
    ['/dev/cu.usbmodem14101', 'repl', 'usb:2e8a:0005/serial:E6614104030A2B2C/if00'],
    ['/dev/cu.usbserial-14200', 'diag', 'usb:1e0e:9001/at:14200000/if00'],
  ])
})

test('tells the words of the device', () => {
  expect(portsFromIoreg(modem).get('/dev/cu.usbserial-14200')).toMatchObject({
    manufacturer: 'SimTech, Incorporated',
    product: 'SimTech, Incorporated',
  })
})

test('a device in a hub is not taken for the hub', () => {
  const hub = `+-o Hub@14000000  <class IOUSBHostDevice, id 0x1, registered>
  | {
  |   "idVendor" = 1507
  |   "idProduct" = 1544
  | }
  | 
${board.replace(/^/gm, '  ')}`
  expect(portsFromIoreg(hub).get('/dev/cu.usbmodem14101')?.usb.vid).toBe('2e8a')
})

test('lists ports by name alone where the registry does not answer', () => {
  expect(listed('')).toHaveLength(4)
})
