/** What tables of audits are kept as: no other page opens them. */
export const BROUGHT = 'audits'
