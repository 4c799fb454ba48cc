import type { ModemProfile } from '@core/modem/profile'

/** SIM7672 and its relatives SIM7670, A7670, A7672, A7683: LTE Cat-1bis. Facts from MicroCat.1 logs and the A76XX manual. */
const sim7672: ModemProfile = {
  id: 'sim7672',
  name: 'SIM7672',
  matches: (identity) => /\b(SIM767\d|A76[5-8]\d|A7672|A7670|A7683)/i.test(identity),
  registration: ['+CEREG', '+CREG'],
  cgauthOrder: 'password, user',
  signal: ['AT+CSQ', 'AT+CESQ', 'AT+CPSI?'],
  supply: ['AT+CBC', 'AT+CPMUTEMP'],
  iccid: 'AT+CICCID',
  dial: (cid) => `ATD*99***${cid}#`,
  cmux: true,
  bootMs: 20_000,
  attachUsesContext1: true,
  notes: [
    {
      en: 'CSQ may say 99,99 while the modem is registered and strong; CPSI and CESQ tell the truth then.',
      ja: '登録済みで電波が良好でも CSQ が 99,99 になることがあります。その場合は CPSI と CESQ を参照してください。',
    },
    {
      en: 'DTR is ignored as delivered (&D0): only the guarded +++ leaves data mode.',
      ja: '出荷時は DTR を無視します（&D0）。データモードからは前後に無送信時間をおいた +++ で抜けます。',
    },
  ],
}
export default sim7672
