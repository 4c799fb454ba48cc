import type { ModemProfile } from '@core/modem/profile'

/** SIM7600 and SIM7500 on 4GPi: LTE, WCDMA, GSM. */
const sim7600: ModemProfile = {
  id: 'sim7600',
  name: 'SIM7600',
  matches: (identity) => /SIM7[56]00|SIMCOM_SIM7[56]/i.test(identity),
  registration: ['+CEREG', '+CGREG', '+CREG'],
  cgauthOrder: 'password, user',
  signal: ['AT+CSQ', 'AT+CESQ', 'AT+CPSI?'],
  supply: ['AT+CBC', 'AT+CPMUTEMP'],
  iccid: 'AT+CICCID',
  dial: (cid) => `ATD*99***${cid}#`,
  cmux: true,
  bootMs: 30_000,
  attachUsesContext1: true,
  notes: [],
}
export default sim7600
