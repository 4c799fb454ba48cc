import type { ModemProfile } from '@core/modem/profile'

/** SIM5320J/JE on 3GPi: WCDMA and GSM only, so there is no CEREG. */
const sim5320: ModemProfile = {
  id: 'sim5320',
  name: 'SIM5320',
  matches: (identity) => /SIM53[26]0|SIM5218/i.test(identity),
  registration: ['+CGREG', '+CREG'],
  cgauthOrder: 'password, user',
  signal: ['AT+CSQ', 'AT+CPSI?'],
  supply: ['AT+CBC'],
  iccid: 'AT+CICCID',
  dial: (cid) => `ATD*99***${cid}#`,
  cmux: true,
  bootMs: 30_000,
  attachUsesContext1: false,
  notes: [
    {
      en: '3G only: where the operator has closed 3G it will search for ever.',
      ja: '3G 専用モデムです。3G が停波した事業者では登録できません。',
    },
  ],
}
export default sim5320
