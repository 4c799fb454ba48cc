import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { knowledge } from '@catalog/decoders'
import { LogImport } from '@core/log/import/log-import'
import { StoryReader } from '@core/story/story-reader'
import { verdict } from '@core/story/words'
import { nothingFailed, storyOf, unansweredAll, unknownEnd } from './wild-story'

// Where each stopped, and the likeliest cause; reviewed.
test.each([
  ['emmcause15', 'It stopped at: Network.', 'registration-denied'],
  ['mipcall0', 'It stopped at: IP.', 'context-not-activated'],
  ['pppdipcpvain', 'It stopped at: IP.', 'link-no-ipcp'],
  ['uartshquotes', 'It stopped at: SIM.', 'sim-failure'],
  ['atclntbrackets', 'It stopped at: SIM.', 'sim-missing'],
  ['sentarrow', 'It stopped at: SIM.', 'sim-missing'],
  ['timeoutbehind', unknownEnd('Network'), 'registration-searching'],
  ['monitornoise', unansweredAll, 'at-garbled'],
  ['usoer110', 'It stopped at: Internet.', 'inside-no-connection'],
  ['cmdrspblank', 'It stopped at: IP.', 'context-not-activated'],
  ['ktcpdns', 'It stopped at: Internet.', 'inside-not-resolved'],
  ['tableleading', 'It stopped at: Network.', 'registration-denied'],
  ['riljstatus', 'It stopped at: IP.', 'context-denied'],
  ['undervoltage', 'It stopped at: Port.', 'at-restarts'],
  ['rsplist', 'It stopped at: IP.', 'context-not-activated'],
  ['sendfail', 'It stopped at: Internet.', 'inside-no-connection'],
  ['wvdialalone', 'It stopped at: PPP.', 'link-modem-hung-up'],
  ['sistimeout', 'It stopped at: Internet.', 'inside-no-connection'],
  ['atosocket', 'It stopped at: Internet.', 'link-modem-hung-up'],
  ['modemprompt', 'It stopped at: Internet.', 'tls-broken'],
  ['cnair780', 'It stopped at: Internet.', 'inside-no-connection'],
  ['mqttpub15', 'It stopped at: Internet.', undefined],
  ['uqmidenied', 'It stopped at: Network.', 'registration-denied'],
  ['nmnocarrier', 'It stopped at: IP.', 'dial-no-carrier'],
  ['mdstepsresult', unknownEnd('Network'), 'registration-no-coverage'],
  ['csharpport', unknownEnd('Network'), 'registration-searching'],
  ['koreansides', 'It stopped at: Network.', 'registration-denied'],
  ['crlfcsv', 'It stopped at: Internet.', 'inside-no-connection'],
  ['epochms', 'It stopped at: PPP.', 'dial-no-carrier'],
  ['vainwords', nothingFailed, undefined],
  ['quotedpair', nothingFailed, undefined],
  ['replacedletters', unansweredAll, 'at-garbled'],
  ['ecstatus', unknownEnd('Network'), 'registration-idle'],
])('%s: %s', (name, said, cause) => {
  const story = storyOf(name)
  expect(verdict(story).en).toBe(said)
  expect(story.causes[0]?.code).toBe(cause)
})

test.each([
  ['modemsab', nothingFailed, 'It stopped at: Network.'],
  ['unitsworking', nothingFailed, unknownEnd('Network')],
  ['cnmachines', nothingFailed, 'It stopped at: SIM.'],
])('two modems under a heading each have a story each: %s', (name, first, second) => {
  const path = new URL(`../log/shapes/wild/${name}.txt`, import.meta.url)
  const log = new LogImport({ knowledge })
  const reader = new StoryReader()
  const rows = [...log.push(readFileSync(fileURLToPath(path), 'utf8')), ...log.end()]
  for (const row of rows) reader.take(row)
  const told = reader.stories.map((story) => [story.summary.slot, verdict(story).en])
  expect(told).toEqual([
    ['a', first],
    ['b', second],
  ])
})

test('an attempt reached no further than the log shows', () => {
  // The SIM and the registration were not asked for.
  expect(storyOf('mipcall0').attempts[0]?.reached).toBe('port')
})
