export { type ControlChart, controlChart } from './control-chart.ts'
export { type ChartPoint, periodName, type Tone } from './points.ts'
export { type Sparkline, sparkline } from './sparkline.ts'
