import { expect, test } from 'vitest'
import { nmcliDryRun, NmcliLink } from '@platform/network/nmcli'

const uuid = '028bed8f-956b-496e-91ac-8a944e601433'
const soracom = { device: 'ttyUSB3', apn: 'soracom.io', user: 'sora', password: "so'ra" }

/** nmcli as it was recorded: what it was asked, and what it said. */
function recorded() {
  const asked: string[] = []
  const run = async (args: readonly string[]) => {
    asked.push(args.join(' '))
    if (args.includes('add'))
      return `Connection 'modem-bench-ttyUSB3' (${uuid}) successfully added.\n`
    if (args.includes('device') && args[0] === '-t')
      return 'ttyUSB3:gsm:disconnected\nwlan0:wifi:connected\ncdc-wdm0:gsm:connected\n'
    return 'Connection successfully activated.\n'
  }
  return { asked, run }
}

test('makes a connection bound to the device, brings it up, and removes that one only', async () => {
  const { asked, run } = recorded()
  const link = new NmcliLink(run)
  await link.up(soracom)
  await link.down('cdc-wdm0')
  await link.close()
  expect(asked).toEqual([
    "connection add type gsm ifname ttyUSB3 con-name modem-bench-ttyUSB3 autoconnect no apn soracom.io gsm.username sora gsm.password so'ra",
    `connection up uuid ${uuid} ifname ttyUSB3`,
    `connection delete uuid ${uuid}`,
  ])
})

test('lists the modems NetworkManager knows', async () => {
  const found = await new NmcliLink(recorded().run).devices()
  expect(found.map(({ device }) => device)).toEqual(['ttyUSB3', 'cdc-wdm0'])
})

test('prints the commands without running one, and without the password', () => {
  const lines = nmcliDryRun(soracom)
  expect(lines).toHaveLength(3)
  expect(lines.join('\n')).not.toContain("so'ra")
})

test('refuses a device name that could be an option', async () => {
  const { asked, run } = recorded()
  await expect(new NmcliLink(run).up({ ...soracom, device: '--help' })).rejects.toThrow()
  expect(asked).toEqual([])
})
