import { readFileSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { commandReference } from '@catalog/decoders'
import { referencePage } from '@catalog/decoders/shared/reference-page'

const file = resolve(import.meta.dirname, '../../docs/at-commands.md')

test('docs/at-commands.md is what the decoders say (node scripts/docs.js writes it anew)', () => {
  const page = referencePage(commandReference())
  if (process.env['UPDATE_DOCS']) writeFileSync(file, page)
  expect(readFileSync(file, 'utf8')).toBe(page)
})

test('no command of the reference lacks a title in either language or a source', () => {
  for (const { name, title, spec } of commandReference())
    expect([name, title.en !== '', title.ja !== '', spec !== '']).toEqual([name, true, true, true])
})
