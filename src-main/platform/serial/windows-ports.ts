import type { ReportedPort } from './other-ports'
import { queryRegistry, type RegistryKey } from './windows-registry'

const deviceMap = 'HKLM\\HARDWARE\\DEVICEMAP\\SERIALCOMM'
const enumeration = 'HKLM\\SYSTEM\\CurrentControlSet\\Enum'
/** Who brings serial ports: USB itself, FTDI's bus, com0com's, Bluetooth. */
const buses = ['USB', 'FTDIBUS', 'com0com', 'BTHENUM']

type Query = (key: string, ...words: readonly string[]) => Promise<RegistryKey[]>

/**
 * The ports of Windows: those of the class Ports that `listed` holds, and all others that are open to programs. Drivers of
 * modems put theirs into the class Modem, com0com into one of its own: their names stand in the registry alone.
 */
export async function windowsPorts(
  listed: readonly ReportedPort[],
  query: Query = queryRegistry,
): Promise<ReportedPort[]> {
  const known = new Set(listed.map(({ path }) => path.toUpperCase()))
  const names = (await query(deviceMap)).flatMap(({ values }) => [...values.values()])
  const others = [...new Set(names)].filter((name) => !known.has(name.toUpperCase()))
  if (others.length === 0) return [...listed]
  const found = await Promise.all(
    buses.map((bus) => query(`${enumeration}\\${bus}`, '/s', '/v', 'PortName')),
  )
  const places = found.flat()
  const more = await Promise.all(others.map((name) => portOf(name, places, query)))
  return [...listed, ...more]
}

async function portOf(
  path: string,
  places: readonly RegistryKey[],
  query: Query,
): Promise<ReportedPort> {
  const instances = places.flatMap((key) => {
    const instance = /^(.*)\\Device Parameters$/i.exec(key.path)?.[1]
    const name = key.values.get('PortName')
    return instance !== undefined && name?.toUpperCase() === path.toUpperCase() ? [instance] : []
  })
  const keys = (await Promise.all(instances.map((instance) => query(instance)))).flat()
  // Windows remembers what was plugged in once; only what works now has a key Control.
  const present = keys.filter(({ subkeys }) => subkeys.some((name) => /^Control$/i.test(name)))
  const key = present.length === 1 ? present[0] : keys.length === 1 ? keys[0] : undefined
  return key ? described(path, key) : { path }
}

function described(path: string, { path: place, values }: RegistryKey): ReportedPort {
  const pnpId = place.replace(/^.*?\\Enum\\/i, '')
  const friendlyName = wordsOf(values.get('FriendlyName') ?? values.get('DeviceDesc'))
  const manufacturer = wordsOf(values.get('Mfg'))
  return {
    path,
    pnpId,
    ...(friendlyName === undefined ? {} : { friendlyName }),
    ...(manufacturer === undefined ? {} : { manufacturer }),
  }
}

/** `@oem12.inf,%modem%;SimTech HS-USB Modem`: a place in the driver's file, then the words themselves. */
const wordsOf = (text: string | undefined) => text?.replace(/^@[^;]*;/, '')
