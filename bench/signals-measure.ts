import { type Measure, peakMemory } from './measure.ts'
import { bench } from './signals.ts'

export const signals: Measure = {
  name: 'signals',
  title: 'Process control: series of 60 months read',
  runs: 1,
  quantities: {
    seriesPerSecond: { words: 'percentages a second of processor time', unit: '' },
    averagesPerSecond: { words: 'averages a second of processor time', unit: '' },
    memory: { words: 'most memory', unit: 'MB', target: 600 },
  },
  run: () => Promise.resolve({ ...bench(), memory: peakMemory() }),
}
