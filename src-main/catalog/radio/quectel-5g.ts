import { bandListItem } from '@core/radio/band-item'
import { optionOf } from '@core/radio/choice'
import type { RadioFamily, RadioItem, RadioItemId } from '@core/radio/item'
import { radioTitles } from '@core/radio/words'
import type { Words } from '@core/words'
import { named, qnwlock } from './quectel-parts'

/** `+QNWPREFCFG: "lte_band",1:3:8`; what the modem has stands in the rows of "policy_band". */
function preferred(id: RadioItemId, name: string, letter: 'B' | 'n'): RadioItem {
  const find = (lines: readonly string[]) => {
    const found = named(lines, '+QNWPREFCFG:', name)
    const [list = ''] = found?.values ?? []
    return found && found.values.length === 1 && /^\d{1,3}(?::\d{1,3})*$/.test(list)
      ? { raw: found.raw, bands: list.split(':').map(Number) }
      : undefined
  }
  return bandListItem({
    id,
    letter,
    command: `AT+QNWPREFCFG="${name}"`,
    test: 'AT+QNWPREFCFG="policy_band"',
    find,
    able: (test) => find(test)?.bands,
    write: (bands) => `AT+QNWPREFCFG="${name}",${bands.join(':')}`,
  })
}

const names: { readonly [id: string]: Words } = {
  AUTO: { en: 'automatic', ja: '自動' },
  'LTE:NR5G': { en: 'LTE and 5G NR', ja: 'LTE・5G NR' },
  LTE: { en: 'LTE only', ja: 'LTE のみ' },
  NR5G: { en: '5G NR only', ja: '5G NR のみ' },
  WCDMA: { en: 'WCDMA only', ja: 'WCDMA のみ' },
}
const modePref: RadioItem = {
  id: 'rat',
  kind: 'one',
  title: radioTitles.rat,
  command: 'AT+QNWPREFCFG="mode_pref"',
  takes: 'now',
  free: 'AUTO',
  read(lines) {
    const found = named(lines, '+QNWPREFCFG:', 'mode_pref')
    const [value = ''] = found?.values ?? []
    return found && /^(?:AUTO|(?:WCDMA|LTE|NR5G)(?::(?:WCDMA|LTE|NR5G)){0,2})$/.test(value)
      ? { chosen: [value], raw: found.raw }
      : undefined
  },
  options: ({ value }) => ({
    list: [...new Set([...Object.keys(names), ...value.chosen])].map((id) => optionOf(id, names)),
    told: false,
  }),
  write: ([one]) => (one === undefined ? undefined : [`AT+QNWPREFCFG="mode_pref",${one}`]),
}

/** RG50x, RM50x, RM52x. */
const quectel5g: RadioFamily = {
  id: 'quectel-5g',
  name: 'Quectel RG5xx, RM5xx',
  source: 'Quectel RG50xQ&RM5xxQ Series AT Commands Manual: +QNWPREFCFG and +QNWLOCK',
  matches: (identity) => /quectel/i.test(identity) && /\b(?:RG|RM)[56]\d/i.test(identity),
  items: [
    modePref,
    preferred('lte-bands', 'lte_band', 'B'),
    preferred('nsa-bands', 'nsa_nr5g_band', 'n'),
    preferred('nr-bands', 'nr5g_band', 'n'),
    qnwlock('common/4g'),
  ],
}
export default quectel5g
