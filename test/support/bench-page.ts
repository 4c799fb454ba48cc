import type { Locator, Page } from 'playwright-core'

export const views = [
  'bench',
  'connect',
  'link',
  'signal',
  'failover',
  'board',
  'log',
  'messages',
  'test',
  'position',
  'radio',
  'benches',
  'settings',
] as const
export type View = (typeof views)[number]

/** A page of the app as somebody at the bench uses it: the same in the desktop window and in the browser. */
export class BenchPage {
  constructor(readonly page: Page) {}

  at(testId: string): Locator {
    return this.page.getByTestId(testId)
  }

  /** Goes to one of the views of the rail. */
  async show(view: View): Promise<void> {
    await this.at(`rail-${view}`).click()
  }

  /** Shows the bench with a slot unfolded. */
  async showSlot(slot: 'a' | 'b'): Promise<void> {
    await this.show('bench')
    const strip = this.at('slot-b-strip')
    if (slot === 'b' && (await strip.isVisible())) await strip.click()
    // A narrow window shows one of them.
    const tab = this.at(`bench-tab-${slot}`)
    if (await tab.isVisible()) await tab.click()
  }

  /** Opens a port in a slot of the bench view and waits until the slot says it is open. */
  async open(slot: 'a' | 'b', port: string): Promise<void> {
    await this.showSlot(slot)
    await this.at(`slot-${slot}-port`).fill(port)
    await this.page.keyboard.press('Escape')
    await this.at(`slot-${slot}-open`).click()
    await this.at(`slot-${slot}-close`).waitFor()
  }

  /** Closes the port of a slot, which hangs up a call first, and waits until another can be opened. */
  async close(slot: 'a' | 'b'): Promise<void> {
    await this.showSlot(slot)
    await this.at(`slot-${slot}-close`).click()
    await this.at(`slot-${slot}-open`).waitFor()
  }

  /** Starts the connection of a slot with a preset; `verdict` is there when it has ended. `alone`: without AT beside the data. */
  async connect(slot: 'a' | 'b', preset: string, { alone = false } = {}): Promise<void> {
    await this.show('connect')
    await this.at(`connect-slot-${slot}`).click()
    await this.at(`preset-${preset}`).click()
    const beside = this.at('connect-cmux')
    if (alone && (await beside.getAttribute('aria-checked')) === 'true') await beside.click()
    await this.at('connect-start').click()
  }

  /** Chooses from the menu of a slot. */
  async choose(slot: 'a' | 'b', item: string): Promise<void> {
    await this.at(`slot-${slot}-more`).click()
    await this.at(`slot-${slot}-${item}`).click()
  }

  async command(slot: 'a' | 'b', text: string): Promise<void> {
    await this.show('bench')
    await this.at(`terminal-${slot}-input`).fill(text)
    await this.page.keyboard.press('Enter')
  }
}
