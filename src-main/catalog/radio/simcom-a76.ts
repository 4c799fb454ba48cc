import type { RadioFamily } from '@core/radio/item'
import { ccellcfg, cnbpLte, cnmp } from './simcom-parts'

/** A76XX and SIM767X. What a variant lacks it refuses when it is read, and then it is not offered: SIM767X has no +CNMP. */
const simcomA76: RadioFamily = {
  id: 'simcom-a76',
  name: 'SIMCom A76XX, SIM767X',
  source: 'A76XX Series AT Command Manual V1.09, +CNMP (p95), +CNBP (p96)',
  matches: (identity) => /\bA76\d\d|SIM767/i.test(identity),
  items: [cnmp, cnbpLte, ccellcfg],
}
export default simcomA76
