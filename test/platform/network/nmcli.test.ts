import { expect, test } from 'vitest'
import { Fault } from '@core/fault'
import { curlConfig } from '@platform/network/curl-config'
import { nmcliDryRun, NmcliLink } from '@platform/network/nmcli'
import type { RunOptions } from '@platform/network/run-program'
import { quoted } from '@core/words'

const soracom = { slot: 'a', deviceId: 'a0b1', apn: 'soracom.io', user: 'sora', password: "so'ra" }
const never = new AbortController().signal
const modem = (device: string) =>
  JSON.stringify({
    modem: {
      '3gpp': { 'operator-code': '44010', 'registration-state': 'roaming' },
      generic: { 'device-identifier': 'a0b1', 'primary-port': device, ports: [`${device} (at)`] },
    },
  })

/** A store and nmcli as it was recorded: what it was asked, and what it said. */
function recorded(files: Record<string, string> = {}) {
  const asked: string[] = []
  const state = { device: 'ttyUSB3', refuse: '' }
  let claims = 0
  const given: { words: string; input: string }[] = []
  const secrets = new Map<string, string>()
  const run = async (program: string, args: readonly string[], options: RunOptions) => {
    const line = [program, ...args].join(' ')
    given.push({ words: line, input: options.input ?? secrets.get(args.at(-1) ?? '') ?? '' })
    if (program === 'nmcli') asked.push(args.join(' '))
    if (state.refuse !== '' && line.includes(state.refuse))
      throw new Fault('nmcli-failed', quoted(line))
    if (line === 'mmcli -L -J') return '{"modem-list":["/m/0"]}'
    if (line === 'mmcli -m /m/0 -J') return modem(state.device)
    if (line.includes('--active')) return `${uuidOf(asked)}:${state.device}:activated\n`
    if (line.includes('GENERAL.IP-IFACE')) return 'ppp0\n10.64.0.7/32\n'
    if (line.includes('-g UUID')) return '11111111-1111-4111-8111-111111111111\nleft-over\n'
    return 'Connection successfully activated.\n'
  }
  const store = {
    read: async (name: string) => files[name],
    write: async (name: string, text: string) => void (files[name] = text),
  }
  const claim = async () => {
    claims++
    return async () => void claims--
  }
  let made = 0
  const secretFile = async (text: string) => {
    const path = `/run/secret-${++made}`
    secrets.set(path, text)
    return { path, remove: async () => void secrets.delete(path) }
  }
  const link = new NmcliLink(store, claim, run, secretFile)
  return { asked, given, secrets, state, files, claims: () => claims, link }
}
const uuidOf = (asked: readonly string[]) =>
  /connection\.uuid (\S+)/.exec(asked.find((line) => line.includes(' add ')) ?? '')?.[1] ?? ''

test('binds the connection to the device id, brings it up on the present name, and removes that one only', async () => {
  const { asked, link, claims, files } = recorded()
  await link.cleanUp()
  expect(await link.find('/dev/ttyUSB3')).toMatchObject({ deviceId: 'a0b1', registered: true })
  expect(await link.up(soracom, 'ttyUSB3', never)).toMatchObject({
    iface: 'ppp0',
    address: '10.64.0.7',
  })
  await link.close()
  const uuid = uuidOf(asked)
  const changing = asked.filter((line) => !/show/.test(line))
  expect(changing).toEqual([
    `connection add type gsm ifname * gsm.device-id a0b1 con-name modem-bench-a connection.uuid ${uuid} autoconnect no apn soracom.io gsm.username sora gsm.password-flags 2`,
    `--wait 90 connection up uuid ${uuid} ifname ttyUSB3 passwd-file /run/secret-1`,
    `connection delete uuid ${uuid}`,
  ])
  expect(claims()).toBe(0)
  expect(files['nm-connections.json']).toBe('[]\n')
})

test('finds a modem that came back under another name, and keeps its connection', async () => {
  const { asked, state, link } = recorded()
  await link.cleanUp()
  await link.find('/dev/ttyUSB3')
  await link.up(soracom, 'ttyUSB3', never)
  state.device = 'ttyUSB5'
  expect(await link.find('/dev/ttyUSB3')).toMatchObject({ device: 'ttyUSB5' })
  await link.up(soracom, 'ttyUSB5', never)
  expect(asked.filter((line) => line.includes(' add '))).toHaveLength(1)
})

test('removes what a killed run left, where it is still there', async () => {
  const { asked, link } = recorded({ 'nm-connections.json': '["left-over","gone-since"]' })
  await link.cleanUp()
  expect(asked.filter((line) => line.includes('delete'))).toEqual([
    'connection delete uuid left-over',
  ])
})

test('writes a connection down before it makes it, so that a kill in between leaves nothing unknown', async () => {
  const { files, state, link } = recorded()
  await link.cleanUp()
  state.refuse = 'connection add'
  await expect(link.up(soracom, 'ttyUSB3', never)).rejects.toThrow('nmcli')
  expect(files['nm-connections.json']).toMatch(/^\["[0-9a-f-]{36}"\]/)
})

test('prints the commands without the password', () => {
  const text = nmcliDryRun('/dev/ttyUSB3', soracom).join('\n')
  expect(text).toContain("nmcli connection add type gsm ifname '*' gsm.device-id a0b1")
  expect(text).not.toContain("so'ra")
})

test('no program is called with a password, the body of an upload or an address with a key among its words', async () => {
  const { given, secrets, link } = recorded()
  await link.cleanUp()
  const url = 'http://harvest.example/?token=abc"def'
  await link.up({ ...soracom, password: 'TopSecret9' }, 'ttyUSB3', never)
  await link.http('ppp0', url, { timeoutMs: 5000, post: 'key=TopSecret9\n"x"' })
  expect(given.map(({ words }) => words).join('\n')).not.toMatch(/TopSecret9|token=/)
  expect(given.find(({ words }) => words.includes(' up '))?.input).toBe('gsm.password:TopSecret9\n')
  expect(given.at(-1)?.words).toMatch(/^curl [^]*-K -$/)
  expect(given.at(-1)?.input).toBe(
    'url = "http://harvest.example/?token=abc\\"def"\ndata-raw = "key=TopSecret9\\n\\"x\\""\n',
  )
  expect(secrets.size).toBe(0)
})

test('the file with a password goes away though the connection fails', async () => {
  const { secrets, state, link } = recorded()
  await link.cleanUp()
  state.refuse = 'connection up'
  await expect(link.up(soracom, 'ttyUSB3', never)).rejects.toThrow('nmcli')
  expect(secrets.size).toBe(0)
})

test('quotes for curl what would end a value', () => {
  expect(curlConfig({ url: 'a\\b\tc\rd' })).toBe('url = "a\\\\b\\tc\\rd"\n')
})

test('cleans up by every id that a damaged list still holds', async () => {
  const one = '11111111-1111-4111-8111-111111111111'
  const { asked, link } = recorded({ 'nm-connections.json': `["${one}","2222` })
  await link.cleanUp()
  expect(asked.filter((line) => line.includes('delete'))).toEqual([`connection delete uuid ${one}`])
})
