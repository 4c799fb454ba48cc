import { ok } from '../answer'
import type { Asked, Behaviour, CommandEntry, Run } from '../behaviour'
import { withCard } from '../behaviour'
import type { ModemParts } from '../modem-parts'

function told(name: string, line: Run): CommandEntry {
  return { name, execute: line, test: () => ok() }
}

const imsi = withCard(({ modem }) => ok(modem.card.data?.imsi ?? ''))
const serial = ({ modem }: Asked) => ok(modem.imei)
const maker: Run = ({ modem }) => ok(modem.persona.identity.manufacturer)
const model: Run = ({ modem }) => ok(modem.persona.identity.model)
const firmware: Run = ({ modem }) => ok(modem.persona.identity.firmware)

/** The answer of ATI with its IMEI: the only place where the lines of a persona are read. */
function identityLines({ persona, imei }: ModemParts): readonly string[] {
  return persona.identity.ati.map((line) => line.replace('{imei}', imei))
}

/** Who the modem and its card are (27.007, 5.1 to 5.4; V.250, 6.1.3). */
export const identity: Behaviour = [
  {
    name: 'I',
    execute: ({ modem }) => ok(...identityLines(modem)),
  },
  told('+CGMI', maker),
  told('+GMI', maker),
  told('+CGMM', model),
  told('+GMM', model),
  told('+CGMR', firmware),
  told('+GMR', firmware),
  told('+CGSN', serial),
  told('+GSN', serial),
  told('+SIMCOMATI', ({ modem }) =>
    ok(
      ...identityLines(modem).filter((line) => !line.startsWith('+GCAP')),
      modem.persona.identity.firmware,
    ),
  ),
  told('+CIMI', imsi),
  told(
    '+CICCID',
    withCard(({ modem }) =>
      ok(`${modem.persona.formats.iccidPrefix}${modem.card.data?.iccid ?? ''}`),
    ),
  ),
  told(
    '+CCID',
    withCard(({ modem }) => ok(`+CCID: "${modem.card.data?.iccid ?? ''}"`)),
  ),
  told(
    '+CNUM',
    withCard(({ modem }) => {
      const number = modem.card.data?.number
      // A number stays in plain digits in every character set; only a name is written in it.
      return number === undefined ? ok() : ok(`+CNUM: "","${number}",145`)
    }),
  ),
  told('+GCAP', ({ modem }) => ok(`+GCAP: ${modem.persona.formats.capabilities}`)),
]
