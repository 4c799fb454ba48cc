import { expect, test } from 'vitest'
import { describePorts } from '@platform/serial/describe'
import { seenElsewhere } from '@platform/serial/other-ports'
import { parsePortName } from '@platform/serial/port-name'
import { windowsPorts } from '@platform/serial/windows-ports'
import { keysFromReg } from '@platform/serial/windows-registry'

const enumeration = 'HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Enum'
const modem = `${enumeration}\\USB\\VID_1E0E&PID_9001&MI_03\\6&1a2b3c4d&0&0003`
const elsewhere = `${enumeration}\\USB\\VID_1E0E&PID_9001&MI_03\\7&5e6f7a8b&0&0003`

const deviceMap = [
  '',
  'HKEY_LOCAL_MACHINE\\HARDWARE\\DEVICEMAP\\SERIALCOMM',
  '    \\Device\\Serial0    REG_SZ    COM1',
  '    \\Device\\QCUSB_COM31_3    REG_SZ    COM31',
  '    \\Device\\com0com10    REG_SZ    CNCA0',
  '',
].join('\r\n')

const named = (instance: string) =>
  ['', `${instance}\\Device Parameters`, '    PortName    REG_SZ    COM31', ''].join('\r\n')

const instanceKey = (instance: string, ...subkeys: readonly string[]) =>
  [
    '',
    instance,
    '    ClassGUID    REG_SZ    {4d36e96d-e325-11ce-bfc1-08002be10318}',
    '    FriendlyName    REG_SZ    @oem12.inf,%modem%;SimTech HS-USB Modem 9001',
    '    Mfg    REG_SZ    @oem12.inf,%maker%;SimTech, Incorporated',
    '    Capabilities    REG_DWORD    0x80',
    '    CustomPropertyHwIdKey    REG_SZ',
    '',
    ...subkeys.map((name) => `${instance}\\${name}`),
    '',
  ].join('\r\n')

/** reg.exe of a computer where the modem was plugged into another socket before. */
const registry = async (key: string) => {
  if (key.endsWith('SERIALCOMM')) return keysFromReg(deviceMap)
  if (key.endsWith('Enum\\USB'))
    return keysFromReg(`${named(elsewhere)}${named(modem)}\r\n検索の完了：2 件一致しました。\r\n`)
  if (key === modem)
    return keysFromReg(instanceKey(modem, 'Device Parameters', 'Control', 'Properties'))
  if (key === elsewhere) return keysFromReg(instanceKey(elsewhere, 'Device Parameters'))
  return keysFromReg('')
}

const com1 = { path: 'COM1', pnpId: 'ACPI\\PNP0501\\0', friendlyName: 'Communications Port (COM1)' }

test('lists a modem of the class Modem with its ids and its interface, and com0com by name', async () => {
  const ports = describePorts(seenElsewhere(await windowsPorts([com1], registry), 'win32'))
  expect(ports.map(({ path, identity }) => [path, identity]).sort()).toEqual([
    ['CNCA0', 'path:CNCA0'],
    ['COM1', 'path:COM1'],
    ['COM31', 'usb:1e0e:9001/at:6%261a2b3c4d%260/if03'],
  ])
  expect(ports.find(({ path }) => path === 'COM31')).toMatchObject({
    label: { en: 'SIM7600: second AT port (COM31)' },
    role: 'at2',
    product: 'SimTech HS-USB Modem 9001',
    manufacturer: 'SimTech, Incorporated',
  })
})

test('asks no further where the class Ports holds them all', async () => {
  const asked: string[] = []
  const ports = await windowsPorts([com1], async (key) => {
    asked.push(key)
    return key.endsWith('SERIALCOMM')
      ? keysFromReg(deviceMap.replace(/.*(?:COM31|CNCA0)\r\n/g, ''))
      : []
  })
  expect(ports).toEqual([com1])
  expect(asked).toEqual(['HKLM\\HARDWARE\\DEVICEMAP\\SERIALCOMM'])
})

test('leaves a port without ids where two that are not there claim its name', async () => {
  const [port] = await windowsPorts([com1], async (key) =>
    key === modem ? keysFromReg(instanceKey(modem, 'Device Parameters')) : registry(key),
  ).then((ports) => ports.filter(({ path }) => path === 'COM31'))
  expect(port).toEqual({ path: 'COM31' })
})

test('reads values with spaces in their names, and empty ones', () => {
  const [key] = keysFromReg(
    'HKEY_LOCAL_MACHINE\\X\r\n    USB  Device Name    REG_SZ    A    B\r\n    Empty    REG_SZ\r\n    (Default)    REG_SZ    (value not set)\r\n',
  )
  expect([...(key?.values ?? [])]).toEqual([
    ['USB  Device Name', 'A    B'],
    ['Empty', ''],
    ['(Default)', '(value not set)'],
  ])
})

test.each(['CNCA0', 'cncb12', '\\\\.\\CNCA0'])(
  'takes %s, an end of com0com, for a port',
  (name) => {
    expect(parsePortName(name, 'win32')).toMatchObject({ kind: 'serial' })
  },
)
