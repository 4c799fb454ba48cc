import { decoder, type Decoder } from '@core/at/decoder'
import { say } from '@core/at/parameter'
import { emmCause, fivegmmCause, gmmCause, mmCause } from '../shared/causes'
import {
  explainRegistration,
  explainRegistrationCommand,
  isRegistrationUrc,
  registrationParameters,
  registrationRow,
  reportMode,
  type Domain,
} from '../shared/registration'

/** One decoder for each part of a network a modem registers with. */
function registrationIn(id: string, spec: string, domain: Domain): Decoder {
  return decoder({
    id,
    title: domain.name,
    spec,
    group: 'network',
    parameters: registrationParameters(domain),
    set: [reportMode],
    urc: true,
    isUnsolicited: isRegistrationUrc,
    row: registrationRow(domain),
    explain: explainRegistration(domain),
    explainCommand: explainRegistrationCommand(domain),
  })
}

export default [
  registrationIn('+CREG', '3GPP TS 27.007, 7.2', {
    area: 'lac',
    name: say('voice (CS) registration', '音声系（CS）の登録状態'),
    after: [],
    timers: [],
    causeOf: mmCause,
  }),
  registrationIn('+CGREG', '3GPP TS 27.007, 10.1.20', {
    area: 'lac',
    name: say('packet (GPRS) registration', 'パケットネットワーク（GPRS）の登録状態'),
    after: ['rac'],
    timers: ['active_time', 'periodic_rau', 'gprs_ready_timer'],
    causeOf: gmmCause,
  }),
  registrationIn('+CEREG', '3GPP TS 27.007, 10.1.22', {
    area: 'tac',
    name: say('LTE (EPS) registration', 'LTE（EPS）の登録状態'),
    after: [],
    timers: ['active_time', 'periodic_tau'],
    causeOf: emmCause,
  }),
  registrationIn('+C5GREG', '3GPP TS 27.007, 10.1.47', {
    area: 'tac',
    name: say('5G registration', '5G の登録状態'),
    after: ['allowed_nssai_length', 'allowed_nssai'],
    timers: [],
    causeOf: fivegmmCause,
  }),
]
