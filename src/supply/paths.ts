// The addresses of this room's pages.

export const publicFiguresPath = '/public/figures'
export const publicIssuePath = (number: number): string => `${publicFiguresPath}/${number}`
export const publicIssueFile = (number: number): string => `${publicIssuePath(number)}/figures.csv`
export const publishPath = '/figures/publish'
export const proposalPath = (id: string): string => `${publishPath}/${id}`
export const tokensPath = '/account/tokens'
export const apiPath = '/api'
