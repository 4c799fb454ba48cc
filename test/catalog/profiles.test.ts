import { expect, test } from 'vitest'
import { membersOf } from '@catalog/members'
import { modemProfiles } from '@catalog/modems'
import { personas } from '@catalog/modems/personas'

/** Which profile takes each simulated modem; those that are not here are left to the one for any modem. */
const takenBy: Readonly<Record<string, string>> = {
  sim7672: 'sim7672',
  a7672: 'sim7672',
  sim7600: 'sim7600',
  sim5320: 'sim5320',
  sim5320je: 'sim5320',
  ec25: 'quectel',
  eg25: 'quectel',
  bg95: 'quectel',
  rm520n: 'quectel',
}

test.for(personas.map((persona) => [persona.id, persona] as const))(
  '%s says of itself what one profile takes, and no other',
  ([id, { identity }]) => {
    const said = [...identity.ati, identity.model].join('\n')
    const takes = modemProfiles.filter((profile) => profile.matches(said)).map((one) => one.id)
    expect(takes).toEqual([...(takenBy[id] === undefined ? [] : [takenBy[id]]), 'generic'])
  },
)

test('a file among the members that is none of them is refused by its name', () => {
  const files = { './profiles/jumpers.ts': undefined }
  expect(() => membersOf<{ id: string }>(files, 'board', ['id'])).toThrow(
    './profiles/jumpers.ts: its default export must be a board; it has no id.',
  )
})

test('a member that lacks a part is refused, and says which', () => {
  const files = { './profiles/x.ts': { id: 'x' }, './profiles/y.ts': { id: 'y', name: 'Y' } }
  const read = () => membersOf<{ id: string; name: string }>(files, 'board', ['id', 'name'])
  expect(read).toThrow('./profiles/x.ts: its default export must be a board; it has no name.')
})

test('members are given as they are', () => {
  const member = { id: 'x' }
  expect(membersOf<{ id: string }>({ './profiles/x.ts': member }, 'board', ['id'])).toEqual([
    member,
  ])
})
