export const decisionPath = (id: string): string => `/decisions/${id}`
export const noticePath = (id: string): string => `/decisions/notices/${id}`
export const decisionCrumbs = [{ text: 'Decisions', href: '/decisions' }]
