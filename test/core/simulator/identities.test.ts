import { expect, test } from 'vitest'
import { cellFamilies } from '@catalog/cells'
import { fileFamilies } from '@catalog/files'
import { gnssFamilies } from '@catalog/gnss'
import { modemProfiles } from '@catalog/modems'
import { personas } from '@catalog/modems/personas'
import { radioFamilies } from '@catalog/radio'
import { socketFamilies } from '@catalog/sockets'
import { usbFamilies } from '@catalog/usb'

/** What a modem says of itself: ATI, AT+CGMI and AT+CGMM. */
const identityOf = ({ identity }: (typeof personas)[number]) =>
  [...identity.ati, identity.manufacturer, identity.model].join('\n')

test.each(personas)('$id is recognised by one profile at most beside that of 27.007', (persona) => {
  const own = modemProfiles.filter(
    ({ id, matches }) => id !== 'generic' && matches(identityOf(persona)),
  )
  expect(own.length, own.map(({ id }) => id).join()).toBeLessThanOrEqual(1)
})

test.each([
  ['cells', cellFamilies],
  ['files', fileFamilies],
  ['GNSS', gnssFamilies],
  ['radio', radioFamilies],
  ['sockets', socketFamilies],
  ['USB', usbFamilies],
] as const)('no persona is of two families of %s', (_table, families) => {
  const several = personas.flatMap((persona) => {
    const mine = families.filter(
      (one) => one.matches(identityOf(persona)) && !('tells' in one && one.tells),
    )
    return mine.length > 1 ? [[persona.id, ...mine.map(({ id }) => id)].join(' ')] : []
  })
  expect(several).toEqual([])
})
