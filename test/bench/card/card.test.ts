import { expect, test } from 'vitest'
import type { CardContents } from '@contract'
import { openedBench, refusal } from '../../support/opened-bench'

const said = ({ files }: CardContents, name: string) =>
  files.find((file) => file.name === name)?.words.en
const slot = 'a' as const
/** 440 20 and 440 10, then empty places. */
const forbidden = '44F00244F001FFFFFFFFFFFF'

test('the files of the card are read and told', async () => {
  const { done, at } = await openedBench('sim:sim7672')
  const card = await done('card.read', { slot })
  expect(card).toMatchObject({ state: 'READY', asksPin: false, tries: { pin: 3, puk: 10 } })
  const imsi = (await at('AT+CIMI')).lines[0]
  expect(said(card, 'imsi')).toBe(imsi)
  const iccid = /\d{18,20}/.exec((await at('AT+CICCID')).lines.join())?.[0]
  expect(said(card, 'iccid')).toBe(iccid)
  const centre = /"(.*?)"/.exec((await at('AT+CSCA?')).lines.join())?.[1]
  expect(said(card, 'smsp')).toBe(centre)
  expect(said(card, 'fplmn')).toContain('none')
  expect(said(card, 'hpplmn')).toContain('30 min')
  expect(card.files.find(({ name }) => name === 'ehplmn')).toMatchObject({
    state: 'absent',
    hex: '',
    words: { en: 'The card has no such file' },
  })
  expect(card.files.filter(({ secret }) => secret).map(({ name }) => name)).toEqual([
    'iccid',
    'imsi',
    'loci',
    'epsloci',
  ])
})

test('forbidden networks are cleared, and put back as they were', async () => {
  const { done } = await openedBench('sim:sim7672')
  const empty = 'F'.repeat(forbidden.length)
  expect(await done('card.restoreForbidden', { slot, hex: forbidden })).toMatchObject({
    before: empty,
    now: { en: '440 20, 440 10' },
  })
  const cleared = await done('card.clearForbidden', { slot })
  expect(cleared).toMatchObject({ before: forbidden, now: { en: expect.stringMatching(/^none/) } })
  await done('card.restoreForbidden', { slot, hex: cleared.before })
  expect(said(await done('card.read', { slot }), 'fplmn')).toBe('440 20, 440 10')
  // Half a list would leave the rest of the old one behind it.
  const half = await done('card.restoreForbidden', { slot, hex: '44F002' }).catch(refusal)
  expect(half).toMatch(/^card-other Given: 6 digits/)
  expect(said(await done('card.read', { slot }), 'fplmn')).toBe('440 20, 440 10')
})

test('a locked card shows what it may, takes its PIN once, and goes on', async () => {
  const { done } = await openedBench('sim:sim7672?pin=4711')
  const locked = await done('card.read', { slot })
  expect(locked).toMatchObject({ state: 'SIM PIN', asksPin: true, tries: { pin: 3 } })
  expect(locked.files.find(({ name }) => name === 'imsi')).toMatchObject({
    state: 'locked',
    hex: '',
  })
  expect(locked.files.find(({ name }) => name === 'iccid')).toMatchObject({ state: 'read' })
  const blind = await done('card.clearForbidden', { slot }).catch(refusal)
  expect(blind).toMatch(/^card-locked/)
  const entered = await done('card.enterPin', { slot, pin: '4711' })
  expect(entered).toMatchObject({ state: 'READY', asksPin: true })
  expect(await done('card.enterPin', { slot, pin: '4711' }).catch(refusal)).toMatch(
    /^card-no-question/,
  )
})

test('a wrong PIN costs one try, and the last one is not spent without a word', async () => {
  const { done, at } = await openedBench('sim:sim7672?pin=4711')
  // A bare ERROR: the counter tells that the PIN was wrong.
  await at('AT+CMEE=0')
  const wrong = () => done('card.enterPin', { slot, pin: '0000' }).catch(refusal)
  expect(await wrong()).toMatch(/^card-wrong-pin .*Tries left: 2/)
  expect(await wrong()).toMatch(/^card-wrong-pin .*Tries left: 1/)
  expect(await wrong()).toMatch(/^card-few-tries Tries left: 1/)
  expect((await done('card.read', { slot })).tries.pin).toBe(1)
  const last = await done('card.enterPin', { slot, pin: '0000', lastTry: true }).catch(refusal)
  expect(last).toMatch(/^card-puk/)
  expect(await wrong()).toMatch(/^card-puk/)
})

test('the PIN query is switched and the PIN changed, each with the old one', async () => {
  const { done } = await openedBench('sim:sim7672')
  const pins = { pin: '1234', newPin: '987654' }
  expect(await done('card.changePin', { slot, ...pins }).catch(refusal)).toMatch(
    /^card-no-question/,
  )
  expect(await done('card.askPin', { slot, on: true, pin: '1234' })).toMatchObject({
    asksPin: true,
  })
  await done('card.changePin', { slot, ...pins })
  expect(await done('card.askPin', { slot, on: false, pin: '1234' }).catch(refusal)).toMatch(
    /^card-wrong-pin/,
  )
  const off = await done('card.askPin', { slot, on: false, pin: '987654' })
  expect(off).toMatchObject({ asksPin: false, tries: { pin: 3 } })
  // Off already: a PIN is not even sent.
  await done('card.askPin', { slot, on: false, pin: '0000' })
  expect((await done('card.read', { slot })).tries.pin).toBe(3)
})

test.for(['123', '123456789', '12a4', '1234"'])('%s is no PIN, and is not sent', async (pin) => {
  const { done, entries } = await openedBench('sim:sim7672?pin=4711')
  const before = entries.length
  expect(await done('card.enterPin', { slot, pin }).catch(refusal)).toMatch(/^card-pin-form/)
  expect(entries.length).toBe(before)
})

test('without a card it says so', async () => {
  const { done } = await openedBench('sim:sim7672?nosim=1')
  expect(await done('card.read', { slot }).catch(refusal)).toMatch(/^card-absent/)
})

test('a port that is closed in the middle ends the reading', async () => {
  const { done, ask } = await openedBench('sim:sim7672')
  const reading = done('card.read', { slot }).catch(refusal)
  await ask('port.close', { slot })
  expect(await reading).toMatch(/^at-cancelled/)
})

test('a modem that is pulled out in the middle is told as that', async () => {
  const { done, ask, clock } = await openedBench('sim:sim7672')
  const reading = ask('card.read', { slot }).catch(refusal)
  await clock.advance(100)
  await done('simulator.control', { name: 'sim:sim7672', fault: 'unplug', value: 'on' })
  expect(await clock.until(reading, 60_000)).toMatch(/^port-/)
})

test('no PIN and no identity of the card stands in a masked log', async () => {
  const { done, at } = await openedBench('sim:sim7672?pin=4711')
  await done('card.enterPin', { slot, pin: '4711' })
  const imsi = (await at('AT+CIMI')).lines[0] ?? ''
  const card = await done('card.read', { slot })
  const { text } = await done('log.export', {
    slots: [slot],
    format: 'text',
    language: 'en',
    redact: true,
  })
  const hexes = card.files.filter(({ name }) => name === 'imsi' || name === 'iccid')
  for (const { hex } of hexes) expect(text).not.toContain(hex)
  expect(text).toContain('AT+CPIN=')
  expect(text).not.toContain('"4711"')
  expect(text).not.toContain(imsi)
})
