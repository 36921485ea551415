export { type JobContext, type JobKind, type Jobs, openJobs } from './jobs.ts'
export { type JobProgress, jobProgress, jobsUnderWay, recentJobs } from './progress.ts'
