import type { Words } from '../words'
import { networkText } from './networks'
import { forbiddenNetworks } from './words'

/** What it has to do with a registration that failed. */
export function forbiddenWords(networks: readonly string[]): Words {
  const texts = networks.map(networkText)
  const one = texts.length === 1
  return forbiddenNetworks(texts, one)
}
