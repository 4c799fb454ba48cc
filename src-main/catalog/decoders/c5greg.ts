import { decoder } from '@core/at/decoder'
import { say } from '@core/at/parameter'
import {
  explainRegistration,
  explainRegistrationCommand,
  isRegistrationUrc,
  registrationParameters,
  registrationRow,
  reportMode,
  type Domain,
} from './shared/registration'

const domain: Domain = {
  area: 'tac',
  name: say('5G registration', '5G の登録状態'),
  after: ['allowed_nssai_length', 'allowed_nssai'],
  timers: [],
}

export default decoder({
  id: '+C5GREG',
  title: domain.name,
  spec: '3GPP TS 27.007, 10.1.47',
  group: 'network',
  parameters: registrationParameters(domain),
  set: [reportMode],
  urc: true,
  isUnsolicited: isRegistrationUrc,
  row: registrationRow(domain),
  explain: explainRegistration(domain),
  explainCommand: explainRegistrationCommand(domain),
})
