import type { Persona } from '@core/simulator/persona'
import { ec25 } from './ec25'
import { simcomCommands } from './simcom-commands'

/**
 * RM520N-GL: ATI as in the notes of quectel-rgmii-toolkit; +QENG, +QNWINFO and +QCAINFO with 5G beside LTE and alone as RG500Q, RM520N and
 * RM551E answered in issues of 4IceG/luci-app-3ginfo-lite (#48, #56, #57); +QNWPREFCFG: RG50xQ&RM5xxQ Series AT Commands Manual. What is
 * not known of it is as on the EC25. Times: RM520N Hardware Design.
 */
export const rm520n: Persona = {
  ...ec25,
  id: 'rm520n',
  title: 'Quectel RM520N-GL (5G)',
  usb: { vendorId: '2c7c', productId: '0801' },
  technologies: ['lte', 'wcdma'],
  bands: { lte: [1, 3, 5, 7, 8, 18, 19, 20, 26, 28] },
  identity: {
    manufacturer: 'Quectel',
    model: 'RM520N-GL',
    revision: 'RM520NGLAAR01A07M4G',
    firmware: 'RM520NGLAAR01A07M4G',
    imei: '86837105000520',
    ati: ['Quectel', 'RM520N-GL', 'Revision: RM520NGLAAR01A07M4G'],
  },
  card: {
    imsi: '901310000000520',
    iccid: '89423100000000005203',
    pin: '1234',
    puk: '12345678',
    number: '+423660000000520',
  },
  registration: { ...ec25.registration, lteAct: 13 },
  formats: { ...ec25.formats, connect: 'CONNECT' },
  own: {
    maker: 'quectel',
    lte: 'LTE',
    settings: { usbnet: ['0', '1', '2', '3'] },
    // A cell of 100 MHz in n78 beside every LTE cell.
    nr: { band: 78, channel: 620_640, bandwidth: 12, subcarrier: 1, physicalId: 538 },
  },
  lacks: [...simcomCommands, '+CCID', '+CPSMS', '+CEDRXS', '+CEDRXRDP'],
}
