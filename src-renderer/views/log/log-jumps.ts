import { nextTick, watch, type Ref } from 'vue'
import type { LogRow, RowFilter, SearchGoal, SlotName } from '@contract'
import { useShell } from '../../stores/shell'
import { t, type TextKey } from '../../text'
import type { ShownRow } from './fold'
import { isFiltered, noFilter } from './kept-filter'
import type { useLogFolds } from './log-folds'
import type { useLogRows } from './log-rows'

export const keyOf = (row: LogRow) => `${row.slot}${row.id}.${row.monoUs}`

/** What is needed of the list that shows the rows. */
interface ShownList {
  firstInSight(): number
  show(index: number): unknown
  toEnd(): unknown
}

export interface LogJumps {
  readonly log: ReturnType<typeof useLogRows>
  readonly folds: ReturnType<typeof useLogFolds>
  readonly list: Ref<ShownList | null>
  readonly filter: Ref<RowFilter>
  readonly following: Ref<boolean>
  readonly selected: Ref<LogRow | null>
  /** The log that is shown instead of the live one. */
  readonly opened: Ref<string | null>
  /** What came of it, in words. */
  readonly said: Ref<string>
  /** From one match to the next, and whether behind the last it was the first again. */
  readonly stepped: (row: LogRow, by: 1 | -1, again: boolean) => void
}

/** The ways to a row of the log, wherever in it that row stands. */
export function useLogJumps(parts: LogJumps) {
  const { log, folds, list, filter, following, selected, opened, said } = parts
  const shell = useShell()
  const { rows: all, later } = log
  const { rows } = folds

  /** From the chosen row on, else from the first in sight, through all of the log; behind the last row at the first. */
  async function jump(by: 1 | -1, goal: SearchGoal, none: TextKey): Promise<void> {
    said.value = ''
    const found = await log.find(goal, selected.value ?? inSight(by), by < 0)
    if (!found) return
    if (!found.row) said.value = t(none)
    else if (found.again) said.value = t(by > 0 ? 'log.againFirst' : 'log.againLast')
    if (found.row && goal.text) parts.stepped(found.row, by, found.again)
    if (found.row) await show(found.row)
  }
  /** The first row in sight may be the one itself when it goes on from there. */
  function inSight(by: 1 | -1): LogRow | undefined {
    const shown: ShownRow | undefined = rows.value[list.value?.firstInSight() ?? 0]
    const row = shown?.fold ? shown.fold.rows[0] : shown
    return row && by > 0 ? { ...row, id: row.id - 1 } : row
  }

  /** Shows a row wherever in the log it stands, and out of the fold it is in. */
  async function show(row: LogRow): Promise<void> {
    following.value = false
    if (!all.value.some((one) => keyOf(one) === keyOf(row))) await log.goTo(row)
    selected.value = row
    folds.unfold(row, keyOf)
    // Other rows may stand before it by the second time.
    const scroll = () => list.value?.show(rows.value.findIndex((one) => keyOf(one) === keyOf(row)))
    await nextTick()
    scroll()
    // Once more after the details beside the list have taken their room, since rows grow when the list gets narrower.
    requestAnimationFrame(() => requestAnimationFrame(scroll))
  }
  async function follow(): Promise<void> {
    if (later.value) await log.load()
    await list.value?.toEnd()
  }
  /** A filter would hide what happened then. */
  async function unfilter(): Promise<void> {
    if (isFiltered(filter.value)) filter.value = { ...noFilter, slots: filter.value.slots }
    await nextTick()
  }

  /** A row that the story of the log names. */
  async function showRow(slot: SlotName, id: number): Promise<void> {
    const live = opened.value === null
    said.value = ''
    await unfilter()
    const found = () => all.value.find((row) => row.id === id && (!live || row.slot === slot))
    // Rows of a file stand in the order of their numbers.
    if (!found() && !live) await log.goTo({ monoUs: 0, id })
    const row = found()
    if (row) await show(row)
    else said.value = t('log.noMoment')
  }

  /** A moment chosen elsewhere: the row nearest to it, wherever in the log. */
  async function showTarget(): Promise<void> {
    const target = shell.logTarget
    if (!target) return
    shell.logTarget = null
    opened.value = null
    said.value = ''
    following.value = false
    await nextTick()
    await unfilter()
    await log.load({ monoUs: target.monoUs })
    const row = all.value.find((one) => one.monoUs >= target.monoUs) ?? all.value.at(-1)
    if (row) await show(row)
    else said.value = t('log.noMoment')
  }
  watch(
    () => shell.logTarget,
    () => shell.view === 'log' && void showTarget(),
  )
  return { jump, follow, showRow, showTarget }
}
