import { isCollection, isMap, isSeq, parseDocument, type Document } from 'yaml'
import type { WrittenConfig } from '@contract'
import { Fault } from '@core/fault'
import { readConfig, type KnownPresets } from './config-file'
import { noYaml } from './words'

export interface ConfigChange {
  readonly path: readonly (string | number)[]
  /** Absent: the setting is taken away. */
  readonly value?: unknown
}

/** Changes settings in the text of a configuration. Comments, order and spelling of everything else stay. */
export function writeConfig(
  text: string,
  changes: readonly ConfigChange[],
  presets?: KnownPresets,
): WrittenConfig {
  const document = parseDocument(text)
  if (document.errors.length > 0) throw new Fault('bad-input', noYaml)
  for (const { path, value } of changes)
    if (value === undefined || value === null) remove(document, path)
    else set(document, path, value)
  const written = document.toString({ lineWidth: 0, flowCollectionPadding: true })
  return { text: written, ...readConfig(written, presets) }
}

function set(document: Document, path: readonly (string | number)[], value: unknown): void {
  // `failover:` with nothing below it is a null, and cannot hold a setting.
  for (let length = 0; length < path.length; length++) {
    const above = path.slice(0, length)
    const node = length === 0 ? document.contents : document.getIn(above, true)
    if (isCollection(node)) continue
    const empty = document.createNode(typeof path[length] === 'number' ? [] : {})
    if (length === 0) document.contents = empty
    else document.setIn(above, empty)
  }
  // A plain value goes into the node that is there, whose comment stays with it.
  document.setIn(path, typeof value === 'object' ? document.createNode(value) : value)
}

/** A map that held nothing else goes with it: `soak: {}` would mean something. */
function remove(document: Document, path: readonly (string | number)[]): void {
  if (!document.hasIn(path)) return
  document.deleteIn(path)
  const above = path.slice(0, -1)
  if (above.length === 0) return
  const node = document.getIn(above, true)
  if ((isMap(node) || isSeq(node)) && node.items.length === 0) remove(document, above)
}
