import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { root } from './needs'

const source = readFileSync(join(root, 'node_modules/axe-core/axe.min.js'), 'utf8')

/** What this needs of axe, which puts itself on the page's global object. */
interface Axe {
  run(
    context: Element,
    options: object,
  ): Promise<{
    readonly violations: readonly {
      readonly id: string
      readonly impact: string | null
      readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[]
    }[]
  }>
}

export const loadAxe = (page: Page): Promise<unknown> => page.evaluate(source)

/** A theme changes colours alone, and a size does not: neither need be asked for the rest again. */
export type Asked = 'all' | 'colours' | 'all but colours'

/** What axe has against a part of the page as it is now, a line an element: best practice too, and what it leaves off by itself. */
export function violationsIn(page: Page, part: string, asked: Asked): Promise<string[]> {
  const off = {
    'target-size': { enabled: true },
    'label-content-name-mismatch': { enabled: true },
  }
  const rules = asked === 'all' ? off : { ...off, 'color-contrast': { enabled: false } }
  const options =
    asked === 'colours'
      ? { resultTypes: ['violations'], runOnly: ['color-contrast'] }
      : { resultTypes: ['violations'], rules }
  return page.evaluate(
    async ([selector, how]) => {
      const { axe } = globalThis as unknown as { readonly axe: Axe }
      const element = document.querySelector(selector)
      if (!element) return [`nothing is ${selector}`]
      const { violations } = await axe.run(element, how)
      return violations.flatMap(({ id, impact, nodes }) =>
        nodes.map(
          ({ html, failureSummary = '' }) =>
            `${impact ?? ''} ${id}: ${html.slice(0, 200)} ${failureSummary.replace(/\s+/g, ' ')}`,
        ),
      )
    },
    [part, options] as const,
  )
}
