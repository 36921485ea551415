// Codes of the SSDA903 collection, grouped as the Department for Education's statistics group them.
// The codes themselves: public schema transcriptions of the returns of 2017 to 2026; the grouping of
// K3 (supported accommodation, from 2024) with H5 and P2, which it followed: unverified.

export const fosterPlacements = ['U1', 'U2', 'U3', 'U4', 'U5', 'U6']
/** Foster placements that are meant to last until the child is 18. */
export const longTermFosterPlacements = ['U1', 'U4']
export const placedForAdoption = ['A3', 'A4', 'A5', 'A6']
export const secureAndChildrensHomes = ['K1', 'K2']
export const supportedAccommodation = ['H5', 'K3', 'P2']
export const placedWithParents = ['P1']

export const adopted = ['E11', 'E12']
export const specialGuardianship = ['E43', 'E44', 'E45', 'E46', 'E47', 'E48']
export const childArrangementsOrder = ['E41']

/** Reviews in which the child took part: attended, or gave views by another or by another means. */
export const tookPart = ['PN1', 'PN2', 'PN3', 'PN4', 'PN5', 'PN6']

export const inEducationWorkOrTraining = [
  'F1', 'P1', 'F2', 'P2', 'F3', 'P3', 'F4', 'P4', 'F5', 'P5',
] // biome-ignore format: one set, read across
export const inHigherEducation = ['F1', 'P1']
export const notInEducationWorkOrTraining = ['G4', 'G5', 'G6']
export const withFormerFosterCarers = 'Z'
