import type { RadioFamily } from '@core/radio/item'
import { ccellcfg, cnbpLegacy, cnbpLte, cnmp } from './simcom-parts'

/** SIM7500, SIM7600 and SIM5320 (Qualcomm). */
const sim7600: RadioFamily = {
  id: 'sim7600',
  name: 'SIMCom SIM7500, SIM7600, SIM5320',
  source: 'SIM7500_SIM7600 Series AT Command Manual V3.00, +CNMP, +CNBP; SIM7600G-H, SIM8200',
  matches: (identity) => /SIM7[56]00|SIMCOM_SIM7[56]|SIM5[23]\d\d|SIM8[23]\d\d/i.test(identity),
  items: [cnmp, cnbpLte, cnbpLegacy, ccellcfg],
}
export default sim7600
