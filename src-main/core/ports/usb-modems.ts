/**
 * Vendors that sell modems and hardly anything else for the USB, by their ids, four lower-case hex digits each (usb.ids;
 * Linux, drivers/usb/serial/option.c; usb-modeswitch-data).
 */
export const makersOfModems: ReadonlySet<string> = new Set(
  '05c6 0af0 0bdb 1199 12d1 1410 1508 1782 19d2 1bc7 1c9e 1e0e 1e2d 1ee8 2020 2c7c 2cb7 2dee 305a 33f8 3731'.split(
    ' ',
  ),
)

/** The names of vendors whose modems come as a drive. */
const makersOfDrives = new Map([
  ['0af0', 'Option'],
  ['1199', 'Sierra Wireless'],
  ['12d1', 'Huawei'],
  ['1410', 'Novatel Wireless'],
  ['19d2', 'ZTE'],
  ['1bbb', 'Alcatel'],
  ['1c9e', 'Longcheer'],
  ['1ee8', 'Onda'],
])

/** Products that are a drive with software until they are switched to a modem (usb-modeswitch-data 20191128). */
const drives = new Map([
  ['15eb:a403', 'ABIT AK-020'],
  ['15eb:7153', 'VIA CBP7.0'],
  ['1004:610c', 'L-02A'],
  ['1004:613a', 'L-05A'],
  ['1004:614e', 'L-07A'],
  ['1004:61dd', 'L-02C'],
  ['1004:61eb', 'L-08C'],
  ['1004:6327', 'L-03D'],
  ['1c9e:9101', 'D12LC'],
  ['1c9e:9401', 'D21LC'],
  ['1c9e:98ff', 'Longcheer (FS01BU)'],
  ['05c6:1000', 'Qualcomm'],
  ['05c6:2000', 'Qualcomm'],
  ['05c6:f000', 'Qualcomm'],
  ['1e0e:f000', 'SIMCom'],
])
const drivesOf: { readonly [vendor: string]: string } = {
  '12d1':
    '1446 1449 14fe 1505 1520 1521 1523 1526 1553 155b 156a 157c 157d 1582 15ca 15cd 1f01 1f02 1f1c 1f1d 1f1e',
  '19d2':
    '0083 0101 0110 0115 0120 0166 0169 0325 1001 1007 1009 1013 1210 1216 1224 1225 1232 1420 1514 1542 2000 2004',
  '1410': '5010 5020 5023 5030 5031 5041 5055 5059',
  '1199': '0fff',
  '1bbb': 'f000 f017 f052',
  '1c9e': '9e00 f000 f010',
  '1ee8': '0013 0040 0045 0048 0054 0063',
}
const listed = (vid: string, pid: string): string | undefined =>
  drivesOf[vid]?.split(' ').includes(pid) ? makersOfDrives.get(vid) : undefined

/** The name of the modem that a drive is to become; undefined: nobody lists it. */
export const modemOfDrive = (vid: string, pid: string): string | undefined =>
  drives.get(`${vid}:${pid}`) ?? listed(vid, pid)

/** The same of a device that is nothing but a drive: its vendor says enough. */
export const modemOfBareDrive = (vid: string, pid: string): string | undefined =>
  modemOfDrive(vid, pid) ?? makersOfDrives.get(vid)
