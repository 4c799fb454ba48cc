import type { ModemProfile } from '@core/modem/profile'

/** Quectel EC2x, EG2x, EG9x, BG9x: CGAUTH in the order of 27.007, ICCID under its own name. */
const quectel: ModemProfile = {
  id: 'quectel',
  name: 'Quectel',
  matches: (identity) => /quectel/i.test(identity),
  registration: ['+CEREG', '+CGREG', '+CREG'],
  cgauthOrder: 'user, password',
  signal: ['AT+CSQ', 'AT+QCSQ', 'AT+CESQ'],
  supply: ['AT+CBC'],
  iccid: 'AT+QCCID',
  dial: (cid) => `ATD*99***${cid}#`,
  cmux: true,
  bootMs: 20_000,
  attachUsesContext1: true,
  notes: [],
}
export default quectel
