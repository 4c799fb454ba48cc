import type { ModemProfile } from '@core/modem/profile'

/** Any modem that keeps to 3GPP TS 27.007; takes what no other profile recognises. */
const generic: ModemProfile = {
  id: 'generic',
  name: '3GPP TS 27.007',
  matches: () => true,
  registration: ['+CEREG', '+CGREG', '+CREG'],
  cgauthOrder: 'user, password',
  signal: ['AT+CSQ', 'AT+CESQ'],
  supply: ['AT+CBC'],
  iccid: 'AT+CCID',
  dial: (cid) => `ATD*99***${cid}#`,
  // What is not known is not put into a mode that a restart may have to end.
  cmux: false,
  bootMs: 20_000,
  attachUsesContext1: true,
  notes: [],
}
export default generic
