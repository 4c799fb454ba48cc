import { describe } from 'vitest'
import { reads } from './rows'

describe('who the modem is', () => {
  reads([
    [
      'AT+CGMI',
      'SIERRA WIRELESS, INCORPORATED\r\n\r\nOK\r\n',
      { manufacturer: 'SIERRA WIRELESS, INCORPORATED' },
    ],
    ['AT+CGMI', '+CGMI: "Quectel"\r\n\r\nOK\r\n', { manufacturer: 'Quectel' }],
    ['AT+CGMR', '+CGMR: 2374B01SIM767XM5A_M\r\n\r\nOK\r\n', { revision: '2374B01SIM767XM5A_M' }],
    ['AT+CGSN', '869850012345678\r\n\r\nOK\r\n', { imei: '869850012345678' }],
    ['AT+CGSN', '+CGSN: "869850012345678"\r\n\r\nOK\r\n', { imei: '869850012345678' }],
    ['AT+GSN', '0x80C98A1\r\n\r\nOK\r\n', { esn: '080C98A1' }],
    [
      'AT+GSN',
      'A1000009A71DF1,80CBC5B8\r\n\r\nOK\r\n',
      { meid: 'A1000009A71DF1', esn: '80CBC5B8' },
    ],
    ['AT+GSN', 'Module IMEI: 490154203237518\r\n\r\nOK\r\n', { imei: '490154203237518' }],
    [
      'AT+SIMCOMATI',
      'Manufacturer: SIMCOM INCORPORATED\r\nIMEI: 490154203237518\r\n\r\nOK\r\n',
      { manufacturer: 'SIMCOM INCORPORATED', imei: '490154203237518' },
    ],
    ['AT+CGSN=2', '+CGSN: 8698500123456701\r\n\r\nOK\r\n', { imei_sv: '8698500123456701' }],
    ['AT+CGSN=0', '+CGSN: "XYZ 12"\r\n\r\nOK\r\n', { serial: 'XYZ 12' }],
    ['AT+CIMI', '901310000000000\r\n\r\nOK\r\n', { imsi: '901310000000000' }],
    ['AT+CIMI', '+CIMI: "901310000000000"\r\n\r\nOK\r\n', { imsi: '901310000000000' }],
    ['AT+CCID', '+CCID: 8942310012345678901F\r\n\r\nOK\r\n', { iccid: '8942310012345678901' }],
    ['AT+CICCID', '+ICCID: 89423100123456789012\r\n\r\nOK\r\n', { iccid: '89423100123456789012' }],
    [
      'ATI',
      'Quectel\r\nEC25\r\nRevision: EC25EFAR06A03M4G\r\n\r\nOK\r\n',
      { revision: 'EC25EFAR06A03M4G', text: 'Quectel\nEC25' },
    ],
    [
      'ATI',
      'Manufacturer: huawei\r\nModel: E173\r\nRevision: 11.126.15.00.445\r\nIMEI: 356000000000001\r\n+GCAP: +CGSM,+DS,+ES\r\n\r\nOK\r\n',
      {
        manufacturer: 'huawei',
        model: 'E173',
        revision: '11.126.15.00.445',
        imei: '356000000000001',
        gcap: '+CGSM,+DS,+ES',
      },
    ],
    [
      'ATI',
      'Manufacturer: Sierra Wireless, Incorporated\r\nModel: MC7455\r\nRevision: SWI9X30C_02.24.05.06\r\nMEID: 35907206035700\r\nIMEI: 359072060357001\r\nIMEI SV: 18\r\nFSN: LQ\r\n+GCAP: +CGSM\r\n\r\nOK\r\n',
      {
        manufacturer: 'Sierra Wireless, Incorporated',
        model: 'MC7455',
        revision: 'SWI9X30C_02.24.05.06',
        meid: '35907206035700',
        imei: '359072060357001',
        imei_sv: '18',
        gcap: '+CGSM',
        text: 'FSN: LQ',
      },
    ],
    ['AT+GCAP', '+GCAP: +CGSM,+DS,+ES\r\n\r\nOK\r\n', { gcap: '+CGSM,+DS,+ES' }],
    ['AT+GMI', 'Telit\r\n\r\nOK\r\n', { manufacturer: 'Telit' }],
    ['AT+CGMR', 'Revision: 1.2\r\n\r\nOK\r\n', { revision: '1.2' }],
  ])
})
