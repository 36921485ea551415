export { type BarRow, barRow } from './bar-row.ts'
export { type ControlChart, controlChart } from './control-chart.ts'
export { type ChartPoint, periodName, shortPeriodName, type Tone } from './points.ts'
export { type Sparkline, sparkline } from './sparkline.ts'
