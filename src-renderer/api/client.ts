import { clientOf, type Client, type Transport } from '@contract'

let current: Client | undefined

/** Says once, at start, which way calls travel. */
export function provideTransport(transport: Transport): Client {
  current = clientOf(transport)
  return current
}

/** The one client of this window. */
export function client(): Client {
  if (!current) throw new Error('The window asked for its host before it was connected to one')
  return current
}
