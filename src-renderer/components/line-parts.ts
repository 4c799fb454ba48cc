import { h, type FunctionalComponent } from 'vue'
import { t } from '../text'

/** The times of a line, a column each. A function: a list draws hundreds, and none has anything to keep. */
export const LineTimes: FunctionalComponent<{ times: readonly string[] }> = ({ times }) =>
  h(
    'span',
    { class: 'time mono' },
    times.map((time) => h('span', time)),
  )
LineTimes.props = ['times']

/** Marks what went over the second AT port. */
export const SecondPortTag: FunctionalComponent = () =>
  h('span', { class: 'beside', title: t('row.secondHint') }, 'AT2')
