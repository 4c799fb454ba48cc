import type { Persona } from '@core/simulator/persona'
import { sim7672 } from './sim7672'

/**
 * A7672E-FASE: ATI as it and an A7672E-LASE answered in public, the lines at its start as an A7670E said them (esp-protocols #669). What
 * is not known of it is as on its relative SIM7672, for which there is one manual (A76XX Series AT Command Manual).
 */
export const a7672: Persona = {
  ...sim7672,
  id: 'a7672',
  title: 'SIMCom A7672E-FASE',
  usb: { vendorId: '1e0e', productId: '9011' },
  bands: { lte: [1, 3, 5, 7, 8, 20, 28], before: ['0x0000000000000000'] },
  technologies: ['lte', 'gsm'],
  identity: {
    manufacturer: 'INCORPORATED',
    model: 'A7672E-FASE',
    revision: 'A7672M7_V1.11.1',
    firmware: '+CGMR: A7672M7_V1.11.1',
    imei: '86871907000072',
    ati: [
      'Manufacturer: INCORPORATED',
      'Model: A7672E-FASE',
      'Revision: A7672M7_V1.11.1',
      'IMEI: {imei}',
      '+GCAP: +CGSM,+FCLASS,+DS',
    ],
  },
  card: {
    imsi: '901310000000767',
    iccid: '89423100000000007670',
    pin: '1234',
    puk: '12345678',
    number: '+423660000000767',
  },
  formats: { ...sim7672.formats, capabilities: '+CGSM,+FCLASS,+DS' },
  lacks: sim7672.lacks.filter((name) => name !== '+GCAP'),
}
