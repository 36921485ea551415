export { reportPages } from './pages/pages.ts'
