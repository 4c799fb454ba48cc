import { expect, test } from 'vitest'
import { personas } from '@catalog/modems/personas'
import { Host, prompt } from './host'

const zeros = (numbers: number) => `"${Array(numbers).fill(0).join('.')}"`

/** What stands behind the APN of a context without an address, IPv4 and both: as each maker's firmware wrote it. */
const written: { readonly [persona: string]: readonly [ip: string, both: string] } = {
  sim7672: ['', ''],
  a7672: ['', ''],
  sim5320: [`,${zeros(4)},0,0`, `,${zeros(16)},0,0`],
  sim7600: [`,${zeros(4)},0,0,0,0`, `,${zeros(16)},0,0,0,0`],
  sim7070: [`,${zeros(4)},0,0,0`, ',"::",0,0,0'],
  ec25: [`,${zeros(4)},0,0,0,0`, `,${zeros(16)},0,0,0,0`],
  le910: [',"",0,0', ',"",0,0'],
  nrf91: [',"",0,0', ',"",0,0'],
}

test.each(Object.entries(written))(
  '%s: a context without an address is told as by its maker',
  async (id, [ip, both]) => {
    const persona = personas.find((one) => one.id === id)
    if (!persona) throw new Error(`no persona ${id}`)
    const host = await new Host({ persona: prompt(persona) }).registered()
    await host.ask('AT+CGDCONT=3,"IP","one.example"')
    await host.ask('AT+CGDCONT=4,"IPV4V6","two.example"')
    const told = await host.lines('AT+CGDCONT?')
    expect(told).toContain(`+CGDCONT: 3,"IP","one.example"${ip}`)
    expect(told).toContain(`+CGDCONT: 4,"IPV4V6","two.example"${both}`)
  },
)

test('a number stays in plain digits where names are written in UCS2', async () => {
  const persona = personas.find((one) => one.id === 'ec25')
  if (!persona) throw new Error('no persona ec25')
  const host = await new Host({ persona: prompt(persona) }).registered()
  await host.ask('AT+CSCS="UCS2"')
  expect(await host.ask('AT+CNUM')).toContain(`+CNUM: "","${persona.card.number}",145`)
  await host.ask('AT+CPBS="ON"')
  expect(await host.ask('AT+CPBR=1')).toContain(`"${persona.card.number}",145`)
})
