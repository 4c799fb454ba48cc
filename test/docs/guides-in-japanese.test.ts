import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { root } from '../support/needs'

const folder = join(root, 'docs/guides')
const read = (name: string) => readFileSync(join(folder, name), 'utf8')
const names = readdirSync(folder).filter((name) => name.endsWith('.ja.md'))

/** What a reader types or copies: without what is said about it, which is in his language. */
const typed = (text: string) =>
  [...text.matchAll(/```(\w+)\n(.*?)```/gs)].map(
    ([, language = '', block = '']) =>
      `${language}\n${block
        .split('\n')
        .map((line) => line.replace(/\s+# .*$/, '').replace(/^# (?!yaml-language).*$/, ''))
        .join('\n')}`,
  )
const headings = (text: string) =>
  [...text.replaceAll(/```.*?```/gs, '').matchAll(/^(#+) /gm)].map(([, level]) => level)
const rows = (text: string) => text.split('\n').filter((line) => line.startsWith('|'))
const anchors = (text: string) =>
  [...text.replaceAll(/```.*?```/gs, '').matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\- ]/gu, '')
      .replaceAll(' ', '-'),
  )

describe.each(names)('%s', (name) => {
  const japanese = read(name)
  const english = read(name.replace('.ja.md', '.md'))

  test('has the same headings, rows and blocks to type as the English one', () => {
    expect(headings(japanese)).toEqual(headings(english))
    expect(rows(japanese)).toHaveLength(rows(english).length)
    expect(typed(japanese)).toEqual(typed(english))
  })

  test('names the same keys, steps and commands in the first cell of each row', () => {
    const keys = (text: string) =>
      rows(text).flatMap((row) =>
        (row.split(' | ')[0]?.match(/`[^`]+`/g) ?? []).filter((one) =>
          /^`(?:[a-z][\w-]*`$|\w+: \{|modem-bench )/.test(one),
        ),
      )
    expect(keys(japanese)).toEqual(keys(english))
  })

  test('leads to the other language, and every link to a file and a heading that are there', () => {
    expect(english).toContain(`[日本語](${name})`)
    expect(japanese).toContain(`[English](${name.replace('.ja.md', '.md')})`)
    for (const [, path = '', anchor] of japanese.matchAll(/\]\((?!http)([^)#]*)#?([^)]*)\)/g)) {
      const file = path === '' ? name : path
      expect(existsSync(join(folder, file)), file).toBe(true)
      if (anchor) expect(anchors(read(file)), `${file}#${anchor}`).toContain(anchor)
    }
  })

  test('is written as Japanese is: full-width punctuation, no blank between sentences', () => {
    const prose = japanese.replaceAll(/```.*?```/gs, '').replaceAll(/`[^`\n]+`|\]\([^)]*\)/g, 'x')
    expect(
      prose.match(/[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}][,.:;!?()]/gu),
    ).toBeNull()
    expect(prose.match(/。 |、 | 。|：\S? {2}/gu)).toBeNull()
    expect(prose).not.toContain('網')
  })
})

test('the guides for rigs are there in Japanese', () => {
  expect(names).toEqual(
    expect.arrayContaining(['api.ja.md', 'board-test.ja.md', 'many-benches.ja.md', 'rig.ja.md']),
  )
})
